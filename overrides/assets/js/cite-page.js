/* Permanent pages: today's date in the blanks of the citations, and the page's own address where the
   build did not know it. A copy in a folder has no address that anyone else could open. */
"use strict";
addEventListener("DOMContentLoaded", () => {
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  const parts = { y: now.getFullYear(), d: now.getDate(), mm: two(now.getMonth() + 1), dd: two(now.getDate()) };
  for (const blank of document.querySelectorAll(".cite time")) {
    const month = blank.dataset.months?.split(" ")[now.getMonth()];
    blank.textContent = blank.dataset.form.replace(/\{(\w+)\}/g, (_, part) => ({ ...parts, month })[part]);
  }
  if (location.protocol === "file:") return;
  for (const own of document.querySelectorAll(".cite[data-here] .address")) own.textContent = location.href.split("#")[0];
});
