// Filters: rows by code, state and search, columns by group, sections by domain.

let texts = null; // the searched text of each code, folded: label, id, definition, aliases
let isFootOther = false; // whether the totals below are others than when the page came
const columns = new CSSStyleSheet(); // hides the columns of other groups by one rule, however many cells they have

function makeFilters(changed) {
  document.adoptedStyleSheets = [columns];
  const form = document.getElementById("filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => changed(event.target.id, event.target.value));
  form.addEventListener("reset", () => changed(null, ""));
}

/** Apply the filters of a view, and say how many codes are shown. */
function applyFilters(view) {
  for (const key of [...LOOKS, ...FILTERS]) {
    const field = document.getElementById(key);
    if (field && field.value !== view[key]) field.value = view[key];
  }
  if (FILTERS.some((key) => key !== "search" && view[key])) document.querySelector("#filters details").open = true;
  const place = study().groups.findIndex((group) => group.code === view.group);
  onlyColumn = place >= 0 ? columnOf(place) : study().groups.length === 1 ? 1 : 0;
  // Columns: the label, the groups, the total (of one group it says nothing); a row that groups others has no columns.
  columns.replaceSync(onlyColumn === 0 ? "" :
    `.matrix:not(.swapped) tr:not(.holder) > :nth-child(n + 2):not(:nth-child(${onlyColumn + 1})) { display: none }`);
  const wanted = folded(view.search.trim()).split(/\s+/).filter(Boolean);
  const hidden = wanted.length ? new Set() : foldedRows(view); // a search looks below folded codes, too
  // As the page came, the totals below are those of all codes; to count them takes long in a large study.
  const hasOtherFoot = ["segments", "part"].includes(view.show) || ["rule", "domain", "code", "state", "search"].some((key) => view[key]);
  let number = 0;
  let all = 0;
  for (const domain of document.querySelectorAll("#matrices .domain")) {
    const otherDomain = Boolean(view.domain) && view.domain !== domain.dataset.domain;
    const rows = [...domain.querySelector(".matrix").tBodies[0].rows];
    // A code that only groups others is none that can be shown, also where it is counted with those below.
    const fitting = [];
    for (const row of rows) {
      const holds = row.matches(".holder, .gathered");
      const fits = !otherDomain && matches(row.dataset.code, view.code, wanted) && (holds || inState(row, view.state));
      row.hidden = !fits || hidden.has(row);
      if (!holds) all += 1;
      if (!holds && fits) fitting.push(row);
    }
    number += fitting.length;
    domain.hidden = fitting.length === 0;
    if (fitting.length) settle(domain.querySelector(".matrix"));
    if (hasOtherFoot || isFootOther) showFoot(domain.querySelector(".matrix"), fitting, view.show);
  }
  isFootOther = hasOtherFoot;
  for (const entry of document.querySelectorAll("#codebook .codes > div")) {
    const otherDomain = Boolean(view.domain) && view.domain !== entry.closest(".domain").dataset.domain;
    entry.hidden = otherDomain || !matches(entry.dataset.code, view.code, wanted);
  }
  for (const section of document.querySelectorAll("#codebook .domain")) {
    section.hidden = !section.querySelector(".codes > div:not([hidden])");
  }
  for (const figure of document.querySelectorAll("figure[data-domain]")) {
    figure.hidden = Boolean(view.domain) && view.domain !== figure.dataset.domain;
  }
  for (const row of document.querySelectorAll("#groups tbody tr")) {
    row.hidden = place >= 0 && row.dataset.group !== view.group;
  }
  document.querySelector(".view").textContent = wordsOfView();
  if (place >= 0) tell(t("some_shown_in", { number, all, group: study().groups[place].name }));
  else tell(number === all ? t("all_shown", { n: all }) : t("some_shown", { number, all }));
}

/** What is chosen, in words: on paper there are no fields. */
function wordsOfView() {
  const fields = [...document.querySelectorAll("#filters select, #filters input")].filter((field) => field.value);
  const chosen = fields.map((field) => `${field.labels[0].textContent}: ${field.options ? field.selectedOptions[0].textContent : field.value}`);
  return chosen.length ? `${chosen.join("; ")}.` : "";
}

function matches(code, only, wanted) {
  if (only && only !== code) return false;
  if (!wanted.length) return true;
  if (!texts) {
    const entries = document.querySelectorAll("#codebook .codes > div");
    // What was found of a code names other codes, too.
    const own = (entry) => [...entry.children].filter((part) => !part.classList.contains("found"));
    texts = new Map([...entries].map((entry) =>
      [entry.dataset.code, folded(own(entry).map((part) => part.textContent).join(" "))]));
  }
  return wanted.every((word) => texts.get(code).includes(word));
}

/** Whether a row has a cell with a state, in the only group that is shown or in any. */
function inState(row, state) {
  if (!state) return true;
  if (onlyColumn) return stateOf(row.cells[onlyColumn]) === state;
  return row.getElementsByClassName(state).length > 0;
}
