/* The parts of the index made into entries. Parts come in any order; an entry grows as they come.
   An entry: key, kind (paragraph, heading, figure, term, note, page), report, part, path, anchor.
   Its fields: language, role (name, form, value, text), text, where its sentences begin. */
"use strict";
var EditionParts = (() => {
  /* Parts that came as scripts, for pages read from a folder. */
  const arrived = new Map();
  const arrive = (name, part) => arrived.set(name, part);
  const part = (name) => arrived.get(name);

  const gather = (language) => {
    const entries = [], fields = [], byKey = new Map();
    const entry = (key, made) => {
      if (!byKey.has(key)) {
        const order = entries.length;
        byKey.set(key, { key, order, part: "", ...made, fields: [] });
        entries.push(byKey.get(key));
      }
      return byKey.get(key);
    };
    const field = (owner, lang, role, pieces) => {
      const texts = [pieces].flat(), begins = [];
      let text = "";
      for (const piece of texts) {
        if (text && lang === "en" && !text.endsWith(" ")) text += " ";
        begins.push(text.length);
        text += piece;
      }
      if (!text) return;
      const made = { entry: owner, language: lang, role, text, begins, folded: EditionFold.fold(text) };
      owner.fields.push(made);
      fields.push(made);
    };

    const report = (book, lang) => {
      const within = new Map(book.segments.map(([id, above]) => [id, above]));
      const partOf = (id) => { while (within.get(id)) id = within.get(id); return id.startsWith("h") ? `${book.id}/${id}` : ""; };
      for (const [id, above, page, sentences] of book.segments) {
        const heading = id.startsWith("h");
        const path = page ? `${book.id}/${page}/` : `${book.id}/`;
        const made = entry(`${book.id}/${id}`, { kind: heading ? "heading" : "paragraph", report: book.id, id, within: above, part: partOf(id), path, anchor: id });
        if (lang === language) made.reportName = book.name;
        field(made, lang, heading ? "name" : "text", sentences);
      }
      for (const [id, at, subject, printed] of book.figures) {
        const made = entry(`${book.id}/figures/${id}`, { kind: "figure", report: book.id, id, within: at, part: partOf(at), path: `${book.id}/figures/`, anchor: id });
        field(made, lang, "name", subject);
        field(made, lang, "value", printed);
      }
    };
    const lemmas = (pages) => {
      for (const [page, { ids, zh, en, pinyin }] of Object.entries(pages)) ids.forEach((id, i) => {
        const made = entry(`glossary/${id}`, { kind: "term", path: `glossary/${page}/`, anchor: id });
        made.pinyin = pinyin[i].split(" ");
        for (const form of zh[i]) field(made, "zh", "form", form);
        for (const form of en[i]) field(made, "en", "form", form);
      });
    };
    const more = ({ definitions, notes, pages }, lang) => {
      for (const [id, blocks] of definitions) {
        const made = byKey.get(`glossary/${id}`);
        for (const block of blocks) field(made, lang, "text", block);
      }
      for (const [book, id, at, blocks] of notes) {
        const figure = byKey.get(`${book}/figures/${id}`);
        const part = byKey.get(`${book}/${at}`)?.part;
        const made = figure ?? entry(`${book}/notes/${id}`, { kind: "note", report: book, id, within: at, part, path: `${book}/notes/`, anchor: id });
        for (const block of blocks) field(made, lang, "text", block);
      }
      for (const [page, title, anchor, heading, blocks] of pages) {
        const made = entry(`${page}#${anchor}`, { kind: "page", pageTitle: title, path: `${page}/`, anchor });
        field(made, lang, "name", heading);
        for (const block of blocks) field(made, lang, "text", block);
      }
    };
    const add = (name, content) => {
      const [what, lang] = name.split("-");
      if (what === "traditional") {
        EditionFold.learn(content);
        for (const one of fields) one.folded = EditionFold.fold(one.text);
      } else if (what === "report") for (const book of content) report(book, lang);
      else (what === "lemmas" ? lemmas : more)(content, lang);
    };
    return { entries, fields, byKey, language, add };
  };
  /* What a reader of a language needs first, and what may follow. */
  const order = (language) => language === "zh"
    ? [["traditional", "report-zh", "lemmas"], ["report-en", "more-zh"]]
    : [["report-en", "lemmas"], ["traditional", "report-zh", "more-en"]];
  return { arrive, part, gather, order };
})();
