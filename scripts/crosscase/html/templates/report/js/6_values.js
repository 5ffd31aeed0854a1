// What the cells show: the mark or a number, each with its colour; and a matrix as it is shown, to take away.

// Each value as text, and how large it is: up to 1, or where it is relative up to the largest that occurs.
const VALUES = {
  participants: { text: (cell) => String(cell.participants), of: (cell) => `/${cell.interviewed}`, size: shareOf },
  share: { text: percentOf, size: shareOf },
  segments: { text: (cell) => String(cell.segments), size: (cell) => cell.segments, isRelative: true },
  part: { text: (cell) => percent(cell.segments, segmentsIn(cell) || 1), size: partOf, isRelative: true },
  rarefied: { text: (cell) => percent(cell.rarefied), size: (cell) => cell.rarefied },
};
const spoken = new Map(); // by domain, the segments of each group
let shown = ""; // what the cells show; empty: the marks
let marked = "0,false"; // by which rule, and with which codes, the cells were marked then

function shareOf(cell) {
  return cell.interviewed ? cell.participants / cell.interviewed : 0;
}

/** The segments of a group in a domain, of codes counted alone: what a share of its segments is of. */
function segmentsIn(cell) {
  const place = study().groups.indexOf(cell.group);
  const { domain } = cell;
  if (!spoken.has(domain)) {
    const codes = Object.values(study().domains[domain].cells);
    spoken.set(domain, study().groups.map((_, at) => codes.reduce((sum, numbers) => sum + (numbers[at][2] || 0), 0)));
  }
  return spoken.get(domain)[place];
}

function partOf(cell) {
  return cell.segments / (segmentsIn(cell) || 1);
}

function percentOf(cell) {
  return percent(cell.participants, cell.interviewed || 1);
}

/** The rows of the codes of a matrix that have cells. */
function codedRows(table) {
  return rowsOf(table).filter((row) => !row.classList.contains("holder"));
}

/** Show marks or numbers in all cells. */
function applyValues(show) {
  const marks = [ruleNumber, isGathered].join();
  if (show === shown && marks === marked) return;
  shown = show;
  marked = marks;
  const tables = [...document.querySelectorAll("table.matrix")].map((table) => {
    const { domain } = table.closest(".domain").dataset;
    return { table, rows: codedRows(table).map((row) => ({ row, cells: cellsOf(domain, row.dataset.code) })) };
  });
  const value = own(VALUES, show);
  let most = value && value.isRelative ? 0 : 1;
  if (value && value.isRelative) {
    for (const { rows } of tables) for (const { cells } of rows) for (const cell of cells) most = Math.max(most, value.size(cell));
  }
  for (const { table, rows } of tables) {
    for (const { cells } of rows) for (const cell of cells) showValue(cell, value, most || 1);
    showTotals(table, rows, show);
  }
  showScale(show, most);
}

/** Say what the colours mean: the least, half of the most and the most. */
function showScale(show, most) {
  const scale = document.getElementById("scale");
  scale.hidden = !show;
  for (const entry of document.querySelectorAll(".legend .of-marks")) entry.hidden = Boolean(show);
  const texts = { segments: t("show_segments"), part: t("show_part"), rarefied: t("show_rarefied") };
  const text = texts[show] || t("show_share");
  scale.querySelector("dd").textContent = text;
  for (const [step, box] of [...scale.querySelectorAll(".swatch")].entries()) {
    box.textContent = show === "segments" ? String(Math.round(most * step / 2)) : percent(most * step / 2);
    box.style.setProperty("--shade", `${50 * step}%`);
  }
}

/** Show a value in a cell. A cell that was not coded, or is unknown, shows its mark in each view. */
function showValue(cell, value, most) {
  const box = cell.link.parentElement;
  const isKnown = cell.participants !== null && !(value === VALUES.rarefied && cell.rarefied === null);
  const isShaded = Boolean(value) && isKnown;
  box.classList.toggle("shaded", isShaded);
  box.style.setProperty("--shade", isShaded ? `${Math.round(100 * value.size(cell) / most)}%` : "");
  if (!isKnown) {
    if (!cell.link.textContent) nameUnknown(cell);
    return;
  }
  if (value) cell.link.replaceChildren(value.text(cell), ...(value.of ? [el("small", {}, value.of(cell))] : []));
  else cell.link.replaceChildren(cell.state === "present" ? "x" : "", ...(cell.participants ? [el("small", {}, String(cell.participants))] : []));
  const count = t("cell_name", { state: stateName(cell.state), ...cell });
  const extra = value && value !== VALUES.participants ? `, ${spokenValue(cell, value)}` : "";
  cell.link.setAttribute("aria-label", `${cell.label}, ${cell.group.name}: ${count}${extra}`);
}

/** A value as the name of its cell says it. */
function spokenValue(cell, value) {
  if (value === VALUES.segments) return t("segment", { n: cell.segments });
  return value === VALUES.part ? `${t("show_part")}: ${value.text(cell)}` : value.text(cell);
}

/** Give a cell without numbers its mark, in a row that came without cells. */
function nameUnknown(cell) {
  cell.link.textContent = { not_coded: t("mark_not_coded"), unknown: "?", not_asked: "–" }[cell.state] || "";
  cell.link.setAttribute("aria-label", `${cell.label}, ${cell.group.name}: ${stateName(cell.state)}`);
}

function stateName(state) {
  return { present: t("present"), absent: t("absent"), not_coded: t("not_coded"), unknown: t("unknown"), not_asked: t("not_asked") }[state];
}

/** Give each matrix its buttons to copy it and to save it, as it is shown. */
function makeTools() {
  for (const article of document.querySelectorAll("#matrices .domain")) {
    article.querySelector(".copy").addEventListener("click", () => copy(article));
    article.querySelector(".save").addEventListener("click", () => save(article));
  }
}

/** Copy a matrix as a table, for a word processor or a spreadsheet. */
function copy(article) {
  const rows = linesOf(article.querySelector(".matrix")).map((line, number) =>
    el("tr", {}, ...line.map((text) => el(number ? "td" : "th", {}, text))));
  const holder = el("div", { class: "copied" }, el("table", {}, ...rows));
  document.body.append(holder);
  getSelection().selectAllChildren(holder);
  document.execCommand("copy");
  getSelection().removeAllRanges();
  holder.remove();
  tell(t("copied", { title: article.querySelector("h3").textContent }));
}

/** Save a matrix as a CSV file. A byte-order mark tells Excel that it is UTF-8. */
function save(article) {
  const table = article.querySelector(".matrix");
  const text = linesOf(table).map((line) => line.map(field).join(",")).join("\r\n");
  const url = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: "text/csv" }));
  const words = [article.dataset.domain, chosenRule().name, shown, isSwapped(table) ? "swapped" : ""];
  el("a", { href: url, download: `${words.filter(Boolean).join("_")}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** A field of a CSV file; a spreadsheet program must not read a label as a formula. */
function field(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The texts of a matrix as it is shown, a list a row. */
function linesOf(table) {
  return [...table.rows].filter((row) => !row.hidden).map((row) => row.classList.contains("holder")
    ? [row.querySelector("th > :not(button)").textContent]
    : [...row.cells].filter(isColumnShown).map(textOf));
}

function textOf(cell) {
  const holder = cell.querySelector("a") || cell;
  const mark = [...holder.childNodes].filter((node) => node.nodeName !== "SMALL").map((node) => node.textContent).join("");
  return mark.trim();
}

/** Say something where it is read aloud, too. */
function tell(text) {
  document.getElementById("shown").textContent = text;
}
