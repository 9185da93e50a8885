/* Selected words offer the same as a paragraph's menu, for these words exactly: the address names the
   sentence, and a text fragment is added for browsers that know it. */
"use strict";
addEventListener("DOMContentLoaded", () => {
  const bar = document.querySelector(".reading-tools .selection");
  if (!bar) return;
  let chosen;

  const read = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return undefined;
    const range = selection.getRangeAt(0);
    const within = (node) => (node instanceof Element ? node : node.parentElement)?.closest(".para .s");
    const first = within(range.startContainer) ?? within(range.endContainer);
    const tract = first?.closest(".tx");
    if (!tract) return undefined;
    const code = tract.matches(".en") ? "en" : "zh";
    const parts = [...document.querySelectorAll(`.para .tx.${code} .s`)].filter((s) => range.intersectsNode(s)).map((s) => {
      const part = document.createRange();
      part.selectNodeContents(s);
      if (s.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
      if (s.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
      return part.toString();
    });
    const words = parts.filter(Boolean).join(code === "en" ? " " : "").trim();
    return words && { words, code, para: first.closest(".para"), sentence: first.dataset.s.split(" ")[0].split("-").at(-1), range };
  };
  const place = () => {
    const rect = chosen.range.getBoundingClientRect();
    const frame = bar.offsetParent.getBoundingClientRect();
    const left = Math.max(8, Math.min(rect.left, document.documentElement.clientWidth - bar.offsetWidth - 8));
    const above = rect.top > 160 && !matchMedia("(pointer: coarse)").matches; // a phone's own menu stands above
    bar.style.setProperty("--left", `${left - frame.left}px`);
    bar.style.setProperty("--top", `${(above ? rect.top - bar.offsetHeight - 8 : rect.bottom + 10) - frame.top}px`);
  };
  let timer;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (bar.contains(document.activeElement)) return;
      chosen = read();
      bar.hidden = !chosen;
      if (chosen) place();
    }, 200);
  });
  const fragment = (words) => {
    const escaped = (text) => encodeURIComponent(text).replace(/-/g, "%2D");
    return words.length > 120 ? `${escaped(words.slice(0, 20))},${escaped(words.slice(-20))}` : escaped(words);
  };
  bar.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-act]");
    if (!button || !chosen) return;
    const { words, code, para, sentence } = chosen;
    if (button.dataset.act === "link") await EditionQuoting.copy(`${EditionQuoting.address(para, sentence)}:~:text=${fragment(words)}`, button);
    if (button.dataset.act === "quote") await EditionQuoting.copy(await EditionQuoting.quotation(para, code, words, sentence), button);
    if (button.dataset.act === "cite") EditionCiteDialog.open(EditionQuoting.place(para, sentence));
    bar.hidden = true;
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") bar.hidden = true; });
});
