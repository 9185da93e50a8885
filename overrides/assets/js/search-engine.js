/* Exact search. An entry is found
   - exact:  a field holds the whole query, character for character (after folding);
   - bare:   a field holds it without the “…” that it was typed in;
   - words:  every word of it is there, in any order and language;
   - number: the same, a number being written otherwise (44,600 for 4.46万);
   - form:   the same, an English word being inflected otherwise;
   - pinyin: a glossary word sounds like it, whole, from a syllable on, or by initials.
   The list is in that order; within it by tier (search-order.js), then by closeness, then as in the text. */
"use strict";
var EditionSearch = (() => {
  const HOWS = ["exact", "bare", "words", "number", "form", "pinyin"];
  const [EXACT, BARE, WORDS, NUMBER, FORM, PINYIN] = HOWS.keys();
  const { FAR, tierOf, closeness, often } = EditionOrder;

  /* How near typed letters come to a word's pinyin: all of it, its initials, its beginning, from a
     later syllable on; FAR if they do not. */
  const soundsLike = (syllables, letters) => {
    if (letters.length < 2) return FAR;
    const whole = syllables.join(""), initials = syllables.map((s) => s[0] ?? "").join("");
    if (whole === letters || initials === letters) return 0;
    if (whole.startsWith(letters) || initials.startsWith(letters)) return 1;
    return letters.length > 2 && syllables.some((_, i) => syllables.slice(i).join("").startsWith(letters)) ? 2 : FAR;
  };

  /* For each entry the number of its way in HOWS, or -1. */
  const ways = (prepared, query) => {
    const { entries } = prepared.index;
    const way = new Int8Array(entries.length).fill(-1);
    if (query.whole) prepared.holding(query.whole).forEach((there, n) => { if (there) way[n] = EXACT; });
    if (query.bare) prepared.holding(query.bare).forEach((there, n) => { if (there && way[n] < 0) way[n] = BARE; });
    const words = query.words.map((word) => {
      const there = word.text === query.whole ? way.map((w) => (w === EXACT ? 1 : 0)) : prepared.holding(word.text);
      return { there, number: prepared.holdingNumber(word), form: prepared.holdingForm(word) };
    });
    const only = words.length === 1;
    for (let n = 0; n < entries.length; n += 1) {
      if (way[n] >= 0) continue;
      let worst = WORDS;
      for (const { there, number, form } of words) {
        const is = there[n] ? WORDS : number?.[n] ? NUMBER : form?.[n] ? FORM : PINYIN;
        if (is > worst) worst = is;
      }
      if (worst < PINYIN && !(only && worst === WORDS)) way[n] = worst;
      else if (query.letters && entries[n].pinyin && soundsLike(entries[n].pinyin, query.letters) < FAR) way[n] = PINYIN;
    }
    return way;
  };

  /* Everything found, best first: [{ entry, how, own }]; `own` is false where the words are only in
     the other language's text. */
  const search = (prepared, query) => {
    if (!query.words.length) return [];
    const { entries, language } = prepared.index;
    const way = ways(prepared, query);
    const found = [];
    for (let n = 0; n < entries.length; n += 1) if (way[n] >= 0) {
      const entry = entries[n];
      const wanted = way[n] === EXACT ? [query.whole] : way[n] === BARE ? [query.bare] : query.words.map((word) => word.text);
      const mine = way[n] > WORDS || entry.fields.some((f) => f.language === language && wanted.some((text) => f.folded.includes(text)));
      const near = way[n] === PINYIN ? soundsLike(entry.pinyin, query.letters) : way[n] <= WORDS ? closeness(entry, query) : 0;
      const rank = [way[n], tierOf(entry, query, way[n] >= NUMBER), near, mine ? 0 : 1, -often(entry, query.whole || query.words[0].text), entry.order];
      found.push({ entry, how: HOWS[way[n]], own: mine, rank });
    }
    return found.sort((a, b) => { for (let i = 0; i < 6; i += 1) if (a.rank[i] !== b.rank[i]) return a.rank[i] - b.rank[i]; return 0; });
  };
  return { search };
})();
