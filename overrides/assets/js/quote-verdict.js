/* What is to be said of a pasted text: does the report say it, where, and in which words.
   check() returns { verdict, language, finds, missing, nearest, searched }:
   verdict   exact, form, near, elided, stitched, part, absent or short
   finds     { report, language, pieces, level, order } where it stands; a piece has its place
             (start, end, sentences), runs, kinds and numbers
   missing   words of the paste that are not in the report */
"use strict";
var EditionVerdict = (() => {
  const ELLIPSIS = /\s*[\[［(（]?\s*(?:…+|⋯+|\.{3,}|(?:\. ){2,}\.|。{3,}|·{3,})\s*[\]］)）]?\s*/;
  const OUTER = /^[\s"'“”‘’「」『』«»]+|[\s"'“”‘’「」『』«»]+$/g;
  const OPENING = /[“‘「『《〈（(【[]/;
  const RANK = ["short", "absent", "part", "stitched", "elided", "near", "form", "exact"];
  const LEVELS = ["exact", "form", "near"];
  const TOLERATED = { short: 0.2, long: 0.25 }, STITCHED = 0.15, PART = 0.4, NEAREST = { zh: 0.18, en: 0.25 };

  const library = (texts) => {
    EditionFold.learn(texts.traditional);
    const made = new Map();
    const corpora = (language) => texts.reports.map((report) => {
      const key = `${language} ${report.id}`;
      if (!made.has(key)) made.set(key, EditionMatch.corpus(report, language));
      return made.get(key);
    });
    return { reports: texts.reports, address: texts.address, corpora };
  };

  /* Marks that stand right before or after the units in both texts belong to the quotation. */
  const grown = (paste, corpus, found) => {
    const { text, units } = corpus, plain = EditionFold.fold, letters = paste.text.trim();
    const shift = paste.text.indexOf(letters);
    const own = found.ops.filter(([op]) => op !== "-").map((op) => op[1]);
    let start = units.from[found.j0], end = units.to[found.j1 - 1];
    let before = paste.from[own[0]] - 1, after = paste.to[own.at(-1)];
    const low = [paste.to[own[0] - 1] ?? shift, units.to[found.j0 - 1] ?? 0];
    const high = [paste.from[own.at(-1) + 1] ?? shift + letters.length, units.from[found.j1] ?? text.length];
    const agrees = (i, j) => i >= low[0] && i < high[0] && j >= low[1] && j < high[1]
      && !/\s/.test(text[j]) && plain(text[j]) === plain(paste.text[i]);
    while (agrees(before, start - 1) && OPENING.test(text[start - 1])) { before -= 1; start -= 1; }
    while (agrees(after, end) && !OPENING.test(text[end])) { after += 1; end += 1; }
    const edges = [own[0] === 0 ? paste.text.slice(shift, before + 1) : "",
      own.at(-1) === paste.keys.length - 1 ? paste.text.slice(after, shift + letters.length) : ""];
    return { start, end, edges };
  };
  /* A number of the report of which the paste has a part only, at its beginning or end. */
  const cutNumbers = (units, start, end) => units.spans
    .filter(([from, to]) => from < end && to > start && (from < start || to > end))
    .map(([from, to]) => ({ cut: true, pasted: units.text.slice(Math.max(from, start), Math.min(to, end)), printed: units.text.slice(from, to) }));
  const placed = (corpus, start, end) => ({
    start, end, words: corpus.text.slice(start, end),
    sentences: corpus.sentences.filter((s) => s.start < end && s.end > start),
  });
  const described = (paste, corpus, found) => {
    const { start, end, edges } = grown(paste, corpus, found);
    const kinds = EditionDiff.formKinds(found.ops, paste, corpus.units);
    for (const edge of edges) EditionDiff.gapKinds(edge.replace(OUTER, ""), "", kinds);
    const runs = EditionDiff.runs(found.ops, paste, corpus.units, start, end);
    const numbers = runs.filter((run) => run.number).map((run) => run.number);
    const cut = cutNumbers(corpus.units, start, end).filter(({ printed }) => !numbers.some((n) => n.printed.includes(printed)));
    const level = EditionMatch.edits(found.ops) ? "near" : kinds.size ? "form" : "exact";
    return { ...placed(corpus, start, end), level, kinds, runs, numbers: [...numbers, ...cut] };
  };

  const exactly = (corpus, raw) => {
    for (const words of new Set([raw, raw.replace(OUTER, "")])) {
      const found = EditionMatch.occurrences(corpus.text, words);
      if (found.length) return found.map((start) => {
        const end = start + words.length;
        const numbers = cutNumbers(corpus.units, start, end);
        return { ...placed(corpus, start, end), level: "exact", kinds: new Set(), runs: [{ same: words }], numbers };
      }).filter((p, k, all) => !p.numbers.length || all.every((other) => other.numbers.length));
    }
    return [];
  };
  /* All places of a text on the best level there is: exact, form or near. */
  const places = (corpus, raw) => {
    const exact = exactly(corpus, raw);
    if (exact.length) return exact;
    const paste = EditionUnits.cut(raw, corpus.language), { coded } = paste;
    let found = EditionMatch.sameWords(corpus, coded);
    if (!found.length && coded.length >= 4 && coded.length <= EditionMatch.SHORT)
      found = EditionMatch.fewestEdits(corpus, coded, Math.max(1, Math.floor(coded.length * TOLERATED.short)));
    if (!found.length && coded.length > EditionMatch.SHORT) {
      const only = EditionMatch.pieces(corpus, coded);
      const whole = only.length === 1 ? covering(only[0], coded.length, EditionMatch.least(corpus)) : null;
      if (whole && EditionMatch.edits(whole.ops) <= coded.length * TOLERATED.long) found = [whole];
    }
    const all = found.map((f) => described(paste, corpus, f));
    const best = Math.min(...all.map((p) => LEVELS.indexOf(p.level)));
    return all.filter((p) => LEVELS.indexOf(p.level) === best);
  };
  /* A piece with the rest of the paste as words added before and after it; null where that is a phrase
     of its own. */
  const covering = ({ ops }, length, phrase) => {
    const own = ops.filter(([op]) => op !== "-").map((op) => op[1]);
    if (own[0] >= phrase || length - 1 - own.at(-1) >= phrase) return null;
    const added = (from, to, j) => Array.from({ length: to - from }, (_, k) => ["+", from + k, j]);
    return EditionMatch.piece([...added(0, own[0], ops[0][2]), ...ops, ...added(own.at(-1) + 1, length, ops.at(-1)[2] + 1)]);
  };
  const inOrder = (pieces) => pieces.every((p, k) => !k || p.start >= pieces[k - 1].end) ? "in" : "out";

  const elided = (corpus, parts) => {
    const pieces = [], missing = [];
    for (const part of parts) {
      const found = places(corpus, part), last = pieces.at(-1);
      const chosen = found.find((p) => !last || p.start >= last.end) ?? found[0];
      if (chosen) pieces.push(chosen);
      else missing.push(part);
    }
    if (!pieces.length) return null;
    const level = LEVELS[Math.max(...pieces.map((p) => LEVELS.indexOf(p.level)))];
    return { verdict: missing.length ? "part" : "elided", finds: [find(corpus, pieces, level)], missing };
  };
  const find = (corpus, pieces, level) => ({ report: corpus.report, language: corpus.language, pieces, level, order: inOrder(pieces) });

  const inPieces = (corpus, raw) => {
    const paste = EditionUnits.cut(raw, corpus.language);
    const found = EditionMatch.pieces(corpus, paste.coded);
    if (!found.length) return null;
    const covered = new Set(found.flatMap((p) => p.ops.filter(([op]) => op === "=" || op === "x").map((op) => op[1])));
    const share = covered.size / paste.keys.length;
    if (share < PART) return null;
    const pieces = found.map((f) => described(paste, corpus, f));
    const stitched = found.length > 1 && share >= 1 - STITCHED;
    const level = LEVELS[Math.max(...pieces.map((p) => LEVELS.indexOf(p.level)))];
    return { verdict: stitched ? "stitched" : "part", finds: [find(corpus, pieces, level)], missing: uncovered(paste, covered), share };
  };
  /* The words of the paste outside every piece, two units or more at a time. */
  const uncovered = (paste, covered) => {
    const found = [];
    let from = -1;
    for (let i = 0; i <= paste.keys.length; i += 1) {
      const out = i < paste.keys.length && !covered.has(i);
      if (out && from < 0) from = i;
      if (!out && from >= 0) {
        if (i - from > 1) found.push(paste.text.slice(paste.from[from], paste.to[i - 1]));
        from = -1;
      }
    }
    return found;
  };

  const examine = (corpus, raw, parts) => {
    const whole = parts.length > 1 ? exactly(corpus, raw) : places(corpus, raw);
    if (whole.length) return { verdict: whole[0].level, finds: whole.map((p) => find(corpus, [p], p.level)), missing: [] };
    return (parts.length > 1 ? elided(corpus, parts) : inPieces(corpus, raw))
      ?? { verdict: "absent", finds: [], missing: [] };
  };
  const check = (library, text) => {
    const language = EditionUnits.language(text), corpora = library.corpora(language);
    const parts = text.split(ELLIPSIS).map((part) => part.trim()).filter((part) => EditionUnits.cut(part, language).keys.length > 1);
    const raw = parts.length === 1 ? parts[0] : text.trim();
    const searched = { reports: library.reports, language };
    if (!parts.length) return { verdict: "short", language, finds: [], missing: [], searched };
    const results = corpora.map((corpus) => examine(corpus, raw, parts));
    const rank = (r) => RANK.indexOf(r.verdict), best = Math.max(...results.map(rank));
    const top = results.filter((r) => rank(r) === best).sort((x, y) => (y.share ?? 0) - (x.share ?? 0));
    const finds = top.flatMap((r) => r.finds), { verdict, missing } = top[0];
    const nearest = verdict === "absent" ? EditionNearest.find(corpora, raw, NEAREST[language]) : null;
    return { verdict, language, finds, missing, nearest, searched };
  };
  return { library, check };
})();
