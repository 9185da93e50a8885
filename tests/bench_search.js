// What tests/bench_search.py runs in the page: each returns medians in milliseconds.
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
const reply = (worker, ask, done) => new Promise((resolve) => {
  worker.onmessage = ({ data }) => { if (done(data)) resolve(data); };
  worker.postMessage(ask);
});
const timed = async (queries, one) => {
  const times = [], found = [];
  for (const query of queries) {
    const start = performance.now();
    const keys = await one(query);
    times.push(performance.now() - start);
    found.push(keys);
  }
  return { first: times[0], median: median(times), found };
};

/* Keystroke to the first result on the screen, through the box itself. */
var benchBox = async (queries) => {
  const box = document.querySelector(".search-page [name=q]"), list = document.querySelector(".search-page [data-list]");
  return timed(queries, (query) => new Promise((resolve) => {
    new MutationObserver((_, self) => { if (list.dataset.answers === query) { self.disconnect(); resolve([]); } }).observe(list, { attributes: true });
    box.value = query;
    box.dispatchEvent(new Event("input"));
  }));
};
/* Question to answer, nothing drawn: ours, the theme's, Pagefind. */
var benchOurs = async ({ worker, index, language, queries }) => {
  const ours = new Worker(`${worker}?index=${encodeURIComponent(index)}&language=${language}`);
  await reply(ours, { box: 1, text: "一", kind: "", part: "", limit: 1 }, (answer) => answer.ready && !answer.pending);
  return timed(queries, async (text) => {
    const answer = await reply(ours, { box: 1, text, kind: "", part: "", limit: 1e4 }, (it) => it.text === text);
    return answer.items.filter((item) => item.how === "exact").map((item) => item.key);
  });
};
var benchTheme = async ({ worker, docs, language, separator, queries }) => {
  const theirs = new Worker(worker);
  const config = { lang: [language], separator, pipeline: [], fields: { title: { boost: 1 }, text: { boost: 1 }, tags: { boost: 1 } } };
  const start = performance.now();
  await reply(theirs, { type: 0, data: { config, docs, options: { suggest: false } } }, (it) => it.type === 1);
  const ready = performance.now() - start;
  const result = await timed(queries, async (query) => {
    const { data } = await reply(theirs, { type: 2, data: query }, (it) => it.type === 3);
    return data.items.flat().map((item) => item.location.split("#")[1]).filter(Boolean);
  });
  return { ...result, ready };
};
var benchPagefind = async ({ script, queries }) => {
  const pagefind = await import(script);
  await pagefind.init();
  return timed(queries, async (query) => {
    const { results } = await pagefind.search(query);
    const data = await Promise.all(results.map((result) => result.data()));
    return data.map((one) => one.url.split("#")[1]);
  });
};
/* The report `times` over, its sentences shuffled: scanned, and narrowed down by pairs. */
var benchScale = async ({ times, base, queries }) => {
  const get = (name) => fetch(`${base}${name}.json`).then((answer) => answer.json());
  const books = { zh: (await get("report-zh"))[0], en: (await get("report-en"))[0] };
  const index = EditionParts.gather("zh");
  let seed = 1;
  const chance = (n) => (seed = (seed * 48271) % 2147483647) % n;
  for (let k = 0; k < times; k += 1) for (const [language, book] of Object.entries(books)) {
    const all = book.segments.flatMap(([, , , sentences]) => sentences);
    const segments = book.segments.map(([id, above, page, sentences]) => [id, above, page, sentences.map(() => all[chance(all.length)])]);
    index.add(`report-${language}`, [{ ...book, id: `r${k}`, segments }]);
  }
  const result = {};
  for (const [name, limit] of [["scan", Infinity], ["pairs", 0]]) {
    const start = performance.now();
    const prepared = EditionLookup.prepare(index, limit);
    result[`${name} built`] = performance.now() - start;
    prepared.learn();
    result.size = prepared.size;
    result[name] = (await timed(queries, (text) => {
      const query = EditionQuery.parse(text);
      return EditionSearch.search(prepared, query).slice(0, 20).map((found) => EditionSnippet.show(found, query, prepared).key);
    })).median;
  }
  return result;
};
