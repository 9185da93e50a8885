/* Where one is in the report, what was read so far, and the way from paragraph to paragraph by keyboard. */
"use strict";
addEventListener("DOMContentLoaded", () => {
  const tools = document.querySelector(".reading-tools");
  const paragraphs = [...document.querySelectorAll(".para[id^=p]")];
  if (!tools || !paragraphs.length) return;
  const bar = tools.querySelector(".bar");
  const number = (para) => para.id.slice(1);

  const KEY = `edition.read.${tools.dataset.report}`;
  let read;
  try { read = new Set(JSON.parse(localStorage.getItem(KEY)) ?? []); } catch { read = new Set(); }
  const remember = () => { try { localStorage.setItem(KEY, JSON.stringify([...read])); } catch { /* private mode */ } };
  const sections = [...tools.querySelectorAll(".where li")].map((line) => ({ line, ids: line.dataset.paragraphs.split(" ") }));
  const shares = () => sections.forEach(({ line, ids }) => {
    const done = ids.filter((id) => read.has(id)).length;
    const said = line.querySelector(".read");
    said.textContent = done ? said.dataset.form.replace("{}", done).replace("{}", ids.length) : "";
    line.style.setProperty("--share", done / ids.length);
  });

  const limit = () => bar.getBoundingClientRect().bottom + 8;
  const current = () => paragraphs.find((para) => para.getBoundingClientRect().bottom > limit()) ?? paragraphs.at(-1);
  const at = tools.querySelector(".at");
  const line = tools.querySelector(".progress i");
  let asked = false;
  const show = () => {
    asked = false;
    const para = current();
    at.textContent = at.dataset.form.replace("{}", number(para));
    sections.forEach(({ line: entry, ids }) => entry.classList.toggle("here", ids.includes(para.id)));
    const first = paragraphs[0].getBoundingClientRect().top, last = paragraphs.at(-1).getBoundingClientRect().bottom;
    line.style.setProperty("--done", Math.min(1, Math.max(0, (innerHeight - first) / (last - first))));
  };
  const soon = () => { if (!asked) { asked = true; requestAnimationFrame(show); } };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  addEventListener("edition:reading", soon);
  show();
  shares();

  /* A paragraph counts as read when its end has been in view for a second. */
  const waiting = new Map();
  const ends = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => {
    clearTimeout(waiting.get(target));
    if (isIntersecting && target.getBoundingClientRect().bottom < innerHeight + 4)
      waiting.set(target, setTimeout(() => { read.add(target.id); remember(); shares(); }, 1000));
  }), { threshold: [0, .25, .5, .75, 1] });
  paragraphs.forEach((para) => ends.observe(para));

  const go = (step) => {
    const chosen = document.activeElement?.closest?.(".para");
    const from = paragraphs.indexOf(chosen ?? current());
    const steps = chosen || step < 0 || paragraphs[from].getBoundingClientRect().top < limit() - 8 ? step : 0;
    const to = paragraphs[Math.min(paragraphs.length - 1, Math.max(0, from + steps))];
    to.scrollIntoView({ block: "start" });
    to.querySelector(".pnum").focus({ preventScroll: true });
  };
  const help = tools.querySelector("dialog.shortcuts");
  tools.querySelector("[data-open=keys]").addEventListener("click", () => help.showModal());
  const acts = {
    j: () => go(1), k: () => go(-1), "?": () => help.showModal(),
    1: () => EditionReading.set("text", "zh"), 2: () => EditionReading.set("text", "en"), 3: () => EditionReading.set("text", "both"),
    m: (para) => EditionMenu.open(para.querySelector(".pnum")), c: (para) => EditionMenu.act("quote", para),
  };
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=radio]), textarea, select, dialog, [role=menu]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (EditionReading.get("keys") === "off" || document.querySelector("dialog[open]")) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act(document.activeElement?.closest?.(".para") ?? current());
  });
});
