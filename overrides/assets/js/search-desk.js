/* The desk where questions are asked: loads the parts, answers, and answers again when another part
   has come. Runs in a worker, or in the page where a browser allows none (a folder on disk). */
"use strict";
var EditionDesk = ({ language, load, reply }) => {
  const GROUPS = { paragraph: "report", heading: "report", term: "glossary", figure: "figures", note: "pages", page: "pages" };
  const index = EditionParts.gather(language), order = EditionParts.order(language);
  const there = new Set();
  let prepared = null, waves = 0, failed = false, last = null, loading = null;

  const fetchAll = async () => {
    for (const [n, wave] of order.entries()) {
      const wanted = wave.filter((name) => !there.has(name));
      const parts = await Promise.all(wanted.map(load));
      wanted.forEach((name, i) => { index.add(name, parts[i]); there.add(name); });
      prepared = EditionLookup.prepare(index);
      waves = Math.max(waves, n + 1);
      if (last) answer(last);
      setTimeout(prepared.learn);
    }
  };
  /* Start loading; a second call does nothing, unless the first failed. */
  const warm = () => loading ??= fetchAll().catch(() => { failed = true; loading = null; if (last) answer(last); failed = false; });

  /* Where a query leads straight: the paragraph of a typed number, the entry of a word in “…”. */
  const leads = (query) => {
    const id = query.paragraph || query.heading;
    if (id) return index.entries.filter((e) => e.id === id && ["paragraph", "heading"].includes(e.kind));
    return query.bare ? index.entries.filter((e) => e.kind === "term" && e.fields.some((f) => f.role === "form" && f.folded === query.bare)) : [];
  };

  const answer = (question) => {
    const pending = waves < order.length;
    if (!prepared) return reply({ ...question, pending, failed, ready: false });
    const query = EditionQuery.parse(question.text);
    const found = EditionSearch.search(prepared, query);
    const inPart = found.filter((f) => !question.part || f.entry.part === question.part);
    const shown = inPart.filter((f) => !question.kind || GROUPS[f.entry.kind] === question.kind);
    const kinds = count(inPart, (f) => GROUPS[f.entry.kind]);
    const hows = count(shown, (f) => f.how);
    const parts = count(found.filter((f) => f.entry.part && (!question.kind || GROUPS[f.entry.kind] === question.kind)), (f) => f.entry.part);
    const names = index.entries.filter((e) => e.kind === "heading" && !e.within).map((e) => [`${e.report}/${e.id}`, EditionSnippet.own(e, language)]);
    reply({
      ...question, pending, failed, ready: true, total: found.length, all: inPart.length, count: shown.length, kinds, hows,
      parts: names.map(([id, name]) => [id, name, parts[id] ?? 0]),
      leads: leads(query).map((entry) => ({ ...EditionSnippet.show({ entry, how: "lead", own: true }, EditionQuery.parse(""), prepared), sentence: query.sentence })),
      help: found.length || !query.words.length || pending ? null : help(query),
      items: shown.slice(0, question.limit).map((one) => EditionSnippet.show(one, query, prepared)),
    });
  };
  /* For a query that finds nothing: its longest stretch that is somewhere, and the words that are not. */
  const help = (query) => {
    const missing = query.words.filter((word) => !prepared.holding(word.text).some(Boolean)).map((word) => word.text);
    const whole = (query.whole || query.words[0].text).slice(0, 40);
    const latin = /^[ -~]+$/.test(whole);
    for (let length = whole.length - 1; length >= (latin ? 4 : 2); length -= 1)
      for (let at = 0; at + length <= whole.length; at += 1) {
        const stretch = whole.slice(at, at + length).trim();
        if (stretch.length === length && (!latin || broken(whole, at, length)) && prepared.holding(stretch).some(Boolean)) return { missing, stretch };
      }
    return { missing, stretch: "" };
  };
  const broken = (text, at, length) => !/[a-z]{2}/.test(text.slice(Math.max(0, at - 1), at + 1).padStart(2)) && !/[a-z]{2}/.test(text.slice(at + length - 1, at + length + 1));
  const count = (list, by) => {
    const counts = {};
    for (const one of list) counts[by(one)] = (counts[by(one)] ?? 0) + 1;
    return counts;
  };
  const ask = (question) => { last = question; warm(); answer(question); };
  /* Every entry found, key and way only: for tests and the bench. */
  const list = (text) => EditionSearch.search(prepared, EditionQuery.parse(text)).map(({ entry, how }) => [entry.key, how]);
  return { ask, warm, list };
};
