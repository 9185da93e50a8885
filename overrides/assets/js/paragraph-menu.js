/* The menu of a paragraph, under its number: copy, cite, report an error, open its own page.
   Without scripts the number is the link to that page; with a modifier key it still is. */
"use strict";
var EditionMenu = (() => {
  let menu, owner;
  const items = () => [...menu.querySelectorAll("[role=menuitem]")];

  const act = async (name, para, button) => {
    const shown = EditionQuoting.shown();
    const by = button ?? menu.querySelector(`[data-act=${name}]`);
    if (name === "link") await EditionQuoting.copy(EditionQuoting.address(para), by);
    if (name === "quote") await EditionQuoting.copy(await EditionQuoting.quotation(para, shown, EditionQuoting.words(para, shown)), by);
    if (name === "quote-both") {
      const both = await Promise.all(["zh", "en"].map((code) => EditionQuoting.quotation(para, code, EditionQuoting.words(para, code))));
      await EditionQuoting.copy(both.join("\n\n"), by);
    }
    if (name === "cite") EditionCiteDialog.open(EditionQuoting.place(para));
  };
  const close = (back) => {
    if (!owner) return;
    menu.hidden = true;
    owner.ariaExpanded = "false";
    if (back) owner.focus();
    owner = undefined;
  };
  const open = (number) => {
    if (owner === number) { close(true); return; }
    close();
    owner = number;
    const para = number.closest(".para");
    menu.ariaLabel = menu.dataset.label.replace("{}", para.id.slice(1));
    menu.querySelector("[data-act=page]").href = number.href;
    const error = menu.querySelector("[data-act=error]");
    const base = error?.href.replace(/place=.*$/, "place=");
    if (error) error.href = base + encodeURIComponent(`${document.querySelector(".reading-tools").dataset.report}/${para.id}`);
    number.after(menu);
    menu.hidden = false;
    number.ariaExpanded = "true";
    items()[0].focus({ preventScroll: true });
    const below = menu.getBoundingClientRect();
    if (below.bottom > innerHeight) scrollBy({ top: below.bottom - innerHeight + 12 });
  };
  const move = (step) => {
    const all = items();
    all.at((all.indexOf(document.activeElement) + step) % all.length).focus();
  };

  addEventListener("DOMContentLoaded", () => {
    menu = document.querySelector(".reading-tools .menu");
    if (!menu) return;
    for (const number of document.querySelectorAll(".para .pnum")) {
      number.role = "button";
      number.ariaHasPopup = "menu";
      number.ariaExpanded = "false";
      number.ariaLabel = number.title = menu.dataset.label.replace("{}", number.textContent);
    }
    document.addEventListener("click", (event) => {
      const number = event.target.closest?.(".para .pnum");
      if (number && !event.metaKey && !event.ctrlKey && !event.shiftKey) { event.preventDefault(); open(number); return; }
      const button = event.target.closest?.(".menu [data-act]");
      const para = owner?.closest(".para");
      if (button?.matches("button")) { close(true); act(button.dataset.act, para, button); return; }
      if (!menu.contains(event.target)) close();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === " " && event.target.matches?.(".para .pnum")) { event.preventDefault(); open(event.target); return; }
      if (!owner) return;
      const steps = { ArrowDown: 1, ArrowUp: -1 };
      if (event.key in steps) { event.preventDefault(); move(steps[event.key]); }
      if (event.key === "Home" || event.key === "End") { event.preventDefault(); items().at(event.key === "Home" ? 0 : -1).focus(); }
      if (event.key === "Escape") { event.stopPropagation(); close(true); }
      if (event.key === "Tab") close();
    });
  });
  return { open, act: (name, para) => act(name, para) };
})();
