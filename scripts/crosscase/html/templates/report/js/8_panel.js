// What is behind a cell, a row or a column, beside the matrices: the answer, what it rests on, passages, last the proof.

const AT_ONCE = 100; // passages shown at a time

/** Show what is behind a place, and put the focus on its title if it is another one. `go` leads to a place, or nowhere. */
function openPanel(place, go, isOther) {
  const aside = document.getElementById("trace");
  const title = place.kind === "column" ? nameAndCode(place.group) : place.label;
  const above = place.kind === "cell" ? `${place.title} · ${nameAndCode(place.group)}` : place.title;
  const head = el("h2", { id: "trace-title", tabindex: "-1" }, title);
  aside.replaceChildren(
    buttons(place, go),
    el("p", { class: "kicker" }, above),
    head,
    ...{ cell: ofCell, row: ofRow, column: ofColumn }[place.kind](place),
  );
  aside.hidden = false;
  if (!isOther) return;
  aside.scrollTop = 0;
  document.documentElement.classList.add("tracing");
  head.focus({ preventScroll: true });
}

/** Hide what is behind a place. */
function closePanel() {
  document.getElementById("trace").hidden = true;
  document.documentElement.classList.remove("tracing");
}

function buttons(place, go) {
  const button = (text, target, name) => {
    const made = el("button", { type: "button", class: name, ...(target === null ? { disabled: "" } : {}) }, text);
    made.addEventListener("click", () => go(target));
    return made;
  };
  return el("p", { class: "buttons" },
    button(t("previous"), neighbour(place, -1), "previous"),
    button(t("next"), neighbour(place, 1), "next"),
    button(t("close"), "", "close"));
}

/** The address of the previous or the next cell of the row, row or column that is shown; null if there is none. */
function neighbour(place, step) {
  const isDown = place.kind === (isSwapped(place.link.closest("table")) ? "column" : "row");
  const move = isDown ? [step, 0] : [0, step];
  let link = nearest(place.link, move);
  while (link && link.matches(".fold")) link = nearest(link, move);
  return link && link.id.startsWith("cell=") && placeOf(addressIn(link)).kind === place.kind ? addressIn(link) : null;
}

function addressIn(link) {
  return link.id.slice("cell=".length);
}

/** The name of a group with its code, unless they are equal. */
function nameAndCode(group) {
  return group.name === group.code ? group.name : `${group.name} (${group.code})`;
}

function aside(text) {
  return el("p", { class: "aside" }, text);
}

function ofCell(cell) {
  const people = passagesOf(cell);
  const exports = [...new Set([...people.values()].flat().flatMap((p) => p.codings.map((c) => c.export)))].sort();
  return [
    ...valueOf(cell, people),
    ...passagesIn(people, cell.group.language),
    ...(study().head ? [filled([t("how_made")], () => [...proofOf(cell, exports), ...stepsOf(cell, exports)])] : []),
  ];
}

/** A code in all groups: how widespread it is, and what each group said of it. */
function ofRow(place) {
  const cells = cellsOf(place.domain, place.code);
  const present = cells.filter((cell) => cell.state === "present");
  const coded = cells.filter((cell) => cell.participants !== null);
  const { drawn } = study().domains[place.domain];
  const expected = own(study().expected, place.code);
  return [
    el("p", { class: "value" }, t("value_row", { present: present.length, number: coded.length }), fragileOf(present)),
    ...(expected !== undefined && !ruleNumber && !isUpper(place) && coded.length > 1 ? [aside(t("worth_row", { number: drawn, expected: expected.toLocaleString(document.documentElement.lang) }))] : []),
    ...(isUpper(place) ? [aside(t("with_below"))] : agreementOf(place)),
    ...definitionOf(place.code),
    tableOf(cells, study().words.one, (cell) => nameAndCode(cell.group)),
    ...caveatsOf(cells),
    ...saidIn(present, (cell) => nameAndCode(cell.group)),
    el("p", {}, el("a", { href: `#codebook/${place.domain}/${encoded(place.code)}` }, t("in_codebook"))),
  ];
}

