/* The answer to a pasted text, drawn: the verdict, numbers that differ, each place with its words. */
"use strict";
var EditionQuoteView = (() => {
  const WHOLE = 3, KINDS = ["width", "punctuation", "quotes", "traditional", "spaces", "lines", "case"];

  const of = (host, words, texts, say) => {
    const { language } = host.dataset;
    const { element, fill } = EditionQuotePlaces;
    const { spot, spots, trail, address, where, diff, context, ready } = EditionQuotePlaces.of(host, words, texts, say);

    /* Pieces from the same sentences, shown together. */
    const place = (pieces, find, open) => {
      const { report, language: tongue } = find, { sentences } = pieces[0];
      const quoted = [...pieces].sort((x, y) => x.start - y.start).map((p) => p.words).join(words.ellipsis);
      return [
        where(report, sentences), ...pieces.filter((p) => p.level === "near").flatMap((p) => diff(p, tongue)),
        context(pieces, sentences, report, tongue), ready(quoted, report, sentences, tongue, open),
      ];
    };
    const together = (pieces) => pieces.reduce((groups, piece) => {
      const [last] = groups.at(-1) ?? [];
      const same = last && [0, -1].every((at) => last.sentences.at(at) === piece.sentences.at(at));
      if (same) groups.at(-1).push(piece);
      else groups.push([piece]);
      return groups;
    }, []);
    const between = (one, next) => {
      const skipped = next.start - one.end;
      return skipped > 1 ? element("p", { className: "left-out" }, fill(words.left_out, String(skipped))) : null;
    };
    const article = (find, k, finds) => {
      const made = element("article", { className: "find" });
      if (finds.length > 1) made.append(...numbers(find));
      together(find.pieces).forEach((group, n, groups) => {
        const skipped = n && find.order === "in" ? between(groups[n - 1].at(-1), group[0]) : null;
        if (skipped) made.append(skipped);
        made.append(...place(group, find, k === 0 && n === 0));
      });
      return made;
    };
    const line = ({ report, pieces: [piece] }) => {
      const [first] = piece.sentences;
      return element("li", {}, address(report, first, spots(piece.sentences)),
        ` ${texts.reports.length > 1 ? report.title[language] : trail(report, first.segment)}`);
    };

    const titled = (verdict, said) => {
      const made = element("h2", { tabIndex: -1, className: "verdict" }, said);
      made.dataset.verdict = verdict;
      return made;
    };
    const kindsOf = (pieces) => KINDS.filter((kind) => pieces.some((p) => p.kinds.has(kind))).map((kind) => words[`kind_${kind}`]);
    const listed = (kinds) => kinds.join(words.pause);
    const changes = (pieces) => pieces.flatMap((p) => p.runs).filter((run) => run.same === undefined).length;
    const headline = ({ verdict, language: tongue, finds: [first] }) => {
      const pieces = first?.pieces ?? [];
      const pattern = words[verdict === "elided" ? `elided_${first.level}` : verdict];
      const value = verdict === "stitched" ? pieces.length : first?.level === "near" ? changes(pieces) : listed(kindsOf(pieces));
      return fill(pattern, words[`text_${tongue}`], String(value));
    };
    const warning = ({ cut, pasted, printed }) => element("li", {}, cut ? fill(words.number_cut, pasted, printed)
      : pasted && printed ? fill(words.number_changed, pasted, printed)
        : pasted ? fill(words.number_added, pasted) : fill(words.number_omitted, printed));
    const numbers = (find) => {
      const all = find?.pieces.flatMap((p) => p.numbers) ?? [];
      return all.length ? [element("ul", { className: "numbers" }, ...all.map(warning))] : [];
    };
    /* Beyond the verdict: form where words differ as well, the order of pieces, how many places. */
    const remarks = ({ finds }) => {
      const [first] = finds, said = [];
      if (!first) return null;
      const kinds = kindsOf(first.pieces);
      if (kinds.length && first.level === "near") said.push(fill(words.also, listed(kinds)));
      if (first.pieces.length > 1) said.push(words[`order_${first.order}`]);
      if (finds.length > 1) said.push(fill(words.matches, String(finds.length)));
      return said.length ? element("p", { className: "remarks" }, ...said.map((text) => element("span", {}, text, " "))) : null;
    };
    const missing = (list) => list.length
      ? [element("h3", {}, words.missing), element("ul", { className: "missing" }, ...list.map((text) => element("li", {}, text)))] : [];
    const nearest = (found) => {
      if (!found) return [];
      const { report, language: tongue, sentence } = found;
      return [element("h3", {}, words.nearest), where(report, [sentence]), context([], [sentence], report, tongue)];
    };
    const searched = ({ searched: { reports, language: tongue } }) => element("p", { className: "searched" },
      fill(words[`searched_${tongue}`], reports.map((r) => fill(words.title, r.title[language])).join(words.pause)));

    const verdict = (result) => {
      if (result.verdict === "short") return [titled("short", words.short)];
      const more = result.finds.slice(WHOLE);
      return [
        titled(result.verdict, headline(result)),
        ...(result.finds.length === 1 ? numbers(result.finds[0]) : []), remarks(result),
        result.language === "en" ? element("p", { className: "not-official" }, words.not_official) : null,
        ...missing(result.missing),
        ...result.finds.slice(0, WHOLE).map(article),
        ...(more.length ? [element("h3", {}, words.more_matches), element("ul", { className: "more-places" }, ...more.map(line))] : []),
        ...nearest(result.nearest), searched(result),
      ].filter(Boolean);
    };
    const named = ({ segment, sentence }) => spot(sentence, segment);
    const cited = (target) => {
      const { report, segment, sentence, row, gone, noSentence } = target;
      if (gone) return [element("p", {}, words.cited_gone, " ", address(report, { id: segment, segment }, words.open))];
      const said = row[4].filter(([id]) => !sentence || id === sentence);
      const made = said.map(([id, zh, , en]) => ({ id, segment, zh, en }));
      const passage = element("blockquote", { className: "passage" }, element("p", { lang: "zh-Hans" }, made.map((s) => s.zh).join("")));
      if (language === "en") passage.append(element("p", { lang: "en-GB" }, made.map((s) => s.en).filter(Boolean).join(" ")));
      return [
        noSentence ? element("p", { className: "remarks" }, words.cited_no_sentence) : null,
        where(report, sentence ? made : [{ id: segment, segment }]), passage,
        element("p", { className: "go" }, address(report, { id: sentence || segment, segment }, words.open)),
        ready(made.map((s) => s.zh).join(""), report, sentence ? made : [{ id: segment, segment }], "zh", true),
      ].filter(Boolean);
    };
    const citation = (targets) => {
      const there = targets.filter((t) => t.row || t.gone);
      const said = fill(there.length ? words.cited : words.cited_missing, named(there[0] ?? targets[0]));
      return [titled(there.length ? "cited" : "absent", said), ...there.flatMap(cited)];
    };
    const compared = (targets, finds) => {
      if (!finds.length) return [];
      const here = targets.some((t) => finds.some((f) => f.report === t.report && f.pieces.some((p) => p.sentences
        .some((s) => (t.sentence ? s.id === t.sentence : s.segment === t.segment)))));
      return [element("p", { className: "remarks" }, fill(here ? words.cited_here : words.cited_elsewhere, named(targets[0])))];
    };
    const draw = ({ citation: found, result }) => {
      if (!result) return citation(found.targets);
      const [first, ...rest] = verdict(result);
      return [first, ...(found ? compared(found.targets, result.finds) : []), ...rest];
    };
    return { draw };
  };
  return { of };
})();
