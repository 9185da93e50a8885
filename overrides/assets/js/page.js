/* Cover and permanent pages: the chosen light or dark, and the chosen language. */
"use strict";
{
  const root = new URL(document.currentScript.dataset.root || ".", location.href);
  try {
    const palette = JSON.parse(localStorage.getItem(`${root.pathname}.__palette`));
    const { media, scheme } = palette?.color ?? {};
    if (scheme && media !== "(prefers-color-scheme)") document.documentElement.dataset.mdColorScheme = scheme;
  } catch { /* private mode */ }
  addEventListener("DOMContentLoaded", () => {
    const english = location.pathname.startsWith(`${root.pathname}en/`);
    if (english) document.querySelector(".not-found section[data-language=en]")?.after(
      document.querySelector(".not-found section[data-language=zh]"));
  });
}
