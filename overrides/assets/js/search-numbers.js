/* Numbers in figures by their value, so that 44,600 finds 4.46万, and 15.486 billion finds 154.86亿.
   A value is its digits and a power of ten ("446e2"), so nothing is rounded; percentages and
   percentage points are kept apart from each other and from plain numbers. Takes folded text. */
"use strict";
var EditionNumbers = (() => {
  const POWERS = { "十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, hundred: 2, thousand: 3, million: 6, billion: 9, trillion: 12 };
  const NUMBER = new RegExp([
    /(?<![a-z.\d])(?<whole>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.(?<part>\d+))?/,
    /(?:st|nd|rd|th|s)?(?![a-z\d]|\.\d)/,
    /(?:[多余几]?(?<zh>[十百千]?万亿|[十百千]?[万亿]|[百千](?![分瓦米伏克]))|[ -](?<en>hundred|thousand|million|billion|trillion)\b)?/,
    /(?<unit> ?%| ?个?百分点|[ -]percentage[ -]points?|[ -]?per ?cent\b)?/,
  ].map((part) => part.source).join(""), "g");
  const RANGE = /^ ?(?:[~\-至到]|to) ?$/;

  const valueOf = (whole, part, power, unit) => {
    let digits = (whole.replaceAll(",", "") + part).replace(/^0+/, "");
    power -= part.length;
    const kept = digits.replace(/0+$/, "");
    power += digits.length - kept.length;
    const kind = !unit ? "" : /point|点/.test(unit) ? "pp" : "%";
    return (kept ? `${kept}e${power}` : "0") + kind;
  };
  const powerOf = ({ zh, en }) => zh ? [...zh].reduce((sum, c) => sum + POWERS[c], 0) : POWERS[en] ?? 0;

  const isYear = (whole, part) => !part && /^(?:19|20)\d\d$/.test(whole);
  /* Every number: where it stands, its value, and its figures without the scale, so that 1,087.6
     finds 1087.6亿. In 3~5万 the scale is said once for both. */
  const find = (folded) => {
    const found = [...folded.matchAll(NUMBER)];
    return found.map((match, i) => {
      let said = match.groups;
      const end = match.index + match[0].length, next = found[i + 1];
      const { whole, part = "" } = match.groups;
      const alone = !said.zh && !said.en && !said.unit;
      if (alone && next && !isYear(whole, part) && RANGE.test(folded.slice(end, next.index))) said = next.groups;
      return { start: match.index, end, value: valueOf(whole, part, powerOf(said), said.unit), figures: `=${valueOf(whole, part, 0, "")}`, alone };
    });
  };
  /* What a typed word that is one number, perhaps with a unit, asks for: 4.46万人, 15.486 billion yuan.
     One without a scale asks for its figures, too. */
  const read = (word) => {
    const [number, second] = find(word);
    const bare = number && !second && number.start === 0 && !/\d/.test(word.slice(number.end));
    if (!bare || !/^(?: ?[a-z]+|[\u4e00-\u9fff]{0,3})$/.test(word.slice(number.end))) return [];
    return number.alone ? [number.value, number.figures] : [number.value];
  };
  return { find, read };
})();
