/* The bar of a reading page: language of the text, size, face, how many notes. What is chosen is
   kept by early.js; here the line being read stays where it is while the layout changes. */
"use strict";
addEventListener("DOMContentLoaded", () => {
  const tools = document.querySelector(".reading-tools");
  if (!tools) return;

  const top = () => tools.querySelector(".bar").getBoundingClientRect().bottom;
  /* The block that begins in the upper part of the window, or else the one that fills it. */
  const inView = () => {
    const blocks = [...document.querySelectorAll(".para .block")], edge = top();
    const begins = ({ top: at }) => at >= edge - 2 && at < innerHeight * .6;
    return blocks.find((b) => begins(b.getBoundingClientRect())) ?? blocks.find((b) => b.getBoundingClientRect().bottom > edge + 8);
  };
  const keeping = (change) => {
    const block = scrollY > 40 ? inView() : undefined;
    const before = block?.getBoundingClientRect().top;
    change();
    if (block) scrollBy({ top: block.getBoundingClientRect().top - before, behavior: "instant" });
  };
  for (const radio of tools.querySelectorAll("input[type=radio]")) {
    radio.checked = EditionReading.get(radio.name) === radio.value;
    radio.addEventListener("change", () => keeping(() => EditionReading.set(radio.name, radio.value)));
  }
  addEventListener("edition:reading", ({ detail: { name, value } }) => {
    const radio = tools.querySelector(`input[name=${name}][value=${value}]`);
    if (radio) radio.checked = true;
    if (name === "text") foldings();
    if (name === "notes") tabStops();
  });

  /* On a narrow window the other language is folded under each block. */
  const foldings = () => {
    if (EditionReading.get("text") !== "both" || document.querySelector(".unfold")) return;
    for (const block of document.querySelectorAll(".para .block")) {
      if (block.querySelectorAll(".tx").length < 2) continue;
      const button = Object.assign(document.createElement("button"), { type: "button", className: "unfold", textContent: tools.dataset.unfold });
      button.ariaExpanded = "false";
      button.addEventListener("click", () => {
        button.ariaExpanded = String(block.classList.toggle("open"));
      });
      block.append(button);
    }
  };
  /* A word that is not marked is no stop on the way of the Tab key. */
  const tabStops = () => {
    const level = EditionReading.get("notes");
    for (const mark of document.querySelectorAll(".para [data-gloss]"))
      if (level === "all" || (level === "few" && mark.matches(".key"))) mark.removeAttribute("tabindex");
      else mark.tabIndex = -1;
  };
  foldings();
  tabStops();

  /* An address may name a sentence that is shown in the other language only. */
  const reach = () => {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (place && !place.getClientRects().length)
      [...document.querySelectorAll(`[data-s~="${CSS.escape(place.id)}"]`)].find((s) => s.getClientRects().length)?.scrollIntoView();
  };
  addEventListener("hashchange", reach);
  reach();

  /* Fold-outs of the bar: one at a time, closed by a tap elsewhere or by Escape. */
  const outs = [...tools.querySelectorAll(".fold-out")];
  const shut = (but) => outs.forEach((out) => { if (out !== but) out.open = false; });
  outs.forEach((out) => out.addEventListener("toggle", () => { if (out.open) shut(out); }));
  addEventListener("click", (event) => shut(event.target.closest?.(".fold-out")));
  addEventListener("keydown", (event) => {
    const out = event.key === "Escape" && outs.find((o) => o.open);
    if (out) { out.open = false; out.querySelector("summary").focus(); }
  });
});

/* Pointing at a sentence lights its counterpart. */
{
  let lit = [];
  document.addEventListener("pointerover", (event) => {
    const sentence = event.target instanceof Element ? event.target.closest(".para .s") : null;
    lit.forEach((s) => s.classList.remove("lit"));
    lit = [];
    if (!sentence || document.documentElement.dataset.text !== "both") return;
    const ids = new Set(sentence.dataset.s.split(" "));
    lit = [...sentence.closest(".para").querySelectorAll(".s")].filter((s) => s.dataset.s.split(" ").some((id) => ids.has(id)));
    lit.forEach((s) => s.classList.add("lit"));
  });
}
