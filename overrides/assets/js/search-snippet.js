/* What a result shows: its name, and the sentence with the hit, both cut into marked and plain. */
"use strict";
var EditionSnippet = (() => {
  const LONGEST = { zh: 120, en: 260 };

  const places = (folded, needle, wholeWord) => {
    const found = [];
    const letter = (at) => /[a-z]/.test(folded[at] ?? "");
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
      const end = at + needle.length;
      if (!wholeWord || (!letter(at - 1) && !letter(end))) found.push([at, end]);
    }
    return found;
  };
  /* Where a field meets the query, by the way the entry was found; in order, none overlapping. */
  const spans = (field, query, how, prepared) => {
    const { folded } = field;
    if (how === "exact") return places(folded, query.whole || query.words[0].text);
    if (how === "bare") return places(folded, query.bare);
    const found = query.words.flatMap((word) => {
      const there = places(folded, word.text);
      if (there.length || how === "words" || how === "pinyin") return there;
      const numbers = word.values.length ? EditionNumbers.find(folded).filter((n) => word.values.includes(n.value) || word.values.includes(n.figures)) : [];
      const forms = prepared.otherForms(word).flatMap((form) => places(folded, form, true));
      return [...numbers.map((n) => [n.start, n.end]), ...forms];
    });
    return merged(found);
  };
  const merged = (found) => {
    const kept = [];
    for (const [from, to] of found.sort((a, b) => a[0] - b[0])) {
      const last = kept.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else kept.push([from, to]);
    }
    return kept;
  };
  /* A stretch of a text as [plain, marked, plain, …]. */
  const cut = (text, hits, from = 0, to = text.length) => {
    const pieces = [];
    let at = from;
    for (const [start, end] of hits) {
      if (end <= from || start >= to) continue;
      pieces.push(text.slice(at, Math.max(at, start)), text.slice(Math.max(at, start), Math.min(end, to)));
      at = Math.min(end, to);
    }
    return [...pieces, text.slice(at, to)];
  };

  /* The sentence or sentences of the first hit, or of the most words, clipped around it. */
  const sentence = (field, hits) => {
    const { text, begins } = field, longest = LONGEST[field.language];
    const [start, end] = hits[0] ?? [0, 0];
    let from = begins.findLast((at) => at <= start) ?? 0;
    let to = begins.find((at) => at >= end && at > start) ?? text.length;
    const before = from, after = to;
    if (to - from > longest) {
      from = Math.max(from, start - Math.round(longest / 4));
      if (field.language === "en" && from > before) from = Math.min(start, text.indexOf(" ", from) + 1 || from);
      to = Math.min(to, Math.max(end, from + longest));
      if (field.language === "en" && to < after) to = Math.max(end, text.lastIndexOf(" ", to));
    }
    const pieces = cut(text, hits, from, to);
    if (from > before) pieces[0] = `…${pieces[0]}`;
    if (to < after) pieces[pieces.length - 1] = `${pieces.at(-1).trimEnd()}…`;
    return pieces;
  };

  const NAMES = ["name", "form"];
  const show = ({ entry, how, own }, query, prepared) => {
    const { language, byKey } = prepared.index;
    const told = entry.fields.map((field) => ({ field, hits: spans(field, query, how, prepared) }));
    const mine = (one) => one.field.language === language;
    const name = told.find((one) => NAMES.includes(one.field.role) && mine(one)) ?? told.find((one) => NAMES.includes(one.field.role));
    const better = (a, b) => (mine(b) - mine(a)) || (distinct(b, query) - distinct(a, query));
    const rest = told.filter((one) => one !== name);
    const best = rest.filter((one) => one.hits.length).sort(better)[0];
    const plain = rest.find((one) => mine(one) && one.field.role !== "form") ?? null;
    const chosen = name?.hits.length && entry.kind === "term" && mine(name) ? plain ?? best : best ?? plain;
    const counterpart = entry.kind === "term" ? told.find((one) => one.field.role === "form" && !mine(one)) : null;
    const value = entry.kind === "figure" ? told.find((one) => one.field.role === "value" && mine(one)) : null;
    const needles = new Set(told.flatMap(({ field, hits }) => hits.map(([from, to]) => field.folded.slice(from, to))));
    const about = entry.within ? byKey.get(`${entry.report}/${entry.within}`) : null;
    return {
      key: entry.key, kind: entry.kind, how, own, path: entry.path, anchor: entry.anchor,
      number: entry.kind === "paragraph" ? entry.id.slice(1) : about?.kind === "paragraph" ? about.id.slice(1) : "",
      trail: entry.pageTitle ? [entry.pageTitle] : trail(entry, prepared.index),
      name: name ? cut(name.field.text, name.hits) : null, nameLanguage: name?.field.language,
      also: counterpart ? cut(counterpart.field.text, counterpart.hits) : null, alsoLanguage: counterpart?.field.language,
      value: value ? cut(value.field.text, value.hits) : null,
      text: chosen && chosen !== value && chosen !== counterpart ? sentence(chosen.field, chosen.hits) : null,
      textLanguage: chosen?.field.language,
      needles: [...needles].slice(0, 8),
    };
  };
  const distinct = ({ field, hits }, query) => query.words.filter((w) => field.folded.includes(w.text)).length * 1e3 + Math.min(hits.length, 99);

  const own = (entry, language) => (entry.fields.find((f) => f.language === language) ?? entry.fields[0])?.text.replace(/[。.]$/, "") ?? "";
  /* The report's name and the headings above, outermost first. */
  const trail = (entry, index) => {
    const above = [];
    let at = entry.within ? index.byKey.get(`${entry.report}/${entry.within}`) : null;
    while (at) {
      if (at.kind === "heading") above.unshift(own(at, index.language));
      at = at.within ? index.byKey.get(`${at.report}/${at.within}`) : null;
    }
    return above;
  };
  return { show, own };
})();
