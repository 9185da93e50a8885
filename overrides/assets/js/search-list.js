/* Draws an answer into a box's list. Words and elements come from the template (_search.html). */
"use strict";
var EditionList = (host) => {
  const words = JSON.parse(host.dataset.words);
  const part = (name) => host.querySelector(`[data-${name}]`);
  const list = part("list"), status = part("status"), announce = part("announce"), kinds = part("kinds");
  const parts = part("parts"), more = part("more"), none = part("none"), filters = part("filters");
  const item = part("item").content, heading = part("group").content;
  const root = host.dataset.root;
  const digits = new Intl.NumberFormat(document.documentElement.lang);
  let saying = 0;

  const say = (text, ...values) => text.replace(/\{\}/g, () => values.shift());
  const many = (pair, n) => say(n === 1 ? pair[0] : pair[1], digits.format(n));
  const fill = (place, pieces, language) => {
    place.replaceChildren(...pieces.map((text, i) => {
      if (i % 2 === 0) return text;
      return Object.assign(document.createElement("mark"), { textContent: text });
    }));
    if (language) place.lang = language === "zh" ? "zh-Hans" : "en-GB";
  };

  const address = ({ path, anchor, needles, sentence }) => {
    const query = new URLSearchParams(needles.map((needle) => ["h", needle]));
    const at = sentence ? `${anchor}-${sentence}` : anchor;
    return `${root}${path}${needles.length ? `?${query}` : ""}${at ? `#${at}` : ""}`;
  };
  const where = ({ kind, number, trail }) => {
    const label = kind === "paragraph" ? say(words.paragraph, number) : words.kinds[kind];
    const beside = kind !== "paragraph" && number ? [say(words.paragraph, number)] : [];
    return [label, ...beside, trail.join(" › ")].filter(Boolean).join(" · ");
  };
  const draw = (found) => {
    const li = item.cloneNode(true).firstElementChild;
    const at = (name) => li.querySelector(`[data-${name}]`);
    at("link").href = address(found);
    at("link").dataset.key = found.key;
    li.dataset.how = found.how;
    at("where").textContent = found.how === "lead" ? say(words.lead, where(found)) : where(found);
    at("other").hidden = found.own;
    if (found.name) fill(at("name"), found.name, found.nameLanguage); else at("name").remove();
    if (found.also) fill(at("also"), found.also, found.alsoLanguage); else at("also").remove();
    if (found.value) fill(at("value"), found.value); else at("value").remove();
    if (found.text) fill(at("text"), found.text, found.textLanguage); else at("text").remove();
    return li;
  };
  const group = (how, n) => {
    const li = heading.cloneNode(true).firstElementChild;
    li.dataset.how = how;
    li.textContent = many(words.hows[how], n);
    return li;
  };

  const drawFilters = (answer) => {
    filters.hidden = !answer.total;
    for (const button of kinds.children) {
      const kind = button.value, n = kind ? answer.kinds[kind] ?? 0 : answer.all;
      button.hidden = kind && !n && kind !== answer.kind;
      button.ariaPressed = String(kind === answer.kind);
      button.querySelector("[data-n]").textContent = n;
    }
    const options = answer.parts.filter(([id, , n]) => n || id === answer.part);
    parts.hidden = options.length < 2 && !answer.part;
    const every = parts.options[0];
    parts.replaceChildren(every, ...options.map(([id, name, n]) => new Option(`${name} (${n})`, id, false, id === answer.part)));
    if (!answer.part) parts.value = "";
  };
  const line = (answer) => {
    if (answer.failed) return words.failed;
    if (!answer.ready) return words.loading;
    const told = answer.count ? many(words.count, answer.count) : answer.pending ? words.none_yet : words.none;
    return answer.pending ? `${told}${words.joint}${words.pending}` : told;
  };
  const tell = (text) => {
    status.textContent = text;
    clearTimeout(saying);
    saying = setTimeout(() => { announce.textContent = text; }, 600);
  };
  const drawNone = ({ help }, retry) => {
    none.hidden = !help;
    if (!help) return;
    const shorter = part("shorter");
    shorter.hidden = !help.stretch;
    shorter.textContent = say(words.shorter, help.stretch);
    shorter.onclick = () => retry(help.stretch);
    part("missing").textContent = help.missing.length && help.missing.length < 4 ? say(words.missing, help.missing.join(words.comma)) : "";
  };

  const clear = () => {
    list.replaceChildren();
    filters.hidden = more.hidden = none.hidden = true;
    tell(words.start);
  };
  /* `retry` is called with another query where the help offers one. */
  const show = (answer, retry) => {
    tell(line(answer));
    if (!answer.ready) return;
    const rows = answer.leads.map(draw);
    let how = "exact";
    for (const found of answer.items) {
      if (found.how !== how) rows.push(group(how = found.how, answer.hows[how]));
      rows.push(draw(found));
    }
    list.replaceChildren(...rows);
    list.dataset.answers = answer.text;
    list.ariaBusy = String(answer.pending);
    more.hidden = answer.items.length >= answer.count;
    drawFilters(answer);
    drawNone(answer, retry);
  };
  return { show, clear, kinds, parts, more, links: () => [...list.querySelectorAll("a")] };
};
