// Moving in a matrix by the arrow keys. A table is one stop of the Tab key; it stays a table to screen readers.

const MOVES = {
  ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0],
  Home: [0, -Infinity], End: [0, Infinity],
};

let onlyColumn = 0; // the position of the only group shown; 0: several are shown

/** Make each matrix one stop of the Tab key. */
function makeGrids() {
  for (const table of document.querySelectorAll("table.matrix")) {
    for (const stop of table.querySelectorAll("a, button")) stop.tabIndex = -1;
    settle(table);
    table.addEventListener("keydown", move);
    table.addEventListener("focusin", (event) => stopAt(table, event.target));
  }
}

/** Move a table's stop to a visible cell. */
function settle(table) {
  const stop = table.querySelector("[tabindex='0']");
  if (stop && isVisible(stop)) return;
  const links = [...table.tBodies[0].rows].filter((row) => !row.hidden).flatMap(stopsIn);
  const first = links.find((link) => link.closest("td"));
  if (first) stopAt(table, first);
}

function stopAt(table, stop) {
  for (const other of table.querySelectorAll("[tabindex='0']")) other.tabIndex = -1;
  stop.tabIndex = 0;
}

function move(event) {
  const step = MOVES[event.key];
  if (!step || event.altKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const next = event.ctrlKey && Number.isFinite(step[1]) ? farthest(event.target, step) : nearest(event.target, step);
  if (!next) return;
  next.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** The next stop in a direction, or null; for Home and End the outermost of the row. */
function nearest(stop, [down, right]) {
  const row = stop.closest("tr");
  if (right) {
    const stops = stopsIn(row);
    const wanted = Number.isFinite(right) ? stops.indexOf(stop) + right : right < 0 ? 0 : stops.length - 1;
    return stops[wanted] || null;
  }
  // Up and down keep the column; a row that groups other codes only has a label.
  const column = stop.closest("th, td").cellIndex;
  const rows = [...row.closest("table").rows];
  const way = down < 0 ? rows.slice(0, row.rowIndex).reverse() : rows.slice(row.rowIndex + 1);
  for (const other of way) {
    const stops = stopsIn(other).filter((found) => found.closest("th, td").cellIndex === column);
    if (stops.length) return stops[stops.length - 1];
  }
  return null;
}

function farthest(stop, step) {
  let last = null;
  for (let next = nearest(stop, step); next; next = nearest(next, step)) last = next;
  return last;
}

/** The visible links and buttons of a row, from left to right. */
function stopsIn(row) {
  return [...row.querySelectorAll("a, button")].filter(isVisible);
}

/** Whether a link of a matrix is visible, computed from the filters: measuring it would lay out the whole page. */
function isVisible(link) {
  const cell = link.closest("th, td");
  return !cell.parentElement.hidden && isColumnShown(cell);
}

/** Whether the column of a cell is shown. Where the groups are the rows, one that is not shown is hidden itself. */
function isColumnShown(cell) {
  return onlyColumn === 0 || cell.cellIndex === 0 || cell.cellIndex === onlyColumn || isSwapped(cell.closest("table"));
}
