/* One form for what a reader may type in several: width, case, quotation marks, the ratio sign,
   traditional characters. A folded text has the length of the text, so hits can be marked in it. */
"use strict";
var EditionFold = (() => {
  const SAME = { "∶": ":", "“": '"', "”": '"', "‘": "'", "’": "'", "。": ".", "、": ",", "～": "~", "〜": "~", "–": "-", "—": "-", "\u3000": " " };
  const simplified = new Map();
  const foldChar = (c) => {
    const code = c.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) c = String.fromCharCode(code - 0xfee0);
    c = SAME[c] ?? simplified.get(c) ?? c;
    const lower = c.toLowerCase();
    return lower.length === 1 ? lower : c;
  };
  const fold = (text) => Array.from({ length: text.length }, (_, i) => foldChar(text[i])).join("");
  /* `pairs`: a traditional character and its simplified form, and so on (search/traditional.json). */
  const learn = (pairs) => {
    for (let i = 0; i + 1 < pairs.length; i += 2) simplified.set(pairs[i], pairs[i + 1]);
  };
  return { fold, learn };
})();
