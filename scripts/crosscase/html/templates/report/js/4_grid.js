// Moving in a matrix by the arrow keys. A table is one stop of the Tab key; it stays a table to screen readers.

const MOVES = {
  ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0],
  Home: [0, -Infinity], End: [0, Infinity],
};

let onlyColumn = 0; // the position of the only group shown; 0: all are shown

/** Make each matrix one stop of the Tab key. */
function makeGrids() {
  for (const table of document.querySelectorAll("table.matrix")) {
    for (const link of table.tBodies[0].getElementsByTagName("a")) link.tabIndex = -1;
    settle(table);
    table.addEventListener("keydown", move);
    table.addEventListener("focusin", (event) => stopAt(table, event.target));
  }
}

/** Move a table's stop to a visible cell. */
function settle(table) {
  const stop = table.querySelector("a[tabindex='0']");
  if (stop && isVisible(stop)) return;
  const links = [...table.tBodies[0].rows].filter((row) => !row.hidden).flatMap(linksOf);
  const first = links.find((link) => link.closest("td") && isVisible(link));
  if (first) stopAt(table, first);
}

function stopAt(table, link) {
  for (const other of table.querySelectorAll("a[tabindex='0']")) other.tabIndex = -1;
  link.tabIndex = 0;
}

function move(event) {
  const step = MOVES[event.key];
  if (!step || event.altKey || event.metaKey || event.shiftKey) return;
  const cell = event.target.closest("th, td");
  if (!cell) return;
  event.preventDefault();
  const next = event.ctrlKey && Number.isFinite(step[1]) ? farthest(cell, step) : nearest(cell, step);
  if (!next) return;
  next.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** The next link in a direction; for Home and End the outermost cell of the row. */
function nearest(cell, [down, right]) {
  const row = cell.parentElement;
  if (!Number.isFinite(right)) {
    const links = linksOf(row).filter(isVisible);
    return right < 0 ? links[0] : links[links.length - 1];
  }
  if (right) return walk(cell, right < 0 ? "previousElementSibling" : "nextElementSibling", (c) => c.querySelector("a"));
  // Up and down keep the column; a row that groups other codes only has a label.
  return walk(row, down < 0 ? "previousElementSibling" : "nextElementSibling", (other) =>
    (other.cells[cell.cellIndex] && other.cells[cell.cellIndex].querySelector("a")) || null);
}

function farthest(cell, step) {
  let last = null;
  for (let next = nearest(cell, step); next; next = nearest(next.closest("th, td"), step)) last = next;
  return last;
}

function walk(from, way, linkIn) {
  for (let other = from[way]; other; other = other[way]) {
    const link = linkIn(other);
    if (link && isVisible(link)) return link;
  }
  return null;
}

function linksOf(row) {
  return [...row.getElementsByTagName("a")];
}

/** Whether a link of a matrix is visible, computed from the filters: measuring it would lay out the whole page. */
function isVisible(link) {
  const cell = link.closest("th, td");
  return !cell.parentElement.hidden && (cell.cellIndex === 0 || onlyColumn === 0 || cell.cellIndex === onlyColumn);
}
