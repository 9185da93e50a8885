/* How a pasted text differs from the report's: an alignment unit by unit, what differs in form
   only, and what differs in words and numbers. a is the pasted text, b the report's. */
"use strict";
var EditionDiff = (() => {
  const QUOTES = /["'“”‘’「」『』«»‹›〝〞＂＇]/g;

  /* Least edits that make b of a: [op, i, j], op one of "=", "x" changed, "+" only in a, "-" only in b.
     freeStart, freeEnd: what stands in b before, after the best place for a costs nothing. */
  const align = (a, b, freeStart = false, freeEnd = false) => {
    const m = a.length, n = b.length, width = n + 1;
    const cost = new Uint16Array((m + 1) * width);
    for (let j = 1; j <= n; j += 1) cost[j] = freeStart ? 0 : j;
    for (let i = 1; i <= m; i += 1) {
      cost[i * width] = i;
      for (let j = 1; j <= n; j += 1) {
        const at = i * width + j;
        cost[at] = Math.min(cost[at - width - 1] + (a[i - 1] !== b[j - 1]), cost[at - width] + 1, cost[at - 1] + 1);
      }
    }
    let i = m, j = n;
    if (freeEnd) for (let k = 0; k <= n; k += 1) {
      const better = cost[m * width + k] - cost[m * width + j];
      if (better < 0 || (better === 0 && Math.abs(k - m) < Math.abs(j - m))) j = k;
    }
    const ops = [];
    while (i > 0 || (j > 0 && !freeStart)) {
      const at = i * width + j;
      if (i && j && cost[at] === cost[at - width - 1] + (a[i - 1] !== b[j - 1])) {
        i -= 1; j -= 1;
        ops.push([a[i] === b[j] ? "=" : "x", i, j]);
      } else if (j && cost[at] === cost[at - 1] + 1) ops.push(["-", i, j -= 1]);
      else ops.push(["+", i -= 1, j]);
    }
    return ops.reverse();
  };

  /* Stretches of what is the same and what is not: { same, i0, i1, j0, j1 }. */
  const stretches = (ops) => {
    const found = [];
    for (const [op, i, j] of ops) {
      const same = op === "=";
      let last = found.at(-1);
      if (last?.same !== same) found.push(last = { same, i0: i, i1: i, j0: j, j1: j });
      if (op !== "-") last.i1 = i + 1;
      if (op !== "+") last.j1 = j + 1;
    }
    return found;
  };
  const size = (s) => Math.max(s.i1 - s.i0, s.j1 - s.j0);
  /* A lone word between two longer changes belongs to them: the reader sees one change, not confetti. */
  const joined = (list) => {
    const found = [];
    for (let k = 0; k < list.length; k += 1) {
      const last = found.at(-1), next = list[k + 1];
      const lone = list[k].same && last && next && size(list[k]) === 1 && size(last) + size(next) >= 4;
      if (lone) Object.assign(last, { i1: next.i1, j1: next.j1 }), k += 1;
      else found.push({ ...list[k] });
    }
    return found;
  };
  /* A change inside a number is shown as a change of the whole number. */
  const wholeNumbers = (list, a, b) => {
    const inNumber = (units, from, to, k) => units.numbers[k] >= 0 && units.numbers.slice(from, to).includes(units.numbers[k]);
    list.forEach((change, k) => {
      if (change.same) return;
      const before = list[k - 1], after = list[k + 1];
      const grows = (i, j) => inNumber(a, change.i0, change.i1, i) || inNumber(b, change.j0, change.j1, j);
      while (before?.same && before.i1 > before.i0 && grows(before.i1 - 1, before.j1 - 1)) {
        change.i0 = before.i1 -= 1; change.j0 = before.j1 -= 1;
      }
      while (after?.same && after.i1 > after.i0 && grows(after.i0, after.j0)) {
        after.i0 = change.i1 = after.i0 + 1; after.j0 = change.j1 = after.j0 + 1;
      }
    });
    return list.filter((s) => size(s) > 0);
  };
  const slice = (units, from, to) => to > from ? units.text.slice(units.from[from], units.to[to - 1]) : "";
  const HAN_DIGITS = "〇一二三四五六七八九";
  const plainNumber = (text) => text.replace(/[,\s]/g, "").replace(/[一二三四五六七八九]/g, (c) => HAN_DIGITS.indexOf(c));
  /* The numbers a change alters, on either side; none where both sides have the same. */
  const altered = (change, a, b) => {
    const pasted = EditionUnits.numbersIn(a, change.i0, change.i1), printed = EditionUnits.numbersIn(b, change.j0, change.j1);
    const numerals = [EditionUnits.numeral(a, change.i0, change.i1), EditionUnits.numeral(b, change.j0, change.j1)];
    if (numerals[0] && !pasted.length && (numerals[1] || printed.length)) pasted.push(slice(a, change.i0, change.i1));
    if (numerals[1] && !printed.length && pasted.length) printed.push(slice(b, change.j0, change.j1));
    const same = pasted.map(plainNumber).join() === printed.map(plainNumber).join();
    return same ? null : { pasted: pasted.join(", "), printed: printed.join(", ") };
  };
  /* Runs to be shown, in order: { same: text } or { pasted, printed, number }. */
  const runs = (ops, a, b, start, end) => {
    const list = wholeNumbers(joined(stretches(ops)), a, b);
    const found = [];
    let at = start;
    const upTo = (to) => { if (to > at) found.push({ same: b.text.slice(at, to) }); at = Math.max(at, to); };
    for (const s of list.filter((s) => !s.same)) {
      if (s.j1 > s.j0) upTo(b.from[s.j0]);
      else upTo(s.j0 > 0 ? b.to[s.j0 - 1] : start);
      found.push({ pasted: slice(a, s.i0, s.i1), printed: slice(b, s.j0, s.j1), number: altered(s, a, b) });
      if (s.j1 > s.j0) at = b.to[s.j1 - 1];
    }
    upTo(end);
    return found;
  };

  const bare = (text) => text.replace(/\s/g, "");
  const gapKinds = (a, b, kinds) => {
    if (a === b) return;
    if (bare(a) === bare(b)) { kinds.add(/\n/.test(a + b) ? "lines" : "spaces"); return; }
    const wide = [bare(a), bare(b)].map((t) => t.replace(/[\uff01-\uff5e]/g, (c) => c.normalize("NFKC")));
    if (wide[0] === wide[1]) { kinds.add("width"); return; }
    const rest = wide.map((t) => t.replace(QUOTES, ""));
    if (rest[0] !== rest[1]) kinds.add("punctuation");
    if ((wide[0].match(QUOTES) ?? []).join() !== (wide[1].match(QUOTES) ?? []).join()) kinds.add("quotes");
  };
  const unitKinds = (a, b, kinds) => {
    if (a === b) return;
    const wide = [a, b].map((t) => t.replace(/[\uff01-\uff5e]/g, (c) => c.normalize("NFKC")));
    if (wide[0] === wide[1]) kinds.add("width");
    else if (wide[0].toLowerCase() === wide[1].toLowerCase()) kinds.add("case");
    else kinds.add(/\p{Script=Han}/u.test(a) ? "traditional" : "punctuation");
  };
  /* In which ways the same words are written otherwise: width, case, traditional, punctuation,
     quotes, spaces, lines. */
  const formKinds = (ops, a, b) => {
    const kinds = new Set();
    ops.forEach(([op, i, j], k) => {
      if (op !== "=") return;
      unitKinds(a.text.slice(a.from[i], a.to[i]), b.text.slice(b.from[j], b.to[j]), kinds);
      const next = ops[k + 1];
      if (next?.[0] === "=") gapKinds(a.text.slice(a.to[i], a.from[i + 1]), b.text.slice(b.to[j], b.from[j + 1]), kinds);
    });
    return kinds;
  };
  return { align, runs, formKinds, gapKinds };
})();
