/* A box with its list: the dialog in the header, and the search page. Its address is ?q=. */
"use strict";
{
  const STEP = 20;
  const toggle = () => document.getElementById("__search");
  let count = 0;

  const setUp = (host) => {
    const box = host.querySelector("[name=q]"), list = EditionList(host.querySelector("[data-words]"));
    const dialog = host.closest(".md-search"), whole = host.querySelector("[data-whole]");
    const me = count += 1;
    const state = { kind: "", part: "", limit: STEP };
    let latest = null, sharing = 0;
    const client = EditionClient.open(host.dataset, (answer) => {
      if (answer.box !== me || answer.text !== box.value) return;
      latest = answer;
      const focused = list.links().indexOf(document.activeElement);
      list.show(answer, (text) => { box.value = text; renew(); box.focus(); });
      if (focused >= 0) (list.links()[focused] ?? box).focus();
    });

    const ask = () => {
      if (box.value.trim()) client.ask({ box: me, text: box.value, ...state });
      else list.clear();
    };
    const renew = () => {
      Object.assign(state, { kind: "", part: "", limit: STEP });
      share();
      ask();
    };
    /* Once typing pauses: browsers refuse an address that changes with every key. */
    const share = () => { clearTimeout(sharing); sharing = setTimeout(setAddress, 300); };
    const setAddress = () => {
      const query = box.value.trim() ? `?${new URLSearchParams({ q: box.value.trim() })}` : "";
      if (whole) whole.href = whole.href.split("?")[0] + query;
      if (!dialog) history.replaceState(history.state, "", query || location.pathname);
    };

    box.addEventListener("focus", client.warm);
    box.addEventListener("input", renew);
    box.form.addEventListener("reset", () => setTimeout(() => { renew(); box.focus(); }));
    box.form.addEventListener("submit", (event) => {
      const [first] = latest?.text === box.value ? list.links() : [];
      if (first || !dialog) event.preventDefault();
      first?.click();
    });
    list.kinds.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (!button) return;
      Object.assign(state, { kind: button.value, limit: STEP });
      ask();
    });
    list.parts.addEventListener("change", () => { Object.assign(state, { part: list.parts.value, limit: STEP }); ask(); });
    list.more.addEventListener("click", () => { state.limit += 5 * STEP; ask(); });
    host.addEventListener("keydown", (event) => walk(event, box, list.links()));

    if (dialog) asDialog(dialog, box);
    const asked = new URLSearchParams(location.search).get("q");
    if (asked && (!dialog || !document.querySelector(".search-page"))) {
      box.value = asked;
      renew();
      box.focus();
    }
    if (!dialog && !asked) box.focus();
  };

  /* Arrows go from the box into the list and along it, Home and End to its ends. */
  const walk = (event, box, links) => {
    const at = links.indexOf(document.activeElement), inBox = document.activeElement === box;
    if (event.isComposing || (at < 0 && !inBox)) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, ...(inBox ? {} : { Home: 0, End: links.length - 1 }) }[event.key];
    if (to === undefined || !links.length) return;
    event.preventDefault();
    event.stopPropagation();
    (to < 0 ? box : links[Math.min(to, links.length - 1)]).focus();
  };

  /* The theme opens and closes its dialog by a checkbox. */
  const asDialog = (dialog, box) => {
    const open = (wanted) => { if (toggle().checked !== wanted) toggle().click(); };
    toggle().addEventListener("change", () => { if (toggle().checked) box.focus(); else box.blur(); });
    box.addEventListener("focus", () => open(true));
    dialog.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !dialog.contains(relatedTarget)) open(false); });
    dialog.addEventListener("click", ({ target }) => { if (target.closest("a[href]")) open(false); });
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && toggle().checked) { open(false); box.blur(); }
      const typing = document.activeElement?.matches("input, textarea, select, [contenteditable]");
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "s", "f"].includes(event.key)) return;
      if (EditionReading.get("keys") === "off" || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      (document.querySelector(".search-page [name=q]") ?? box).focus();
    });
  };

  addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-search]").forEach(setUp));
}
