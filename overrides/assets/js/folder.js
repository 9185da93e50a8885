/* Read from a folder on disk, an address that ends in "/" needs its file named. */
"use strict";
if (location.protocol === "file:") document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!link) return;
  const url = new URL(link.href);
  if (url.protocol === "file:" && url.pathname.endsWith("/")) {
    url.pathname += "index.html";
    link.href = url.href;
  }
}, true);
