/* The dialog "Cite": EditionCiteDialog.open(place), a place as cite.js takes it; a figure or term may have
   `names`, its names by language. The words of the dialog are in the page's <template id="cite-dialog">,
   whose data-cite is the address of the data. */
"use strict";
const EditionCiteDialog = (() => {
  const KEPT = "edition.cite";
  let dialog, data, place, owner;

  const template = () => document.getElementById("cite-dialog");
  /* The address of cite.json for this page, or undefined where nothing can be cited. */
  const address = () => template()?.dataset.cite && new URL(template().dataset.cite, document.baseURI).href;
  const pageLanguage = () => (document.documentElement.lang.startsWith("zh") ? "zh" : "en");
  const find = (selector) => dialog.querySelector(selector);
  const remembered = () => {
    try { return JSON.parse(localStorage.getItem(KEPT)) ?? {}; } catch { return {}; }
  };
  const remember = () => {
    try { localStorage.setItem(KEPT, JSON.stringify(chosen())); } catch { /* private mode */ }
  };
  const chosen = () => ({
    style: find("select").value,
    language: find("input[name=language]:checked").value,
  });

  const build = () => {
    dialog = template().content.querySelector("dialog").cloneNode(true);
    document.body.append(dialog);
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
      const act = event.target.closest?.("[data-act]");
      if (act && (data || act.dataset.act === "close")) acts[act.dataset.act](act);
    });
    dialog.addEventListener("change", () => { if (data) { remember(); draw(); } });
    dialog.addEventListener("close", () => owner?.focus());
    // What the theme's own keys would do while one types here.
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
  };
  const offer = () => {
    const { style, language } = remembered();
    const page = pageLanguage();
    const first = style ?? (page === "zh" ? "gb7714-2025" : "chicago");
    find("select").replaceChildren(...data.styles.map(({ id, label }) => new Option(label, id, false, id === first)));
    find(`input[value=${language === "en" || language === "zh" ? language : page}]`).checked = true;
  };
  /* The place for a reader of one language: an English citation of a term has its Chinese in brackets. */
  const named = (language) => {
    const { names, kind } = place;
    if (!names) return place;
    return { ...place, title: names[language], original: kind === "term" && language === "en" ? names.zh : "" };
  };
  const draw = () => {
    const { style, language } = chosen();
    const all = EditionCite.citations(data, named(language), language, EditionCite.today());
    const one = all.find(({ id }) => id === style) ?? all[0];
    const text = find(".cite-text");
    text.lang = language === "zh" ? "zh-Hans" : "en-GB";
    text.innerHTML = one.html; // escaped in EditionCite, italics aside
    find(".cite-in-text").hidden = !one.inText;
    find(".cite-in-text b").textContent = one.inText;
    find("output").textContent = "";
  };
  const say = (words) => { find("output").textContent = words; };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      say(template().dataset.copied);
    } catch { say(template().dataset.notCopied); }
  };
  const record = (button) => {
    const { record: format, suffix } = button.closest("[data-record]").dataset;
    const { language } = chosen();
    const text = EditionCite.record(data, named(language), language, EditionCite.today(), format);
    return { text, suffix };
  };
  const acts = {
    close: () => dialog.close(),
    copy: () => copy(find(".cite-text").textContent),
    "copy-record": (button) => copy(record(button).text),
    "save-record": (button) => {
      const { text, suffix } = record(button);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
      link.download = `${[place.kind, place.id ?? place.number].filter(Boolean).join("-")}.${suffix}`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
  };

  const open = async (wanted) => {
    if (!template()) return;
    owner = document.activeElement;
    place = wanted;
    if (!dialog) build();
    const { paragraph } = template().dataset;
    const own = wanted.names?.[pageLanguage()] ?? wanted.title;
    const name = own || (wanted.number ? paragraph.replace("{}", wanted.number) : "");
    find(".cite-what").textContent = name;
    find(".cite-what").hidden = !name;
    if (!dialog.open) dialog.showModal();
    try {
      data ??= await EditionCite.load(address());
      offer();
      draw();
    } catch { say(template().dataset.failed); }
  };

  addEventListener("DOMContentLoaded", () => {
    if (!template()) return;
    document.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest(".cite-button") : null;
      if (!button) return;
      const { citeKind, citeId, citeZh, citeEn, citeNumber } = button.dataset;
      open({ kind: citeKind, id: citeId, number: citeNumber ?? "", names: { zh: citeZh, en: citeEn } });
    });
  });
  return { open, address };
})();
