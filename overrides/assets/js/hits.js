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
    if (place && hits.some(([piece]) => place.contains(piece)) && !hits.some((hit) => place.contains(hit[0]) && shown(hit))) bothLanguages();
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
      if (document.activeElement?.matches("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.code === "BracketRight") go(at + 1);
      if (event.code === "BracketLeft") go(at - 1);
    };
    bar.querySelector("[data-next]").addEventListener("click", () => go(at + 1));
    bar.querySelector("[data-previous]").addEventListener("click", () => go(at - 1));
    bar.querySelector("[data-close]").addEventListener("click", close);
    addEventListener("keydown", keys);
    document.body.append(bar);
    go(place ? Math.max(0, within(place, seen)) : 0);
  };
  /* The hit is in the language the reader has hidden: show both on this page. */
  const bothLanguages = () => { if (document.documentElement.dataset.text) document.documentElement.dataset.text = "both"; };

  if (wanted.length) addEventListener("DOMContentLoaded", start);
}
