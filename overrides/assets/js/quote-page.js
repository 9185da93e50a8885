/* The page "Check a quotation": takes the pasted text (or ?q=), fetches the texts when they are
   first needed, and shows the answer. Its words stand in the page's template. */
"use strict";
{
  const LONGEST_LINK = 1500;
  const here = new URL(location.href);
  const show = (address) => { try { history.replaceState(null, "", address); } catch { /* from a folder on disk */ } };
  /* The theme, too, reads ?q= and would open its search: this script runs before it and takes q away
     until the page has loaded. */
  const asked = here.searchParams.get("q");
  if (asked) {
    const without = new URL(here);
    without.searchParams.delete("q");
    show(without);
    addEventListener("load", () => show(here));
  }

  let loading;
  /* As a script, not fetched: that also works from a folder on disk. */
  const library = (host) => loading ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = host.dataset.texts;
    script.onload = () => done(EditionVerdict.library(EditionTexts));
    script.onerror = () => { loading = undefined; script.remove(); failed(new Error(script.src)); };
    document.head.append(script);
  });

  /* What is said of a text: a quotation, a citation, or a quotation with its citation. */
  const answer = (texts, text) => {
    const whole = EditionVerdict.check(texts, text);
    if (whole.verdict === "exact" || whole.verdict === "form") return { result: whole };
    const citation = EditionCitation.read(text, texts.reports);
    if (!citation) return { result: whole };
    if (!citation.quoted) return { citation };
    return { citation, result: EditionVerdict.check(texts, citation.quoted) };
  };

  const setUp = (host) => {
    const form = host.querySelector("form"), box = host.querySelector("textarea");
    const status = host.querySelector("[role=status]"), place = host.querySelector(".quote-result");
    const words = Object.fromEntries([...host.querySelector("template").content.querySelectorAll("[data-word]")]
      .map((e) => [e.dataset.word, e.textContent]));
    const warm = () => library(host).then((texts) => texts.corpora("zh"), () => {});

    const run = async (byReader) => {
      const text = box.value;
      place.replaceChildren();
      status.textContent = words.waiting;
      let texts;
      try { texts = await library(host); } catch { status.textContent = words.unavailable; return; }
      status.textContent = "";
      const view = EditionQuoteView.of(host, words, texts, (said) => { status.textContent = said; });
      place.replaceChildren(...view.draw(answer(texts, text)));
      if (!byReader) return;
      place.querySelector("h2")?.focus();
      if (text.length <= LONGEST_LINK) here.searchParams.set("q", text);
      else here.searchParams.delete("q");
      show(here);
    };
    form.addEventListener("submit", (event) => { event.preventDefault(); run(true); });
    box.addEventListener("focus", warm, { once: true });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    host.querySelector(".without-script").remove();
    form.hidden = false;
    if (asked) { box.value = asked; run(false); }
  };
  addEventListener("DOMContentLoaded", () => document.querySelectorAll("#quote-check").forEach(setUp));
}
