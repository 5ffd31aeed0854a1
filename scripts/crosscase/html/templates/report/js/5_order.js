// The order of rows and columns, and rows that are folded below their parent.

const written = new Map(); // the rows of each matrix in the order of the study
let columnOrder = null; // positions of the groups, from left to right

/** Put the codes and groups of all matrices into the order of a view. */
function applyOrder(view) {
  const groups = study().groups.map((_, place) => place);
  const next = own({ total: byPresent, label: byName, likeness: () => study().likeness || groups }, view.columns);
  const wanted = next ? next(groups) : groups;
  for (const table of document.querySelectorAll("table.matrix")) {
    if (!written.has(table)) written.set(table, [...table.tBodies[0].rows]);
    table.tBodies[0].append(...inOrder(written.get(table), view.sort));
    if (String(wanted) !== String(columnOrder || groups)) moveColumns(table, columnOrder || groups, wanted);
  }
  columnOrder = wanted;
}

/** The position of a group's column in each row; the label of the row is at 0. */
function columnOf(place) {
  return (columnOrder ? columnOrder.indexOf(place) : place) + 1;
}

function moveColumns(table, before, wanted) {
  for (const row of table.rows) {
    if (row.classList.contains("holder")) continue;
    const cells = [...row.cells];
    const last = cells[cells.length - 1];
    for (const place of wanted) row.insertBefore(cells[before.indexOf(place) + 1], last);
  }
}

/** The groups with the most present codes first. */
function byPresent(groups) {
  const present = groups.map(() => 0);
  for (const [domain, { marks }] of Object.entries(study().domains)) {
    for (const code of Object.keys(marks)) {
      for (const [place, mark] of marksOf(domain, code, false).entries()) present[place] += mark.startsWith("present");
    }
  }
  return [...groups].sort((one, other) => present[other] - present[one]);
}

/** The groups by their names. */
function byName(groups) {
  const words = new Intl.Collator(document.documentElement.lang);
  return [...groups].sort((one, other) => words.compare(study().groups[one].name, study().groups[other].name));
}

/** Rows by their total, name, likeness or share in a group, each code below its parent. */
function inOrder(rows, sort) {
  if (!sort) return rows;
  const words = new Intl.Collator(document.documentElement.lang);
  const place = study().groups.findIndex((group) => sort === `in:${group.code}`);
  const compare = {
    total: (one, other) => totalOf(other) - totalOf(one),
    label: (one, other) => words.compare(one.row.cells[0].textContent, other.row.cells[0].textContent),
  }[sort] || ((one, other) => shareIn(other, place) - shareIn(one, place));
  const sorted = (nodes) => (sort === "likeness" ? byLikeness(nodes) : nodes.sort(compare));
  const flat = (nodes) => sorted(nodes).flatMap((node) => [node.row, ...flat(node.below)]);
  return flat(treeOf(rows));
}

/** The share of a code in a group; -1 where it is not known; of one that only groups others the highest below it. */
function shareIn(node, place) {
  const numbers = numbersIn(node.row)[place];
  if (!numbers) return Math.max(-1, ...node.below.map((below) => shareIn(below, place)));
  return numbers[0] === null || !numbers[1] ? -1 : numbers[0] / numbers[1];
}

/** The numbers of a row's code in each group, in the order of the study; none of one that only groups others. */
function numbersIn(row) {
  return numbersOf(row.closest(".domain").dataset.domain, row.dataset.code);
}

/** The total of a code; of one that only groups others the highest below it. */
function totalOf(node) {
  if (node.row.classList.contains("holder")) return Math.max(0, ...node.below.map(totalOf));
  return node.row.querySelectorAll("td.present").length;
}

function treeOf(rows) {
  const roots = [];
  const path = [];
  for (const row of rows) {
    const node = { row, below: [] };
    path.length = levelOf(row);
    (path.length ? path[path.length - 1].below : roots).push(node);
    path.push(node);
  }
  return roots;
}

function levelOf(row) {
  return Number(row.cells[0].classList[0].slice("level-".length));
}

/** Give each parent a button that folds the codes below it. */
function makeFolds(changed) {
  for (const head of document.querySelectorAll(".matrix th.parent")) {
    const { code } = head.parentElement.dataset;
    const button = el("button", { type: "button", class: "fold" });
    button.addEventListener("click", () => changed(code));
    head.prepend(button);
  }
}

/** The rows that are folded below another one, from the codes of a view. */
function foldedRows(view) {
  const codes = new Set(foldedCodes(view));
  const hidden = new Set();
  for (const table of document.querySelectorAll("table.matrix")) {
    let level = Infinity; // of the folded row above
    for (const row of table.tBodies[0].rows) {
      if (levelOf(row) <= level) level = Infinity;
      if (level < Infinity) hidden.add(row);
      const isFolded = codes.has(row.dataset.code);
      if (level === Infinity && isFolded) level = levelOf(row);
      const button = row.cells[0].querySelector(".fold");
      if (button) {
        button.setAttribute("aria-expanded", String(!isFolded));
        const label = row.cells[0].querySelector("a, span").textContent;
        button.setAttribute("aria-label", isFolded ? t("unfold", { label }) : t("fold", { label }));
      }
    }
  }
  return hidden;
}

function foldedCodes(view) {
  return view.folded ? view.folded.split(",").map(decoded) : [];
}

/** The codes that are folded after one more or one less is. */
function toggled(view, code) {
  const codes = foldedCodes(view);
  const next = codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code];
  return next.map(encodeURIComponent).join(",");
}
