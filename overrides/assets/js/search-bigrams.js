/* For texts too long to scan at each keystroke: which fields may hold two characters side by side.
   Pairs share 65,536 buckets, so a bucket may name a field too many; whoever asks looks again. */
"use strict";
var EditionBigrams = (() => {
  const bucket = (a, b) => (Math.imul(a, 40503) + b) & 0xffff;
  /* `texts`: folded. Counts first, then fills: two passes, three arrays, no object a pair. */
  const build = (texts) => {
    const starts = new Uint32Array(65537), last = new Int32Array(65536).fill(-1);
    const each = (act) => {
      last.fill(-1);
      texts.forEach((text, n) => {
        for (let i = 1; i < text.length; i += 1) {
          const at = bucket(text.charCodeAt(i - 1), text.charCodeAt(i));
          if (last[at] !== n) { last[at] = n; act(at, n); }
        }
      });
    };
    each((at) => { starts[at + 1] += 1; });
    for (let i = 0; i < 65536; i += 1) starts[i + 1] += starts[i];
    const postings = new Uint32Array(starts[65536]), next = starts.slice();
    each((at, n) => { postings[next[at]] = n; next[at] += 1; });

    /* The fields of the needle's rarest pair, or null where it has none. */
    const candidates = (needle) => {
      let best = null;
      for (let i = 1; i < needle.length; i += 1) {
        const at = bucket(needle.charCodeAt(i - 1), needle.charCodeAt(i));
        if (!best || starts[at + 1] - starts[at] < best.length) best = postings.subarray(starts[at], starts[at + 1]);
      }
      return best;
    };
    return { candidates };
  };
  return { build };
})();
