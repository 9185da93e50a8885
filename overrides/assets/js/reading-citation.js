/* A citation, an address or an id as the paragraph it names: 第57段, para. 57, ¶57, p57-s2,
   …/kaifeng-2020/p57/#s2. */
"use strict";
var EditionCitation = (() => {
  const CHINESE = /第\s*(\d+[a-z]?|[一二三四五六七八九十百零〇]+)\s*(?:自然)?段(?:\s*第\s*(\d+|[一二三四五六七八九十]+)\s*句)?/g;
  const ENGLISH = /(?:¶+\s*|\bpar(?:a|agraph)?s?\.?\s*)(\d+[a-z]?)\b(?:,?\s*(?:sentence|sent\.|s\.)\s*(\d+))?/g;
  const ID = /(?:^|[^\w/#.-])(p\d+[a-z]?)(?:-(s\d+[a-z]?))?(?![\w-])/g;
  const HEADING = /^(?:h\d+(?:-\d+)*|title)$/;
  const DIGITS = "零一二三四五六七八九";

  /* 五十七 -> 57 */
  const number = (said) => {
    if (/^\d/.test(said)) return said;
    let total = 0, digit = 0;
    for (const c of said.replaceAll("〇", "零")) {
      const unit = { 十: 10, 百: 100 }[c];
      if (unit) { total += (digit || 1) * unit; digit = 0; } else digit = DIGITS.indexOf(c);
    }
    return String(total + digit);
  };
  const addressed = (id) => new RegExp(
    `${id}/(?:(?:h[\\d-]+|full|en|zh)/(?:index\\.html)?(?:\\?[^#\\s]*)?#)?((?:p\\d+[a-z]?|h\\d+(?:-\\d+)*)(?![\\w]))(?:(?:/?(?:index\\.html)?(?:\\?[^#\\s]*)?#|-)(s\\d+[a-z]?))?`, "g");

  /* All that a text names: [{ segment, sentence, report (or undefined), at, length }]. */
  const mentions = (plain, reports) => {
    const found = [];
    const note = (match, segment, sentence, report) => found.push({ segment, sentence, report, at: match.index, length: match[0].length });
    for (const report of reports)
      for (const match of plain.matchAll(addressed(report.id))) note(match, match[1], match[2] ?? "", report);
    for (const match of plain.matchAll(CHINESE)) note(match, `p${number(match[1])}`, match[2] ? `s${number(match[2])}` : "");
    for (const match of plain.matchAll(ENGLISH)) note(match, `p${match[1]}`, match[2] ? `s${match[2]}` : "");
    for (const match of plain.matchAll(ID)) note(match, match[1], match[2] ?? "");
    if (HEADING.test(plain.trim())) note({ index: 0, 0: plain }, plain.trim(), "");
    return found;
  };
  /* The reports a citation can mean: named by address, by title, or all. */
  const meant = (plain, mention, reports) => {
    if (mention.report) return [mention.report];
    const titled = reports.filter((r) => [r.id, r.title.zh, r.title.en].some((name) => plain.includes(EditionFold.fold(name))));
    return titled.length ? titled : reports;
  };
  const target = (report, { segment, sentence }) => {
    const row = report.segments.find(([id]) => id === segment);
    const id = sentence ? `${segment}-${sentence}` : "";
    const said = row?.[4].find(([name]) => name === id);
    return { report, segment, sentence: said ? id : "", row, gone: report.gone.includes(segment), noSentence: Boolean(row && id && !said) };
  };
  /* The words quoted beside the citation: lines without one, or what leads the line in quotation marks. */
  const quoted = (text, plain, found, reports) => {
    const lines = [];
    let at = 0;
    for (const line of text.split("\n")) {
      const cites = found.some((m) => m.at >= at && m.at < at + line.length);
      if (!cites && !/^\s*(?:——|—|-- )/.test(line)) lines.push(line);
      at += line.length + 1;
    }
    const rest = lines.join("\n").trim();
    if (rest) return rest;
    const lead = text.trim().match(/^[“"「『]([^]+?)[”"」』]\s*[(（,，.。—-]/)?.[1] ?? "";
    const titles = reports.flatMap((r) => [r.title.zh, r.title.en]).map(EditionFold.fold);
    return titles.some((title) => EditionFold.fold(lead).includes(title)) ? "" : lead;
  };

  /* { targets, quoted } or null where nothing is cited. */
  const read = (text, reports) => {
    const plain = EditionFold.fold(text), found = mentions(plain, reports);
    if (!found.length) return null;
    const first = found.find((m) => m.report && m.sentence) ?? found.find((m) => m.report) ?? found.find((m) => m.sentence) ?? found[0];
    return { targets: meant(plain, first, reports).map((r) => target(r, first)), quoted: quoted(text, plain, found, reports) };
  };
  return { read };
})();
