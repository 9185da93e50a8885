/* One form for what a reader may type in several: width, case, accents, quotation marks, hyphens,
   the ratio sign, traditional characters. A folded text has the length of the text, so hits can be
   marked in it. */
"use strict";
var EditionFold = (() => {
  const SAME = { "∶": ":", "“": '"', "”": '"', "‘": "'", "’": "'", "。": ".", "、": ",", "～": "~", "〜": "~", "–": "-", "—": "-", "‑": "-", "−": "-", "・": "·", "\u3000": " ", "\u00a0": " ", "\t": " ", "\n": " ", "\r": " " };
  let known = new Uint16Array(65536), simplified = new Map();

  const one = (code) => {
    let c = String.fromCharCode(code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code);
    c = SAME[c] ?? simplified.get(c) ?? c;
    const plain = c.normalize("NFD");
    if (plain.length > 1 && /^.\p{M}+$/u.test(plain)) c = plain[0];
    const lower = c.toLowerCase();
    return (lower.length === 1 ? lower : c).charCodeAt(0);
  };
  const fold = (text) => {
    let folded = "";
    for (let from = 0; from < text.length; from += 8192) {
      const codes = new Uint16Array(Math.min(8192, text.length - from));
      for (let i = 0; i < codes.length; i += 1) {
        const code = text.charCodeAt(from + i);
        codes[i] = known[code] ||= one(code);
      }
      folded += String.fromCharCode.apply(null, codes);
    }
    return folded;
  };
  /* `pairs`: a traditional character and its simplified form, and so on. */
  const learn = (pairs) => {
    simplified = new Map();
    for (let i = 0; i + 1 < pairs.length; i += 2) simplified.set(pairs[i], pairs[i + 1]);
    known = new Uint16Array(65536);
  };
  return { fold, learn };
})();
