/* Left by Escape, the search box gives the focus back to where it came from. */
"use strict";
addEventListener("DOMContentLoaded", () => {
  const search = document.querySelector(".md-search");
  let before;
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (search?.contains(relatedTarget) && !search.contains(target)) before = target;
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !search?.contains(document.activeElement)) return;
    setTimeout(() => { if (!search.contains(document.activeElement) || !document.getElementById("__search").checked) before?.focus(); });
  }, true);
});
