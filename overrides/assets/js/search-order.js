/* Which of two entries found the same way comes first: by tier, by closeness, by how often. */
"use strict";
var EditionOrder = (() => {
  const FAR = 1e9;
  /* A word of the glossary that is the query, a heading, a figure, the text, a word of the glossary
     that has the query in it, a definition or note, a page about the edition. */
  const tierOf = (entry, query, otherwise) => {
    const target = query.bare || query.whole || query.words[0].text;
    const named = (role) => entry.fields.some((f) => f.role === role && query.words.every((w) => f.folded.includes(w.text)));
    switch (entry.kind) {
      case "term": return entry.fields.some((f) => f.role === "form" && f.folded === target) ? 0 : named("form") ? 4 : 5;
      case "heading": return 1;
      case "figure": return otherwise || named("name") || named("value") ? 2 : 5;
      case "paragraph": return 3;
      case "note": return 5;
      default: return 6;
    }
  };
  /* How far apart the words stand where they are closest; for a name, how much more it says. */
  const closeness = (entry, query) => {
    let best = FAR;
    for (const { folded, role } of entry.fields) {
      const spots = query.words.map((word) => folded.indexOf(word.text));
      if (spots.some((at) => at < 0)) continue;
      const span = query.words.length > 1 ? narrowest(folded, query.words) : 0;
      best = Math.min(best, role === "text" ? span : folded.length);
    }
    return best;
  };
  const narrowest = (folded, words) => {
    const hits = words.flatMap(({ text }, w) => {
      const found = [];
      for (let at = folded.indexOf(text); at >= 0 && found.length < 50; at = folded.indexOf(text, at + 1)) found.push({ at, w, end: at + text.length });
      return found;
    }).sort((a, b) => a.at - b.at);
    const last = words.map(() => null);
    let best = FAR;
    for (const hit of hits) {
      last[hit.w] = hit;
      if (last.every(Boolean)) best = Math.min(best, Math.max(...last.map((h) => h.end)) - Math.min(...last.map((h) => h.at)));
    }
    return best;
  };
  const often = (entry, needle) => {
    let count = 0;
    for (const { folded } of entry.fields)
      for (let at = folded.indexOf(needle); at >= 0 && count < 9; at = folded.indexOf(needle, at + needle.length)) count += 1;
    return count;
  };
  return { FAR, tierOf, closeness, often };
})();
