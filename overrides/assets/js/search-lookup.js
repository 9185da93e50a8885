/* Where a string, a number or another form of a word stands: one mark an entry. Short texts are
   scanned; long ones are first narrowed down by pairs of characters, with the same result. */
"use strict";
var EditionLookup = (() => {
  /* Up to so many characters a scan answers within 10 ms; above, pairs narrow it down. That is some
     sixteen times this report in both languages, and `make bench` prints both times around it. The
     results are the same (tests/test_search_engine.py). */
  const SCAN_LIMIT = 2_000_000;
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
    /* What the first number and the first English word would otherwise wait for. */
    const learn = () => { if (!values) learnNumbers(); if (!forms) learnForms(); };
    /* One mark an entry: 1 where a field holds the needle. */
    const holding = (needle, found = new Uint8Array(entries.length), test = holds) => {
      const some = bigrams?.candidates(needle);
      if (some) for (const n of some) { if (test(fields[n].folded, needle)) found[fields[n].entry.order] = 1; }
      else for (const field of fields) { if (!found[field.entry.order] && test(field.folded, needle)) found[field.entry.order] = 1; }
      return found;
    };
    /* The same for the other forms of a word, as whole words; null where it has none. */
    const holdingForm = (word) => {
      let found = null;
      for (const form of otherForms(word)) found = holding(form, found ?? undefined, holdsWord);
      return found;
    };
    const otherForms = (word) => {
      if (!word.stem) return [];
      if (!forms) learnForms();
      return (forms.get(word.stem) ?? []).filter((form) => !form.includes(word.text));
    };
    const holdingNumber = (word) => {
      if (!word.values.length) return null;
      const found = new Uint8Array(entries.length);
      if (!values) learnNumbers();
      for (const key of word.values) for (const n of values.get(key) ?? []) found[n] = 1;
      return found;
    };
    return { index, size, scanned: !bigrams, holding, holdingForm, holdingNumber, otherForms, learn };
  };

  const holds = (text, needle) => text.includes(needle);
  const letter = (text, at) => { const c = text.charCodeAt(at); return c >= 97 && c <= 122; };
  const holdsWord = (text, word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      if (!(at && letter(text, at - 1)) && !letter(text, at + word.length)) return true;
    return false;
  };
  return { SCAN_LIMIT, prepare };
})();
