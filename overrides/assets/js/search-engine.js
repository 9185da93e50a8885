/* Exact search: an entry is found when it contains every word typed, character for character.
   Folded text keeps its length, so hits can be marked. */
"use strict";
var EditionSearch = (() => {
  const { fold } = EditionFold;
  const words = (query) => fold(query).split(" ").filter(Boolean);

  const prepare = (entries) => entries.map(([href, kicker, title, text], order) => (
    { href, kicker, title, text, order, inTitle: fold(title), inText: fold(text), term: href.startsWith("glossary/") }
  ));
  /* Best first: a title that is the query, titles that hold it, then text in the report's order. */
  const rank = (entry, whole) => {
    if (entry.inTitle.split(" · ").includes(whole)) return 3;
    if (entry.inTitle.includes(whole)) return 2;
    return entry.term ? 0 : 1;
  };
  const search = (prepared, query) => {
    const wanted = words(query);
    if (!wanted.length) return [];
    const whole = wanted.join(" ");
    return prepared
      .filter((e) => wanted.every((w) => e.inTitle.includes(w) || e.inText.includes(w)))
      .map((entry) => ({ entry, score: rank(entry, whole) }))
      .sort((a, b) => b.score - a.score || a.entry.order - b.entry.order);
  };
  return { fold, words, prepare, search };
})();
