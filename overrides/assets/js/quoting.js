/* What can be said of a place: its words, its permanent address, its quotation with a citation. */
"use strict";
var EditionQuoting = (() => {
  const tools = () => document.querySelector(".reading-tools");
  const site = () => new URL(tools().dataset.site, document.baseURI);
  const said = (text) => {
    const line = tools().querySelector(".said");
    line.textContent = text;
    line.classList.add("shown");
    clearTimeout(said.timer);
    said.timer = setTimeout(() => { line.classList.remove("shown"); line.textContent = ""; }, 2600);
  };
  /* Copy, and tell the button's words for it: what was done, or that the browser refuses. */
  const copy = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text);
      said(button.dataset.said);
    } catch { said(button.dataset.failed); }
  };
  const sentences = (para, code) => [...para.querySelectorAll(`.tx.${code} .s:not(.untranslated)`)];
  const words = (para, code) => sentences(para, code).map((s) => s.textContent).join(code === "en" ? " " : "");
  const address = (para, sentence) => new URL(para.querySelector(".pnum").getAttribute("href"), location.href).href + (sentence ? `#${sentence}` : "");
  const shown = () => {
    const text = EditionReading.get("text");
    return text === "both" ? document.documentElement.lang.slice(0, 2) : text;
  };
  let data;
  const citing = () => data ??= fetch(new URL(`${tools().dataset.report}/cite.json`, site())).then((answer) => answer.json()).catch(() => { data = undefined; return undefined; });
  const place = (para, sentence) => ({
    kind: sentence ? "sentence" : "paragraph", number: para.id.slice(1), sentence: sentence?.replace(/^s/, "") ?? "", id: para.id, title: "", url: address(para, sentence),
  });
  /* The quotation in one language with its citation; without the data of the citations, with the address. */
  const quotation = async (para, code, text, sentence) => {
    const forms = await citing();
    if (!forms) return `“${text}” ${address(para, sentence)}`;
    return EditionCite.quotation(forms, place(para, sentence), code, text, new Date());
  };
  return { copy, words, address, shown, place, quotation };
})();
