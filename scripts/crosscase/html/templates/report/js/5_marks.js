// The marks of the matrices: under the rule that is chosen, and of codes above others alone or with the codes below them.

const MARKS = { p: "present", f: "present fragile", a: "absent", n: "not_coded", u: "unknown", q: "not_asked" };

let isGathered = false;
let ruleNumber = 0; // among the study's rules; 0: that of the tables
const heads = new Map(); // what stood in the row of a code that only groups others

/** The rule that the marks follow. */
function chosenRule() {
  return study().rules[ruleNumber];
}

/** What a state, or a fragile mark, means under the rule that is chosen. */
function meaningOf(state) {
  if (state === "fragile") return chosenRule().is_one ? t("fragile_meaning") : t("fragile_other");
  return own(chosenRule(), state) || study().meanings[state];
}

/** Whether a place is a code that is counted with the codes below it. */
function isUpper(place) {
  return isGathered && Boolean(own(study().domains[place.domain].upper, place.code));
}

/** The codes whose codings a cell counts. */
function codesIn(domain, code) {
  const upper = isGathered && own(study().domains[domain].upper, code);
  return upper ? [code, ...upper.below] : [code];
}

/** What a code is in each group, as names of classes of which the first is the state; with the codes below or alone. */
function marksOf(domain, code, isWithBelow) {
  const { marks, upper } = study().domains[domain];
  const words = isWithBelow && own(upper, code) ? upper[code].marks : marks[code];
  return [...words[ruleNumber]].map((letter) => MARKS[letter]);
}

/** Give the matrices the marks of a view. */
function applyMarks(view) {
  isGathered = view.upper === "below";
  ruleNumber = Math.max(0, study().rules.findIndex((rule) => rule.name === view.rule));
  for (const table of document.querySelectorAll("table.matrix")) {
    const { domain } = table.closest(".domain").dataset;
    for (const row of table.tBodies[0].rows) {
      const isHolder = row.classList.contains("holder");
      if (isGathered && isHolder && own(study().domains[domain].upper, row.dataset.code)) fill(row, domain);
      if (!isGathered && heads.has(row)) empty(row);
      if (!row.classList.contains("holder")) setMarks(row, domain);
    }
  }
  for (const entry of document.querySelectorAll("[data-meaning]")) entry.textContent = meaningOf(entry.dataset.meaning);
}

function setMarks(row, domain) {
  for (const [place, mark] of marksOf(domain, row.dataset.code, isGathered).entries()) {
    const box = row.cells[columnOf(place)];
    if (box.className !== mark) box.className = mark;
  }
}

/** Give a row that only groups others its cells. */
function fill(row, domain) {
  const text = row.cells[0].querySelector("span");
  const address = idOf(domain, row.dataset.code);
  const link = (id, name) => el("a", { id, href: `#${id}`, tabindex: "-1" }, name);
  const order = columnOrder || study().groups.map((_, place) => place);
  heads.set(row, { text, rest: row.cells[1] });
  text.replaceWith(link(address, text.textContent));
  row.cells[1].remove();
  row.append(...order.map((place) => el("td", {}, link(address + encoded(study().groups[place].code), ""))), el("td", { class: "number" }));
  row.classList.replace("holder", "gathered");
}

function empty(row) {
  const { text, rest } = heads.get(row);
  heads.delete(row);
  row.cells[0].querySelector("a").replaceWith(text);
  row.replaceChildren(row.cells[0], rest);
  row.classList.replace("gathered", "holder");
}