/** A group in all codes of a domain: what it raised. */
function ofColumn(place) {
  const number = study().groups.indexOf(place.group);
  const cells = codedRows(place.link.closest("table")).map((row) => cellsOf(place.domain, row.dataset.code)[number]);
  const present = cells.filter((cell) => cell.state === "present");
  return [
    el("p", { class: "value" }, t("value_column", { present: present.length, number: cells.length, group: place.group.name }), fragileOf(present)),
    tableOf(cells, t("code"), (cell) => cell.label),
    ...caveatsOf(cells),
    ...saidIn(present, (cell) => cell.label),
  ];
}

/** How many of some marks rest on one participant, as a sentence; empty if none does. */
function fragileOf(present) {
  const number = present.filter((cell) => cell.isFragile).length;
  if (!number) return "";
  return ` ${chosenRule().is_one ? t("found_fragile", { number }) : t("found_undone", { number })}`;
}

/** How far coders agree on a code, as the list of codes says it. */
function agreementOf(place) {
  const entry = document.getElementById(`codebook/${place.domain}/${encoded(place.code)}`);
  const found = entry && entry.querySelector(".agreement");
  return found ? [aside(found.textContent)] : [];
}

/** By which rule some cells are marked, how the intervals of their shares are worked out, and for whom they hold. */
function caveatsOf(cells) {
  const rule = t("rule", { state: t("present"), meaning: meaningOf("present") });
  return [aside(rule), ...(cells.some((cell) => cell.low !== null) ? [aside(intervalsInWords())] : [])];
}

function intervalsInWords() {
  return `${t("interval_95")}: ${study().interval}. ${t("sample_meaning")}`;
}

/** Cells one below the other: a link to each, how many raised the code, and the share with its interval. */
function tableOf(cells, heading, nameOf) {
  const heads = [capital(heading), capital(t("head_participants")), t("head_interval")];
  return el("table", { class: "cells" },
    el("thead", {}, el("tr", {}, ...heads.map((text, column) => el("th", { scope: "col", class: column ? "number" : null }, text)))),
    el("tbody", {}, ...cells.map((cell) => el("tr", {},
      el("th", { scope: "row" }, el("a", { href: `#cell=${cell.address}` }, nameOf(cell))), ...valuesOf(cell)))));
}

function valuesOf(cell) {
  if (cell.participants === null) return [el("td", { colspan: "2", class: cell.state }, stateName(cell.state))];
  const look = `number ${cell.state === "present" ? "" : "absent"}`;
  const rests = cell.isFragile ? [el("br"), el("em", {}, t("fragile"))] : [];
  return [
    el("td", { class: look }, t("of", { number: cell.participants, all: cell.interviewed })),
    el("td", { class: look }, cell.low === null ? "–" : `${percentOf(cell)} (${percent(cell.low)}–${percent(cell.high)})`, ...rests),
  ];
}

/** What was said in each of some cells, to be opened. */
function saidIn(present, nameOf) {
  return present.length ? [
    el("h3", {}, t("participants_segments")),
    ...present.map((cell) => filled([`${nameOf(cell)}: ${t("segment", { n: cell.segments })}`],
      () => passagesIn(passagesOf(cell), cell.group.language).slice(1))),
  ] : [];
}

