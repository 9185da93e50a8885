/* English words by their stem, so that "governing" and "governs" meet. Only inflections: plurals,
   -ed, -ing and the commonest irregular verbs; words of one family but another sense stay apart. */
"use strict";
var EditionStems = (() => {
  const IRREGULAR = new Map(Object.entries({
    be: "is are was were been being", begin: "began begun", bring: "brought", build: "built", child: "children",
    drive: "drove driven", fall: "fell fallen", find: "found", give: "gave given", go: "went gone goes",
    grow: "grew grown", have: "has had", hold: "held", keep: "kept", lead: "led", make: "made",
    man: "men", rise: "rose risen", see: "saw seen", spend: "spent", take: "took taken", win: "won", woman: "women",
  }).flatMap(([word, forms]) => forms.split(" ").map((form) => [form, word])));
  // Words that only look inflected.
  const AS_IT_IS = new Set("news series species always perhaps during anything everything nothing something whereas".split(" "));
  const VOWEL = /[aeiouy]/;

  const singular = (w) => {
    if (/(?:ss|us|is)$/.test(w) || !w.endsWith("s")) return w;
    if (w.endsWith("ies")) return `${w.slice(0, -3)}y`;
    return /(?:s|x|z|ch|sh)es$/.test(w) ? w.slice(0, -2) : w.slice(0, -1);
  };
  const present = (w) => {
    if (w.endsWith("ied")) return `${w.slice(0, -3)}y`;
    const base = /(?<!e)ed$/.test(w) ? w.slice(0, -2) : w.endsWith("ing") ? w.slice(0, -3) : "";
    if (base.length < 3 || !VOWEL.test(base)) return w;
    return /([bdgmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
  };
  /* A folded word's stem; the final e goes, so that improve and improving meet. */
  const stem = (word) => {
    const w = word.replace(/'s?$/, "").replaceAll("-", "");
    if (IRREGULAR.has(w)) return stem(IRREGULAR.get(w));
    if (w.length < 4 || AS_IT_IS.has(w)) return w;
    const plain = present(singular(w));
    return plain.length > 3 ? plain.replace(/e$/, "") : plain;
  };
  const WORD = /[a-z]+(?:[-'][a-z]+)*/g;
  const split = (folded) => folded.match(WORD) ?? [];
  return { stem, split };
})();
