/* The navigation's drawer by keyboard: its checkbox, which the theme hides, comes after the link that skips
   to the text; Escape closes the drawer and returns. A label is named by words in it: ARIA allows it no other name. */
"use strict";
addEventListener("DOMContentLoaded", () => {
  for (const named of document.querySelectorAll(".md-header label[aria-label]")) {
    named.append(Object.assign(document.createElement("span"), { className: "unseen", textContent: named.ariaLabel }));
    named.removeAttribute("aria-label");
  }
  const drawer = document.getElementById("__drawer");
  const label = document.querySelector(".md-header [for=__drawer]");
  const skip = document.querySelector("[data-md-component=skip]");
  if (!drawer || !label || !skip) return;
  skip.after(drawer, document.querySelector(".md-overlay"));
  drawer.classList.add("reachable");
  drawer.ariaLabel = label.textContent.trim();
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked || !drawer.getClientRects().length) return;
    drawer.click();
    drawer.focus();
  });
});
