/* Exact search. An entry is found
   - exact:  a field holds the whole query, character for character (after folding);
   - bare:   a field holds it without the “…” that it was typed in;
   - words:  every word of it is there, in any order and language;
   - number: the same, a number being written otherwise (44,600 for 4.46万);
   - form:   the same, an English word being inflected otherwise;
   - pinyin: a glossary word sounds like it, whole, from a syllable on, or by initials.
   The list is in that order; within it by tier (see `tierOf`), then by closeness, then as in the text. */
"use strict";
var EditionSearch = (() => {
  /* Below this many characters a scan is quicker than anything; above, pairs narrow it down. The
     results are the same (tests/test_search_engine.py); `make bench` prints both times. */
  const SCAN_LIMIT = 4_000_000;
  const HOWS = ["exact", "bare", "words", "number", "form", "pinyin"];
  const [EXACT, BARE, WORDS, NUMBER, FORM, PINYIN] = HOWS.keys();
  const FAR = 1e9;

  const prepare = (index, scanLimit = SCAN_LIMIT) => {
    const { fields, entries } = index;
    const size = fields.reduce((sum, field) => sum + field.folded.length, 0);
    const bigrams = size > scanLimit ? EditionBigrams.build(fields.map((field) => field.folded)) : null;
    let values, forms;
    const learnNumbers = () => {
      values = new Map();
      for (const field of fields) for (const { value, figures } of EditionNumbers.find(field.folded))
        for (const key of [value, figures]) values.set(key, (values.get(key) ?? new Set()).add(field.entry.order));
    };
    const learnForms = () => {
      const seen = new Set();
      forms = new Map();
      for (const field of fields) for (const word of EditionStems.split(field.folded)) {
        if (seen.has(word)) continue;
        seen.add(word);
        const stem = EditionStems.stem(word);
        forms.set(stem, [...(forms.get(stem) ?? []), word]);
      }
    };
    /* One mark an entry: 1 where a field holds the needle. */
    const holding = (needle, found = new Uint8Array(entries.length), test = holds) => {
      const some = bigrams?.candidates(needle);
      if (some) for (const n of some) { if (test(fields[n].folded, needle)) found[fields[n].entry.order] = 1; }
      else for (const field of fields) { if (!found[field.entry.order] && test(field.folded, needle)) found[field.entry.order] = 1; }
      return found;
    };
    const otherForms = (word) => {
      if (!word.stem) return [];
      if (!forms) learnForms();
      return (forms.get(word.stem) ?? []).filter((form) => !form.includes(word.text));
    };
    const sameNumber = (word) => {
      const found = new Uint8Array(entries.length);
      if (!values) learnNumbers();
      for (const key of word.values) for (const n of values.get(key) ?? []) found[n] = 1;
      return found;
    };
    return { index, size, scanned: !bigrams, holding, otherForms, sameNumber };
  };

  const holds = (text, needle) => text.includes(needle);
  const letter = (text, at) => { const c = text.charCodeAt(at); return c >= 97 && c <= 122; };
  const holdsWord = (text, word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      if (!(at && letter(text, at - 1)) && !letter(text, at + word.length)) return true;
    return false;
  };

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
      const number = word.values.length ? prepared.sameNumber(word) : null;
      let form = null;
      for (const other of prepared.otherForms(word)) form = prepared.holding(other, form ?? undefined, holdsWord);
      return { there, number, form };
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

  /* A word of the glossary that is the query, a heading, a figure, the text, a word of the glossary
     that has the query in it, a definition or note, a page about the edition. */
  const tierOf = (entry, query, way) => {
    const target = query.bare || query.whole || query.words[0].text;
    const named = (role) => entry.fields.some((f) => f.role === role && query.words.every((w) => f.folded.includes(w.text)));
    switch (entry.kind) {
      case "term": return entry.fields.some((f) => f.role === "form" && f.folded === target) ? 0 : named("form") ? 4 : 5;
      case "heading": return 1;
      case "figure": return way >= NUMBER || named("name") || named("value") ? 2 : 5;
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
      const rank = [way[n], tierOf(entry, query, way[n]), near, mine ? 0 : 1, -often(entry, query.whole || query.words[0].text), entry.order];
      found.push({ entry, how: HOWS[way[n]], own: mine, rank });
    }
    return found.sort((a, b) => { for (let i = 0; i < 6; i += 1) if (a.rank[i] !== b.rank[i]) return a.rank[i] - b.rank[i]; return 0; });
  };
  return { HOWS, SCAN_LIMIT, prepare, search, holdsWord };
})();
