/* Exact search: an entry is found when it contains every word typed, character for character.
   Folding (width, case, quotation marks, ratio sign) keeps lengths, so hits can be marked. */
"use strict";
var EditionSearch = (() => {
  const SAME = { "∶": ":", "“": '"', "”": '"', "‘": "'", "’": "'", "。": ".", "、": ",", "～": "~", "〜": "~", "–": "-", "—": "-", "\u3000": " " };
  const foldChar = (c) => {
    const code = c.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) c = String.fromCharCode(code - 0xfee0);
    c = SAME[c] ?? c;
    const lower = c.toLowerCase();
    return lower.length === 1 ? lower : c;
  };
  const fold = (text) => Array.from({ length: text.length }, (_, i) => foldChar(text[i])).join("");
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
