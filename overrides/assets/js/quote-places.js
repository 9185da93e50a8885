/* A place in a report, drawn: its number and links, the words that differ, the sentence, and a
   quotation ready to copy. Words of the interface come from the page's template. */
"use strict";
var EditionQuotePlaces = (() => {
  const CONTEXT = 6, LANG = { zh: "zh-Hans", en: "en-GB" };
  const fill = (pattern, ...values) => values.reduce((text, value) => text.replace("{}", () => value), pattern);
  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  };
  const number = (id) => id.replace(/^p/, "");
  const ordinal = (id) => id.split("-s")[1];
  const link = (text, href) => element("a", { href }, text);

  /* `texts` is the library; `say` tells the reader what was copied. */
  const of = (host, words, texts, say) => {
    const { root, language } = host.dataset;
    const site = texts.address || new URL(`${root}../`, location.href).href;
    const textOf = (report, tongue) => texts.corpora(tongue).find((c) => c.report === report).text;
    const rowOf = (report, segment) => report.segments.find(([name]) => name === segment);

    const spot = (id, segment) => {
      if (!segment.startsWith("p")) return words.at_heading;
      return ordinal(id) ? fill(words.at, number(segment), ordinal(id)) : fill(words.at_paragraph, number(segment));
    };
    const spots = (sentences) => {
      const first = sentences[0], last = sentences.at(-1);
      if (first === last) return spot(first.id, first.segment);
      if (first.segment === last.segment && first.segment.startsWith("p"))
        return fill(words.at_sentences, number(first.segment), ordinal(first.id), ordinal(last.id));
      return fill(words.at_several, spot(first.id, first.segment), spot(last.id, last.segment));
    };
    const reading = (report, id, segment) => {
      const row = rowOf(report, segment);
      return `${root}${report.id}/${row?.[1] ? `${row[1]}/` : ""}#${id}`;
    };
    /* The permanent address; a heading has none and is read in its place. */
    const permanent = (base, report, id, segment) => segment.startsWith("p")
      ? `${base}${report.id}/${segment}/${ordinal(id) ? `#s${ordinal(id)}` : ""}`
      : new URL(reading(report, id, segment), location.href).href;
    const trail = (report, segment) => report.trails[rowOf(report, segment)?.[2]]?.[language] ?? "";
    /* A link to the permanent address of the first of some sentences. */
    const address = (report, { id, segment }, text) => link(text, permanent(`${root}../`, report, id, segment));
    const where = (report, sentences) => {
      const { id, segment } = sentences[0];
      return element("p", { className: "where" },
        address(report, sentences[0], spots(sentences)),
        element("span", { className: "trail" }, [report.title[language], trail(report, segment)].filter(Boolean).join(" › ")),
        link(words.read, reading(report, id, segment)));
    };

    const unseen = (text) => element("span", { className: "unseen" }, text);
    const diff = (piece, tongue) => {
      const line = element("p", { className: "diff", lang: LANG[tongue] });
      for (const run of piece.runs) {
        if (run.same !== undefined) line.append(run.same);
        if (run.printed) line.append(element("del", {}, unseen(words.in_report), run.printed));
        if (run.pasted) line.append(element("ins", {}, unseen(words.in_paste), run.pasted));
      }
      const changes = piece.runs.filter((run) => run.same === undefined).map((run) => element("li", {},
        run.printed && run.pasted ? fill(words.changed, run.printed, run.pasted)
          : run.printed ? fill(words.omitted, run.printed) : fill(words.added, run.pasted)));
      return [line, element("p", { className: "key" }, words.key),
        element("ol", { className: "changes", ariaLabel: words.differences }, ...changes)];
    };
    /* The sentences that the words of some pieces stand in, the words marked. */
    const context = (pieces, sentences, report, tongue) => {
      const line = element("p", { lang: LANG[tongue] }), all = textOf(report, tongue);
      const marked = [...pieces].sort((x, y) => x.start - y.start), long = sentences.length > CONTEXT;
      let at = long ? marked[0].start : Math.min(marked[0]?.start ?? Infinity, sentences[0].start);
      for (const { start, end } of marked) {
        line.append(all.slice(at, start), element("mark", {}, all.slice(Math.max(at, start), end)));
        at = end;
      }
      if (!long) line.append(all.slice(at, Math.max(at, sentences.at(-1).end)));
      const passage = element("blockquote", { className: "passage" }, line);
      if (tongue === "en") passage.append(element("p", { lang: "zh-Hans" }, sentences.map((s) => s.zh).join("")));
      return passage;
    };
    const copy = (box, button) => async () => {
      try {
        await navigator.clipboard.writeText(box.textContent);
        say(words.copied);
      } catch {
        getSelection().selectAllChildren(box);
        say(words.selected);
      }
      button.focus();
    };
    const ready = (quoted, report, sentences, tongue, open) => {
      const { id, segment } = sentences[0];
      const source = fill(words[`line_${tongue}`], report.source[language], spots(sentences), permanent(site, report, id, segment));
      const box = element("pre", {}, element("span", { lang: LANG[tongue] }, quoted), `\n${source}`);
      const button = element("button", { type: "button" }, words.copy);
      button.addEventListener("click", copy(box, button));
      return element("details", { className: "ready", open }, element("summary", {}, words.ready), box, button);
    };
    return { spot, spots, trail, address, where, diff, context, ready };
  };
  return { of, element, fill };
})();
