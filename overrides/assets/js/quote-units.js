/* A text cut into the units that are compared: Chinese by character, English by word; white space
   and punctuation are left out, save where they are part of a number. Each unit knows its place. */
"use strict";
var EditionUnits = (() => {
  const WORD = /[\p{L}\p{M}\p{N}\p{S}%‰\ud800-\udfff]/u;
  const TOKEN = /per ?cent\b|(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:'(?:(?!\p{Script=Han})\p{L})+)*|\d+(?:[.:]\d+|,\d{3}(?!\d))*|[\p{Script=Han}\p{N}\p{S}%‰]/gu;
  const NUMBER = /\d+(?:,\d{3}(?!\d))*(?:\.\d+)?(?:[十百千万亿]+|\s?(?:hundred|thousand|million|billion|trillion)\b)*(?:\s?(?:%|‰|per ?cent\b))?/g;
  const NUMERAL = /^[〇零一二两三四五六七八九十百千万亿半]+$|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|thousand|million|billion|trillion|half|first|second|third|fourth|fifth)$/;
  const digit = (c) => c >= "0" && c <= "9";
  const folded = (text) => EditionFold.fold(text).replaceAll("−", "-");

  /* The key of one character of a Chinese text, or "" where it does not count. */
  const keyAt = (text, plain, i) => {
    const c = plain[i];
    if (WORD.test(c)) return c;
    const before = plain[i - 1] ?? "", after = plain[i + 1] ?? "";
    if (!digit(after)) return "";
    if (!digit(before)) return /[-－−]/.test(text[i]) && !WORD.test(before) ? "-" : "";
    if (c === "-") return "~";
    if (c === ",") return /[,，]/.test(text[i]) && /^\d{3}(?!\d)/.test(plain.slice(i + 1, i + 5)) ? "" : c;
    return text[i] !== "。" && ".:/".includes(c) ? c : "";
  };
  const characters = (text, plain) => {
    const found = [];
    for (let i = 0; i < text.length; i += 1) {
      const key = keyAt(text, plain, i);
      if (key) found.push([key, i, i + 1]);
    }
    return found;
  };
  const word = (token) => (/^per ?cent$/.test(token) ? "%" : token.replace(/[',]/g, ""));
  const tokens = (plain) => Array.from(plain.matchAll(TOKEN), (m) => [word(m[0]), m.index, m.index + m[0].length]);

  /* Every different key becomes one code unit, so that units are compared and found as strings. */
  const codes = new Map();
  const code = (key) => {
    if (!codes.has(key)) codes.set(key, String.fromCharCode(codes.size + 1));
    return codes.get(key);
  };

  /* { text, keys, from, to, coded, numbers }: numbers[i] is the number that unit i is part of, or -1. */
  const cut = (text, language) => {
    const plain = folded(text);
    const found = language === "zh" ? characters(text, plain) : tokens(plain);
    const units = {
      text, keys: found.map((u) => u[0]), from: found.map((u) => u[1]), to: found.map((u) => u[2]),
      coded: found.map((u) => code(u[0])).join(""), numbers: new Array(found.length).fill(-1), spans: [],
    };
    let u = 0;
    for (const match of folded(text.replace(/[。、]/g, " ")).matchAll(NUMBER)) {
      const end = match.index + match[0].trimEnd().length;
      while (u < found.length && found[u][1] < match.index) u += 1;
      for (; u < found.length && found[u][1] < end; u += 1) units.numbers[u] = units.spans.length;
      units.spans.push([match.index, end]);
    }
    return units;
  };
  /* The numbers, in full, that units i to j touch. */
  const numbersIn = (units, i, j) => [...new Set(units.numbers.slice(i, j))].filter((n) => n >= 0)
    .map((n) => units.text.slice(...units.spans[n]));
  const numeral = (units, i, j) => j > i && units.keys.slice(i, j).every((key) => NUMERAL.test(key));

  /* Chinese where a good part of the letters is Han; English otherwise. */
  const language = (text) => {
    const han = (text.match(/\p{Script=Han}/gu) ?? []).length, latin = (text.match(/[a-z]+/gi) ?? []).length;
    return han * 2 >= latin ? "zh" : "en";
  };
  return { cut, numbersIn, numeral, language };
})();
