/* A filter for the indexes of the glossary: words, pinyin with or without tones, English. */
"use strict";
{
  const toneless = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");
  const squeezed = (text) => toneless(EditionFold.fold(text)).replace(/\s+/g, "");

  const setUp = (host) => {
    const lines = [...document.querySelectorAll("[data-find]")];
    const texts = lines.map((line) => squeezed(`${line.dataset.find} ${line.textContent}`));
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "search", placeholder: host.dataset.hint });
    const count = Object.assign(document.createElement("output"), { className: "count" });
    label.append(host.dataset.filter, box);
    host.append(label, count);

    const apply = () => {
      const wanted = squeezed(box.value);
      let shown = 0;
      lines.forEach((line, i) => {
        line.hidden = !texts[i].includes(wanted);
        shown += !line.hidden;
      });
      for (const list of new Set(lines.map((line) => line.closest("ul")).filter(Boolean))) {
        const empty = [...list.children].every((line) => line.hidden);
        list.hidden = empty;
        const heading = list.previousElementSibling;
        if (heading?.matches("h2")) heading.hidden = empty;
      }
      count.textContent = shown ? host.dataset.count.replace("{}", shown) : host.dataset.none;
    };
    box.addEventListener("input", apply);
    if (box.value) apply();
  };

  addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-filter]").forEach(setUp));
}
