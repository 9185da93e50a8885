/* Explanations where the word stands: on pointing, on focus, on tap. The text of each is
   already on the page, under "Notes to this page"; this only brings it to the word. */
"use strict";
{
  const fine = matchMedia("(hover: hover) and (pointer: fine)");
  let popup, owner, timer;

  const build = () => {
    popup = document.createElement("div");
    popup.id = "gloss-popup";
    popup.hidden = true;
    popup.addEventListener("pointerenter", () => clearTimeout(timer));
    popup.addEventListener("pointerleave", () => later(hide, 200));
    (document.querySelector(".md-content__inner") ?? document.body).append(popup);
  };
  const later = (act, wait) => { clearTimeout(timer); timer = setTimeout(act, wait); };
  const hide = () => {
    clearTimeout(timer);
    if (popup) popup.hidden = true;
    owner = undefined;
  };
  const show = (word) => {
    clearTimeout(timer);
    const gloss = document.getElementById(`g-${word.dataset.gloss}`);
    if (!gloss) return false;
    if (!popup) build();
    const copy = gloss.cloneNode(true);
    copy.removeAttribute("id");
    const button = document.createElement("button");
    button.className = "close";
    button.type = "button";
    button.textContent = "×";
    button.ariaLabel = document.querySelector("dialog.shortcuts button")?.textContent ?? "×";
    button.addEventListener("click", () => { const back = owner; hide(); back?.focus(); hide(); });
    popup.replaceChildren(copy, button);
    popup.hidden = false;
    owner = word;
    place(word);
    return true;
  };
  const place = (word) => {
    const line = word.getClientRects()[0];
    if (getComputedStyle(popup).position === "fixed") {
      popup.style.cssText = "";
      const under = line.bottom + 12 - popup.getBoundingClientRect().top; // the sheet must not lie on its word
      if (under > 0) scrollBy({ top: under, behavior: "instant" });
      return;
    }
    const frame = popup.offsetParent.getBoundingClientRect();
    const room = document.documentElement.clientWidth - popup.offsetWidth - 12;
    const left = Math.max(12, Math.min(line.left, room));
    const below = line.bottom + popup.offsetHeight + 12 < innerHeight || line.top < popup.offsetHeight + 80;
    const top = below ? line.bottom + 6 : line.top - popup.offsetHeight - 6;
    popup.style.left = `${left - frame.left}px`;
    popup.style.top = `${top - frame.top}px`;
  };
  /* A marked word, if the reader wants this kind of mark. */
  const wordOf = (event) => {
    const word = event.target instanceof Element ? event.target.closest("[data-gloss]") : null;
    const level = document.documentElement.dataset.notes;
    return word && (level === "none" || (level === "few" && !word.matches(".key"))) ? null : word;
  };

  document.addEventListener("pointerover", (event) => {
    const word = wordOf(event);
    if (!word || !fine.matches || event.pointerType !== "mouse") return;
    if (EditionMargin.has(word)) EditionMargin.light(word, true);
    else later(() => show(word), 140);
  });
  document.addEventListener("pointerout", (event) => {
    const word = wordOf(event);
    if (!word || event.pointerType !== "mouse") return;
    EditionMargin.light(word, false);
    later(hide, 260);
  });
  document.addEventListener("focusin", (event) => {
    const word = wordOf(event);
    if (word?.matches(":focus-visible")) show(word);
    else if (owner && !popup.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const word = wordOf(event);
    if (word && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      const again = owner === word && fine.matches;
      if (!again && show(word)) event.preventDefault();
    } else if (owner && !popup.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
}
