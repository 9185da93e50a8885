/* The sentence that shares most with a text, rare words counting for more: by two characters of
   Chinese, by word of English. */
"use strict";
var EditionNearest = (() => {
  const grams = (coded, language) => {
    if (language === "en") return new Set(coded);
    return new Set(Array.from({ length: Math.max(0, coded.length - 1) }, (_, i) => coded.slice(i, i + 2)));
  };
  /* { rows, by }: the sentences of a report, and the rows that have each gram. */
  const indexed = (corpus) => {
    const { units, language } = corpus;
    let at = 0;
    const rows = corpus.sentences.filter((s) => s.end > s.start).map((sentence) => {
      while (units.from[at] < sentence.start) at += 1;
      const first = at;
      while (units.from[at] < sentence.end) at += 1;
      return { corpus, sentence, grams: grams(units.coded.slice(first, at), language) };
    });
    const by = new Map();
    for (const row of rows) for (const gram of row.grams) {
      if (by.has(gram)) by.get(gram).push(row);
      else by.set(gram, [row]);
    }
    return { rows, by };
  };

  /* { report, language, sentence } or null where the best shares less than `least` of the weight. */
  const find = (corpora, text, least) => {
    const indexes = corpora.map((corpus) => corpus.nearest ??= indexed(corpus)), { language } = corpora[0];
    const count = indexes.reduce((all, { rows }) => all + rows.length, 0), wanted = grams(EditionUnits.cut(text, language).coded, language);
    const common = new Map();
    let whole = 0;
    for (const gram of wanted) {
      const rows = indexes.flatMap(({ by }) => by.get(gram) ?? []);
      const weight = Math.log((count + 1) / (rows.length + 1));
      whole += weight;
      for (const row of rows) common.set(row, (common.get(row) ?? 0) + weight);
    }
    let best = null, most = 0;
    for (const [row, weight] of common) {
      const score = weight / Math.sqrt(wanted.size + row.grams.size);
      if (score > most) [best, most] = [row, score];
    }
    if (!best || common.get(best) < least * whole) return null;
    return { report: best.corpus.report, language, sentence: best.sentence };
  };
  return { find };
})();
