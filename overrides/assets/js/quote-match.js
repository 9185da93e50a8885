/* Where a text stands in a report: to the letter, in the same words, with a few edits, or in pieces.
   A piece is { ops, j0, j1 }: an alignment of the pasted units with units j0 to j1 of the report. */
"use strict";
var EditionMatch = (() => {
  const SHORT = 24; // up to here every place of the report is compared; beyond, places that share a few words
  const MEASURES = {
    zh: { gram: 3, jump: 5, least: 6 },
    en: { gram: 2, jump: 3, least: 4 },
  };
  const GAP = 30, DRIFT = 12, TRIM = 16, REMAINDER = 40, UNLIKE = 0.4;

  const occurrences = (text, wanted) => {
    const found = [];
    if (wanted) for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found.push(at);
    return found;
  };
  const equal = (n, i, j) => Array.from({ length: n }, (_, k) => ["=", i + k, j + k]);
  const edits = (ops) => ops.filter(([op]) => op !== "=").length;
  const piece = (ops) => {
    const inside = ops.filter(([op]) => op !== "+").map((op) => op[2]);
    return { ops, j0: inside[0], j1: inside.at(-1) + 1 };
  };

  /* { report, language, text, units, sentences, grams } */
  const corpus = (report, language) => {
    let text = language === "zh" ? report.before : "";
    const sentences = [];
    for (const [segment, , , after, said] of report.segments) {
      for (const [id, zh, space, en] of said) {
        const words = language === "zh" ? zh : en;
        sentences.push({ id, segment, zh, start: text.length, end: text.length + words.length });
        text += words + (language === "zh" ? space : words && " ");
      }
      text += language === "zh" ? after : "\n";
    }
    const units = EditionUnits.cut(text, language);
    const grams = new Map(), { gram } = MEASURES[language];
    for (let t = 0; t + gram <= units.coded.length; t += 1) {
      const key = units.coded.slice(t, t + gram);
      if (grams.has(key)) grams.get(key).push(t);
      else grams.set(key, [t]);
    }
    return { report, language, text, units, sentences, grams };
  };

  const sameWords = (corpus, coded) => occurrences(corpus.units.coded, coded).map((t) => piece(equal(coded.length, 0, t)));

  /* The places of a short text with the fewest edits (Sellers 1980), none above `most`. */
  const fewestEdits = (corpus, coded, most) => {
    const b = corpus.units.coded, m = coded.length;
    const cost = Uint16Array.from({ length: m + 1 }, (_, i) => i), start = new Uint32Array(m + 1);
    let least = most, ends = [];
    for (let j = 1; j <= b.length; j += 1) {
      let diagonal = 0, from = j - 1;
      start[0] = j;
      for (let i = 1; i <= m; i += 1) {
        const change = diagonal + (coded[i - 1] !== b[j - 1]), left = cost[i] + 1, up = cost[i - 1] + 1;
        diagonal = cost[i];
        const origin = start[i];
        if (change <= left && change <= up) { cost[i] = change; start[i] = from; }
        else if (left <= up) cost[i] = left;
        else { cost[i] = up; start[i] = start[i - 1]; }
        from = origin;
      }
      if (cost[m] < least) { least = cost[m]; ends = []; }
      if (cost[m] === least) ends.push([start[m], j]);
    }
    return distinct(ends, m).map(([s, e]) => piece(align(coded, b, s, e)));
  };
  /* Of places that overlap the one nearest in length; the edges of a change are read as a change. */
  const distinct = (ends, m) => {
    const off = ([s, e]) => Math.abs(e - s - m);
    const kept = [];
    for (const place of ends) {
      const last = kept.at(-1);
      if (!last || place[0] >= last[1]) kept.push(place);
      else if (off(place) < off(last)) kept[kept.length - 1] = place;
    }
    return kept;
  };
  const align = (a, b, s, e, ...free) => EditionDiff.align(a, b.slice(s, e), ...free).map(([op, i, j]) => [op, i, j + s]);

  /* Every longest stretch that paste and report share, by where it ends in the paste. */
  const shared = (corpus, a) => {
    const b = corpus.units.coded, { gram } = MEASURES[corpus.language];
    const found = [];
    for (let q = 0; q + gram <= a.length; q += 1)
      for (const t of corpus.grams.get(a.slice(q, q + gram)) ?? []) {
        if (q && t && a[q - 1] === b[t - 1]) continue;
        let n = gram;
        while (q + n < a.length && a[q + n] === b[t + n]) n += 1;
        found.push({ q, t, n });
      }
    return found.sort((x, y) => x.q + x.n - y.q - y.n || x.q - y.q);
  };
  /* The score of x after p on much the same line of both texts; undefined where it is not. */
  const onward = (p, x) => {
    const over = Math.max(0, p.q + p.n - x.q, p.t + p.n - x.t);
    if (p.q >= x.q || p.t >= x.t || over >= x.n) return undefined;
    const gaps = [x.q + over - p.q - p.n, x.t + over - p.t - p.n];
    if (Math.max(...gaps) > GAP || Math.abs(gaps[0] - gaps[1]) > DRIFT) return undefined;
    return { score: p.score + x.n - over - 0.2 * Math.max(...gaps), over, before: p, jump: false };
  };
  /* Of stretches sorted by their end those that end close to unit q. */
  const ended = (list, q) => {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle].q + list[middle].n < q - GAP) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < list.length && list[end].q + list[end].n <= q + TRIM) end += 1;
    return list.slice(low, end);
  };
  /* The chain of shared stretches that covers most of the paste with the fewest jumps. */
  const chain = (corpus, a) => {
    const { jump } = MEASURES[corpus.language];
    const upTo = [], lines = new Map();
    for (const x of shared(corpus, a)) {
      const end = x.q + x.n;
      while (upTo.length < end) upTo.push(upTo.at(-1));
      let best = { score: x.n - jump, over: 0, before: undefined, jump: true };
      const consider = (way) => { if (way && way.score > best.score) best = way; };
      for (let s = x.q; s < Math.min(end - 1, x.q + TRIM); s += 1) {
        const before = upTo[s], over = s - x.q;
        if (before) consider({ score: before.score - jump - 0.5 * (before.t > x.t) + x.n - over, over, before, jump: true });
      }
      const line = Math.floor((x.t - x.q) / DRIFT);
      for (const near of [line - 1, line, line + 1]) for (const p of ended(lines.get(near) ?? [], x.q)) consider(onward(p, x));
      const kept = { q: x.q + best.over, t: x.t + best.over, n: x.n - best.over, score: best.score, before: best.before, jump: best.jump };
      if (!(upTo[end]?.score >= kept.score)) upTo[end] = !upTo[end - 1] || kept.score > upTo[end - 1].score ? kept : upTo[end - 1];
      if (lines.has(line)) lines.get(line).push(kept);
      else lines.set(line, [kept]);
    }
    const links = [];
    for (let x = upTo.at(-1); x; x = x.before) links.unshift(x);
    return links;
  };
  /* The links of a chain as pieces, what lies between them aligned; [] where nothing is shared. */
  const pieces = (corpus, a) => {
    const found = [], b = corpus.units.coded;
    for (const x of chain(corpus, a)) {
      if (x.jump || !found.length) found.push([]);
      const ops = found.at(-1), [, i, j] = ops.at(-1) ?? ["", x.q - 1, x.t - 1];
      const gap = align(a.slice(i + 1, x.q), b, j + 1, x.t).map(([op, k, l]) => [op, k + i + 1, l]);
      ops.push(...gap, ...equal(x.n, x.q, x.t));
    }
    const all = [];
    for (const ops of found) {
      const next = found[all.length + 1]?.[0][1] ?? a.length;
      all.push(widened(ops, a, b, all.length ? all.at(-1).at(-1)[1] + 1 : 0, next));
    }
    return all.map(piece).filter(({ ops }) => ops.length - edits(ops) >= least(corpus) && edits(ops) <= ops.length * UNLIKE);
  };
  /* A piece with what stands before and after it in the paste (from unit `from` to unit `to`), where
     that fits the report there. */
  const widened = (ops, a, b, from, to) => {
    const [, i, j] = ops[0], [, k, l] = ops.at(-1);
    const fitting = (words, shift, ...where) => {
      if (!words.length || words.length > REMAINDER) return [];
      const found = align(words, b, ...where).map(([op, x, y]) => [op, x + shift, y]);
      return found.length === 1 || (found.length - edits(found)) * 3 >= found.length ? found : [];
    };
    const head = a.slice(from, i), tail = a.slice(k + 1, to);
    return [
      ...fitting(head, from, Math.max(0, j - head.length - 6), j, true),
      ...ops,
      ...fitting(tail, k + 1, l + 1, l + 1 + tail.length + 6, false, true),
    ];
  };
  const least = (corpus) => MEASURES[corpus.language].least;
  return { SHORT, corpus, least, occurrences, sameWords, fewestEdits, pieces, piece, edits };
})();
