/* Mark what was searched for (?h=…) in the paragraph or entry the address names. */
"use strict";
{
  const wanted = new URLSearchParams(location.search).get("h");
  const plain = (text) => EditionSearch.fold(text);

  const mark = (place, needle) => {
    const nodes = [];
    const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) if (!walk.currentNode.parentElement.closest(".pnum, a.note")) nodes.push(walk.currentNode);
    const text = plain(nodes.map((node) => node.data).join(""));
    const hits = [];
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) hits.push(at);
    let end = text.length;
    for (const node of nodes.reverse()) {
      const start = end - node.data.length;
      for (const hit of [...hits].reverse()) wrap(node, hit - start, hit + needle.length - start);
      end = start;
    }
  };
  const wrap = (node, from, to) => {
    const start = Math.max(0, from), stop = Math.min(node.data.length, to);
    if (start >= stop) return;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, stop);
    const hit = document.createElement("mark");
    hit.className = "hit";
    range.surroundContents(hit);
  };

  if (wanted) addEventListener("DOMContentLoaded", () => {
    const place = document.getElementById(location.hash.slice(1));
    const around = place?.closest(".para, .entry") ?? place;
    if (around) for (const needle of EditionSearch.words(wanted)) mark(around, needle);
    place?.scrollIntoView();
  });
}
