/* Walk the hits on the page one came to from the search: a small bar, n of m, back and forth. */
"use strict";
{
  const wanted = new URLSearchParams(location.search).getAll("h");
  const shown = ([piece]) => piece.getClientRects().length > 0;

  /* The paragraph, entry, row or section that the address names. */
  const target = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return named?.closest(".para, .entry, tr") ?? named;
  };
  const within = (place, hits) => {
    const first = hits.findIndex(([piece]) => place.contains(piece));
    if (first >= 0) return first;
    return hits.findIndex(([piece]) => place.compareDocumentPosition(piece) & Node.DOCUMENT_POSITION_FOLLOWING);
  };

  const start = () => {
    const article = document.querySelector("article.md-content__inner, main") ?? document.body;
    const hits = EditionHighlight.mark(article, wanted);
    const place = target();
    const there = hits.filter(([piece]) => place?.contains(piece));
    if (there.length && !there.some(shown)) uncover(there[0][0]);
    const seen = hits.filter(shown);
    const template = document.querySelector("template[data-hits]");
    if (!seen.length || !template) return place?.scrollIntoView();
    const bar = template.content.cloneNode(true).firstElementChild;
    const count = bar.querySelector("output");
    const line = bar.dataset.count;
    let at = -1;

    const go = (to) => {
      for (const piece of seen[at] ?? []) piece.classList.remove("here");
      at = (to + seen.length) % seen.length;
      for (const piece of seen[at]) piece.classList.add("here");
      seen[at][0].scrollIntoView({ block: "center" });
      count.textContent = line.replace("{}", at + 1).replace("{}", seen.length);
    };
    const close = () => {
      bar.remove();
      for (const piece of hits.flat()) piece.replaceWith(...piece.childNodes);
      removeEventListener("keydown", keys);
      const url = new URL(location.href);
      url.searchParams.delete("h");
      history.replaceState(history.state, "", url);
    };
    const keys = (event) => {
      if (document.activeElement?.matches("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey || EditionReading.get("keys") === "off") return;
      if (event.code === "BracketRight") go(at + 1);
      if (event.code === "BracketLeft") go(at - 1);
    };
    bar.querySelector("[data-next]").addEventListener("click", () => go(at + 1));
    bar.querySelector("[data-previous]").addEventListener("click", () => go(at - 1));
    bar.querySelector("[data-close]").addEventListener("click", close);
    addEventListener("keydown", keys);
    document.body.append(bar);
    const first = place ? Math.max(0, within(place, seen)) : 0;
    go(first);
    // While the page still loads, the browser itself scrolls to the anchor, above the hit.
    addEventListener("load", () => requestAnimationFrame(() => { if (at === first) go(first); }));
  };
  /* The hit is in the language that is not shown: show both, on this page and this once. */
  const uncover = (piece) => {
    if (!piece.closest(".tx")) return;
    document.documentElement.dataset.text = "both";
    dispatchEvent(new CustomEvent("edition:reading", { detail: { name: "text", value: "both" } }));
    if (!piece.getClientRects().length) piece.closest(".block")?.querySelector(".unfold")?.click();
  };

  if (wanted.length) addEventListener("DOMContentLoaded", start);
}