function valueOf(cell, people) {
  const codings = [...people.values()].flat().reduce((sum, passage) => sum + passage.codings.length, 0);
  const gap = cell.state === "not_coded" && study().gaps[`${cell.domain}/${cell.group.code}`];
  const title = study().domains[cell.domain].title;
  const sentence = {
    present: () => t("value_present", { ...cell, codings }),
    absent: () => (cell.participants ? t("value_below", { ...cell }) : t("value_absent", { ...cell })),
    not_coded: () => t("value_not_coded", { group: cell.group.name, title }),
    unknown: () => t("value_unknown", { group: cell.group.name, title }),
    not_asked: () => t("value_not_asked", { group: cell.group.name, title }),
  }[cell.state]();
  return [
    el("p", { class: "value" }, el("strong", {}, capital(stateName(cell.state))), `: ${sentence}`, gap ? ` ${gap}` : null),
    ...(cell.silent && cell.participants !== null ? [aside(t("others_not_asked", { participants: cell.silent }))] : []),
    ...worthOf(cell),
    ...(isUpper(cell) ? [aside(t("with_below"))] : agreementOf(cell)),
    ...definitionOf(cell.code),
    aside(t("rule", { state: stateName(cell.state), meaning: meaningOf(cell.state) })),
    ...(codings > cell.segments ? [aside(t("counted_once"))] : []),
  ];
}

/** What a mark rests on, and how sure it is. */
function worthOf(cell) {
  if (cell.low === null) return [];
  const { drawn } = study().domains[cell.domain];
  const texts = [t("worth_share", { share: percentOf(cell), low: percent(cell.low), high: percent(cell.high) })];
  if (cell.isFragile) texts.push(chosenRule().is_one ? t("worth_fragile") : `${capital(t("fragile_other"))}.`);
  if (!ruleNumber && cell.state === "present" && cell.rarefied !== null && drawn < cell.interviewed) {
    texts.push(t("worth_rarefied", { number: drawn, share: percent(cell.rarefied) }));
  }
  return [el("p", { class: "worth" }, texts.join(" ")), aside(intervalsInWords())];
}

function definitionOf(code) {
  const definition = own(study().definitions, code);
  return definition ? [aside(t("definition", { text: definition }))] : [];
}

/** The passages of each participant, a hundred at a time; ids and places of each can be shown. */
function passagesIn(people, language) {
  if (!people.size) return [];
  const holder = el("div", { class: "passages" });
  const queue = [...people].flatMap(([person, passages]) => passages.map((passage, n) => [person, passages, passage, n]));
  const more = el("button", { type: "button" }, "");
  let list = null;
  const show = () => {
    for (const [person, passages, passage, number] of queue.splice(0, AT_ONCE)) {
      if (number === 0) {
        list = el("ol", {});
        holder.append(el("h4", {}, `${person}, ${t("segment", { n: passages.length })}`), list);
      }
      list.append(passageOf(passage, language));
    }
    more.textContent = t("more_segments", { number: Math.min(AT_ONCE, queue.length), all: queue.length });
    more.hidden = queue.length === 0;
  };
  more.addEventListener("click", () => {
    const last = holder.lastElementChild.lastElementChild;
    show();
    if (more.hidden) focusOn(last);
  });
  show();
  const places = el("button", { type: "button", class: "places", "aria-pressed": "false" }, t("show_places"));
  places.addEventListener("click", () => {
    places.setAttribute("aria-pressed", String(holder.classList.toggle("placed")));
  });
  return [el("h3", {}, t("participants_segments")), places, holder, more];
}

function focusOn(element) {
  element.tabIndex = -1;
  element.focus();
}

function passageOf(passage, language) {
  const span = passage.start === null ? t("no_offsets") : t("span", { start: passage.start, end: passage.end === null ? "?" : passage.end });
  return el("li", {},
    wordsOf(passage, language),
    el("p", { class: "place" }, `${t("document")} `, el("code", {}, passage.document), `, ${span}`),
    ...passage.codings.map((coding) => el("p", { class: "place" },
      coding.coder ? `${t("coded_by")} ` : t("no_coder"), coding.coder ? el("code", {}, coding.coder) : null,
      `; ${t("in_export", { name: coding.export })}; ${t("segment_id")} `, el("code", {}, coding.id))));
}

function wordsOf({ words, why }, language) {
  const reason = { others: () => t("withheld_others"), review: () => t("withheld_review") }[why] ?? (() => t("withheld"));
  if (words === null) return el("p", { class: "withheld" }, reason());
  if (words === "") return el("p", { class: "withheld" }, t("wordless"));
  return el("blockquote", { lang: language }, words);
}

