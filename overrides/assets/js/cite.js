/* Citations, records and quotations of a place, filled in from cite.json. scripts/cite/fill.py does
   the same, and a test holds the two together. No word of a citation is in here. */
"use strict";
const EditionCite = (() => {
  const TOKEN = /\{(\w+)\}/g;
  const BIBLATEX = {
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", $: "\\$", "&": "\\&", "#": "\\#", "%": "\\%",
    _: "\\_", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
  };
  const HTML = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
  const KIND = (place) => (place.kind === "figure" && place.number ? "figure_in" : place.kind);

  const fill = (template, values) => template.replace(TOKEN, (token, name) => values[name] ?? token);
  const escape = (text) => text.replace(/[&<>"']/g, (c) => HTML[c]);
  const written = (date, [pattern, months]) => {
    const [y, mm, dd] = date.split("-");
    const month = months ? months.split(" ")[Number(mm) - 1] : mm;
    return fill(pattern, { y, mm, dd, m: String(Number(mm)), d: String(Number(dd)), month });
  };
  const idOf = ({ kind, id, number, sentence }) =>
    kind === "paragraph" || kind === "sentence" ? `p${number}${sentence ? `-s${sentence}` : ""}` : id ?? "";
  const pathOf = (place, report, language) => ({
    paragraph: `${report}/p${place.number}/`,
    sentence: `${report}/p${place.number}/#s${place.sentence}`,
    figure: `${language}/${report}/figures/#${place.id}`,
    term: `${language}/glossary/#${place.id}`,
    report: `${language}/${report}/`,
    edition: "",
  })[place.kind];
  const keyOf = (place, report) =>
    [{ term: "glossary", edition: "edition" }[place.kind] ?? report, idOf(place)].filter(Boolean).join("-");

  const valuesOf = (data, place, language, given) => {
    const date = typeof given === "string" ? given : day(given);
    const words = data.values[language];
    const what = place.original ? `${place.title} [${place.original}]` : place.title ?? "";
    const path = pathOf(place, words.report ?? "", language);
    const values = {
      ...words,
      number: String(place.number ?? ""),
      sentence: String(place.sentence ?? ""),
      what,
      what_bib: what.replace(/[\\{}$&#%_^~]/g, (c) => BIBLATEX[c]),
      // The site's own address, where it is known: a reader may be on a copy.
      url: data.address ? data.address + path : place.url || path,
      key: keyOf(place, words.report ?? ""),
    };
    for (const [suffix, form] of Object.entries(data.dates)) values[`accessed${suffix}`] = written(date, form);
    return values;
  };
  const fillTree = (tree, values) => {
    if (typeof tree === "string") return fill(tree, values);
    if (Array.isArray(tree)) return tree.map((branch) => fillTree(branch, values));
    if (tree === null || typeof tree !== "object") return tree;
    return Object.fromEntries(Object.entries(tree).map(([key, branch]) => [key, fillTree(branch, values)]));
  };

  /* data of cite.json, with the address of the site found out where it was not known. */
  const load = async (url) => {
    const data = await (await fetch(url)).json();
    return data.address ? data : { ...data, address: new URL(data.root, url).href };
  };
  /* A day by the reader's own clock, ISO 8601. */
  const day = (date) => {
    const two = (n) => String(n).padStart(2, "0");
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  };
  const today = () => day(new Date());

  const citations = (data, place, language, date) => {
    const values = valuesOf(data, place, language, date);
    const kind = KIND(place);
    return data.styles.filter(({ id }) => data.forms[id][language].entry[kind]).map(({ id, label }) => {
      const form = data.forms[id][language];
      const runs = form.entry[kind].split("*").map((run) => fill(run, values));
      return {
        id, label,
        text: runs.join(""),
        html: runs.map((run, i) => (i % 2 ? `<i>${escape(run)}</i>` : escape(run))).join(""),
        inText: fill(form.in_text[kind] ?? "", values),
      };
    });
  };
  const record = (data, place, language, date, format) => {
    const values = valuesOf(data, place, language, date);
    const form = data.records[format][language][place.kind];
    if (format !== "csl-json") return fill(form, values);
    const accessed = { "date-parts": [values.accessed.split("-").map(Number)] };
    return `${JSON.stringify([{ ...fillTree(form, values), accessed }], null, 1)}\n`;
  };
  const quotation = (data, place, language, words, date) => {
    const inner = words.trim().replace(/[“”]/g, (mark) => ({ "“": "‘", "”": "’" })[mark]);
    return fill(data.quotation[language][KIND(place)], { ...valuesOf(data, place, language, date), words: inner });
  };
  return { citations, record, quotation, load, today };
})();
