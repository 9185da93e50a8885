/* On a wide window explanations stand in the margin beside their line. Editors' notes come first, then
   slogans and local coinages, then other terms, then figures; what has no room near its line is left to
   pointing. Nothing overlaps: a note may give way by a line or two, no more. */
"use strict";
var EditionMargin = (() => {
  const GAP = 10, GIVE = 56, NARROWEST = 190, WIDEST = 300;
  const wide = matchMedia("(min-width: 76.25em)");
  const beside = new Map();
  let host;

  const rank = (mark) => (mark.matches(".note") ? 0 : mark.matches(".key") ? 1 : mark.matches(".term") ? 2 : 3);
  const wanted = () => {
    const level = EditionReading.get("notes");
    const seen = new Set();
    return [...document.querySelectorAll(".para [data-gloss]")].filter((mark) => {
      const id = mark.dataset.gloss;
      if (seen.has(id) || (level === "few" && !mark.matches(".key")) || !mark.getClientRects().length) return false;
      seen.add(id);
      return true;
    });
  };
  const make = (mark) => {
    const gloss = document.getElementById(`g-${mark.dataset.gloss}`);
    if (!gloss) return undefined;
    const note = document.createElement("div");
    note.className = `mnote ${gloss.className}`;
    note.append(...[...gloss.children].filter((part) => !part.matches(".go")).map((part) => part.cloneNode(true)));
    return note;
  };
  /* The free place for a note of height `tall` nearest to `y`, or undefined. */
  const free = (taken, y, tall) => {
    const clear = (from) => from >= 0 && taken.every(([a, b]) => from + tall + GAP <= a || from >= b + GAP);
    const tries = [y, ...taken.flatMap(([a, b]) => [b + GAP, a - GAP - tall])].filter((from) => Math.abs(from - y) <= GIVE);
    return tries.sort((a, b) => Math.abs(a - y) - Math.abs(b - y)).find(clear);
  };
  const lay = () => {
    if (!host) return;
    host.replaceChildren();
    beside.clear();
    if (!wide.matches || EditionReading.get("notes") === "none" || EditionReading.get("text") === "both") return;
    const frame = host.parentElement.getBoundingClientRect();
    const right = Math.max(...[...document.querySelectorAll(".para")].map((para) => para.getBoundingClientRect().right));
    const width = Math.min(WIDEST, frame.right - right - 36);
    if (width < NARROWEST) return;
    host.style.setProperty("--width", `${width}px`);
    host.style.setProperty("--left", `${right + 36 - frame.left}px`);
    const notes = wanted().map((mark) => ({ mark, note: make(mark), y: mark.getClientRects()[0].top - frame.top })).filter((n) => n.note);
    host.append(...notes.map((n) => n.note));
    for (const n of notes) n.tall = n.note.offsetHeight;
    const taken = [];
    for (const n of notes.sort((a, b) => rank(a.mark) - rank(b.mark) || a.y - b.y)) {
      const y = free(taken, n.y, n.tall);
      if (y === undefined) { n.note.remove(); continue; }
      taken.push([y, y + n.tall]);
      n.note.style.setProperty("--top", `${y}px`);
      beside.set(n.mark, n.note);
    }
  };
  const light = (mark, on) => { beside.get(mark)?.classList.toggle("lit", on); };

  addEventListener("DOMContentLoaded", () => {
    const inner = document.querySelector(".md-content__inner");
    if (!inner || !document.querySelector(".reading-tools")) return;
    host = document.createElement("div");
    host.className = "margin";
    host.ariaHidden = "true"; // the same texts stand in "Notes to this page", where the words point to
    inner.append(host);
    let timer;
    const soon = () => { clearTimeout(timer); timer = setTimeout(lay, 60); };
    new ResizeObserver(soon).observe(inner);
    addEventListener("edition:reading", soon);
    document.fonts?.ready.then(soon);
    lay();
  });
  return { has: (mark) => beside.has(mark), light };
})();
