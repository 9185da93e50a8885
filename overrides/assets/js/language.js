/* Change language and stay on the same paragraph: the one the address names, or the one in view. */
"use strict";
{
  const inView = () => [...document.querySelectorAll(".para[id], .entry[id]")]
    .find((place) => place.getBoundingClientRect().bottom > 90)?.id;
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-keep-anchor]") : null;
    if (!link) return;
    const here = scrollY > 200 ? inView() : undefined;
    const anchor = here ?? location.hash.slice(1);
    if (anchor) link.href = `${link.getAttribute("href").split("#")[0]}#${anchor}`;
    try { localStorage.setItem("edition.language", link.hreflang.slice(0, 2)); } catch { /* private mode */ }
  });
}
