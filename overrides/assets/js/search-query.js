/* What was typed, taken apart: words, "phrases", numbers, places such as p57 or 第57段. */
"use strict";
var EditionQuery = (() => {
  const PLACE = /^(?:(?:¶|第|p|para(?:graph)?|no)[. ]?)?(\d{1,4}[a-z]?)(?:-?(s\d+))?段?$/;
  const HEADING = /^h\d+(?:-\d+)*$/;
  const SCALE = /^(?:hundred|thousand|million|billion|trillion|万|亿|万亿)/;
  // Straight quotation marks make a phrase; curved ones are the text's own and are looked for.
  const TOKEN = /["＂]([^"＂]+)["＂](?=\s|$)|\S+/g;

  const tokens = (typed) => {
    const words = [];
    for (const match of typed.matchAll(TOKEN)) {
      const text = EditionFold.fold(match[1] ?? match[0]).replace(/ +/g, " ").trim();
      const before = words.at(-1);
      const joins = before && !before.quoted && /^\d[\d,.]*$/.test(before.text) && SCALE.test(text);
      if (joins) before.text += ` ${text}`;
      else if (text) words.push({ text, quoted: match[1] !== undefined });
    }
    return words;
  };
  const parse = (typed) => {
    const words = tokens(typed);
    const plain = EditionFold.fold(typed).replace(/ +/g, " ").trim();
    const quoted = words.some((word) => word.quoted);
    const whole = !quoted ? plain : words.length === 1 ? words[0].text : "";
    for (const word of words) {
      word.values = word.quoted ? [] : EditionNumbers.read(word.text);
      word.stem = !word.quoted && /^[a-z][a-z'-]{2,}$/.test(word.text) ? EditionStems.stem(word.text) : "";
    }
    const inner = /^"([^"]+)"$/.exec(plain);
    const place = PLACE.exec(plain);
    return {
      words,
      whole,
      bare: !quoted && inner ? inner[1].trim() : "",
      paragraph: place ? `p${place[1]}` : "",
      sentence: place?.[2] ?? "",
      heading: HEADING.test(plain) ? plain : "",
      letters: /^[a-z' ]+$/.test(plain) ? plain.replace(/[' ]/g, "").replaceAll("v", "u") : "",
    };
  };
  return { parse };
})();
