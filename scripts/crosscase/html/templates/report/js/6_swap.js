// Rows and columns swapped: the groups below each other, the codes beside each other.
//
// Everything else works on the matrices as they came, so a view is put together there and swapped at its end. The cells
// themselves move, with their links, ids and marks. The rows of codes that are not shown stay, hidden, behind the others.

const TALL = 24; // more rows than fit on a screen scroll below their head
const kept = new Map(); // the rows of each swapped matrix as they came, each with its cells

function isSwapped(table) {
  return kept.has(table);
}

/** The rows of the codes of a matrix, in their order, also where they are columns. */
function rowsOf(table) {
  return isSwapped(table) ? kept.get(table).body : [...table.tBodies[0].rows];
}

function swapAll() {
  for (const table of document.querySelectorAll("table.matrix")) swap(table);
}

function swap(table) {
  const [head, foot, body] = [table.tHead.rows[0], table.tFoot.rows[0], rowsOf(table)];
  kept.set(table, { head, foot, body, cells: new Map([head, ...body, foot].map((row) => [row, [...row.cells]])) });
  const codes = body.filter((row) => !row.hidden);
  const lines = [...head.cells].map((_, column) => [head, ...codes, foot].map((row) => cellAt(row, column)));
  const [heads, ...rows] = lines.map((line) => el("tr", {}, ...line));
  const total = rows.pop();
  heads.cells[0].replaceWith(el("th", { scope: "col" }, capital(study().words.one)));
  for (const [place, row] of rows.entries()) row.hidden = onlyColumn > 0 && onlyColumn !== place + 1;
  total.hidden = onlyColumn > 0; // of one group it says nothing
  layOut(table, heads, [...rows, ...body.filter((row) => row.hidden)], total);
}

/** The cell of a row in a column; an empty one where a code only groups others. */
function cellAt(row, column) {
  return column && row.classList.contains("holder") ? el("td", { class: "empty" }) : row.cells[column];
}

/** Put the matrices back as they came. */
function putBack() {
  for (const [table, { head, foot, body, cells }] of kept) {
    kept.delete(table);
    for (const [row, ours] of cells) row.replaceChildren(...ours);
    layOut(table, head, body, foot);
  }
}

/** Give a matrix its rows, and each head its direction. */
function layOut(table, head, body, foot) {
  table.tHead.replaceChildren(head);
  table.tBodies[0].replaceChildren(...body);
  table.tFoot.replaceChildren(foot);
  for (const row of table.rows) {
    for (const cell of row.querySelectorAll("th")) cell.scope = row === head ? "col" : "row";
  }
  table.classList.toggle("swapped", isSwapped(table));
  const number = isSwapped(table) ? study().groups.length : body.length;
  table.parentElement.classList.toggle("tall", number > TALL);
}
