/* Mark what was searched for (?h=…, once for each string) in the text of a page: a string that
   runs through links and marks is one hit of several pieces. */
"use strict";
var EditionHighlight = (() => {
  const SILENT = ".pnum, a.note, .glosses, nav, .concordance, script, style, [data-search], [data-filter]";
  const BLOCKS = "p, li, h1, h2, h3, h4, h5, td, th, dt, dd, pre, figcaption";

  const textNodes = (block) => {
    const nodes = [], walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const holder = walk.currentNode.parentElement;
      if (holder.closest(BLOCKS) === block && !holder.closest(SILENT)) nodes.push(walk.currentNode);
    }
    return nodes;
  };
  const spans = (folded, needles) => {
    const found = [];
    for (const needle of needles)
      for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) found.push([at, at + needle.length]);
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    return found.filter(([from], i) => !found.slice(0, i).some(([, to]) => from < to));
  };
  const wrap = (node, from, to) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const piece = document.createElement("mark");
    piece.className = "hit";
    range.surroundContents(piece);
    return piece;
  };
  /* The hits of one block, each the pieces it is made of. */
  const markBlock = (block, needles) => {
    const nodes = textNodes(block);
    const found = spans(EditionFold.fold(nodes.map((node) => node.data).join("")), needles);
    const hits = found.map(() => []);
    let end = nodes.reduce((sum, node) => sum + node.data.length, 0);
    for (const node of nodes.reverse()) {
      const start = end - node.data.length;
      for (let i = found.length - 1; i >= 0; i -= 1) {
        const from = Math.max(0, found[i][0] - start), to = Math.min(end, found[i][1]) - start;
        if (from < to) hits[i].unshift(wrap(node, from, to));
      }
      end = start;
    }
    return hits;
  };
  /* All hits below `place` in the order of the page. */
  const mark = (place, strings) => {
    const needles = strings.map((text) => EditionFold.fold(text).trim()).filter(Boolean).sort((a, b) => b.length - a.length);
    const blocks = [...place.querySelectorAll(BLOCKS)];
    return needles.length ? blocks.flatMap((block) => markBlock(block, needles)) : [];
  };
  return { mark };
})();
