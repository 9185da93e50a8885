/* A worker that speaks the theme's four messages (0 set up, 1 ready, 2 query, 3 result) and
   answers from our own index, fetched when the first character is typed. */
"use strict";
{
  const SHOWN = 90;
  let loading;
  const base = new URL("../", self.location.href);
  const index = () => loading ??= fetch(new URL("search/edition.json", base))
    .then((answer) => answer.json())
    .then(async (entries) => {
      EditionFold.learn(await (await fetch(new URL("search/traditional.json", base))).json());
      return EditionSearch.prepare(entries);
    });

  const escape = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  const marked = (text, wanted) => {
    const folded = EditionSearch.fold(text);
    const at = new Uint8Array(text.length);
    for (const word of wanted)
      for (let i = folded.indexOf(word); i >= 0; i = folded.indexOf(word, i + 1)) at.fill(1, i, i + word.length);
    let html = "";
    for (let i = 0, j = 0; i < text.length; i = j) {
      while (j < text.length && at[j] === at[i]) j += 1;
      html += at[i] ? `<mark>${escape(text.slice(i, j))}</mark>` : escape(text.slice(i, j));
    }
    return html;
  };
  const around = (text, wanted) => {
    const first = Math.max(0, EditionSearch.fold(text).indexOf(wanted.find((w) => EditionSearch.fold(text).includes(w)) ?? ""));
    const start = Math.max(0, first - 24);
    return (start ? "…" : "") + text.slice(start, start + SHOWN) + (start + SHOWN < text.length ? "…" : "");
  };
  const item = ({ entry, score }, wanted, rank) => {
    const [path, anchor] = entry.href.split("#");
    const location = `${path}?h=${encodeURIComponent(wanted.join(" "))}`;
    const value = score * 1000 + 900 - rank / 1000;
    return [
      { location, title: escape(entry.kicker), text: "", terms: {}, score: value - 0.0001 },
      { location: `${location}#${anchor}`, title: marked(entry.title, wanted), text: marked(around(entry.text, wanted), wanted), terms: {}, score: value },
    ];
  };
  self.addEventListener("message", async ({ data: { type, data } }) => {
    if (type === 0) self.postMessage({ type: 1 });
    if (type !== 2) return;
    const wanted = EditionSearch.words(data);
    const found = wanted.length ? EditionSearch.search(await index(), data) : [];
    self.postMessage({ type: 3, data: { items: found.map((f, rank) => item(f, wanted, rank)) } });
  });
}
