/* Before anything is drawn: how the reader chose to read, from the address (?text=) or from last time.
   Each choice is an attribute of <html>, and the style sheets do the rest. */
"use strict";
var EditionReading = (() => {
  const KEY = "edition.reading";
  const CHOICES = { text: ["zh", "en", "both"], size: ["m", "s", "l", "x"], face: ["serif", "sans"], notes: ["all", "few", "none"], keys: ["on", "off"] };
  const html = document.documentElement;
  const page = html.lang.slice(0, 2);
  const other = page === "zh" ? "en" : "zh";
  const stored = () => { try { return JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; } };
  const store = (all) => { try { localStorage.setItem(KEY, JSON.stringify(all)); } catch { /* private mode */ } };
  const known = (name, value) => (CHOICES[name].includes(value) ? value : undefined);

  /* The text's language is remembered for each language of the pages; "both" holds for all of them. */
  const remembered = (name) => (name === "text" ? stored().text?.[page] : stored()[name]);
  const standard = (name) => (name === "text" ? page : CHOICES[name][0]);
  const get = (name) => html.dataset[name] ?? standard(name);
  const set = (name, value) => {
    if (!known(name, value)) return;
    html.dataset[name] = value;
    const all = stored();
    if (name === "text") {
      const was = all.text?.[other] === "both" ? undefined : all.text?.[other];
      const elsewhere = value === "both" ? "both" : was;
      all.text = { [page]: value, ...(elsewhere && { [other]: elsewhere }) };
    } else all[name] = value;
    store(all);
    if (name === "text") {
      const url = new URL(location.href);
      if (value === page) url.searchParams.delete("text");
      else url.searchParams.set("text", value);
      history.replaceState(history.state, "", url);
    }
    dispatchEvent(new CustomEvent("edition:reading", { detail: { name, value } }));
  };
  const asked = new URLSearchParams(location.search).get("text");
  for (const name of Object.keys(CHOICES))
    html.dataset[name] = (name === "text" && known(name, asked)) || known(name, remembered(name)) || standard(name);
  return { get, set };
})();
