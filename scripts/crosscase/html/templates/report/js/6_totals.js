// The totals at the edges of the matrices: they go with what the cells show, and those below with the rows that fit.

const TOTALS = {
  participants: (cells) => [String(sumOf(cells, "participants")), el("small", {}, `/${sumOf(cells, "interviewed")}`)],
  share: (cells) => [percent(sumOf(cells, "participants"), sumOf(cells, "interviewed") || 1)],
  part: (cells) => [percent(sumOf(cells, "segments"), cells.reduce((sum, cell) => sum + segmentsIn(cell), 0) || 1)],
  segments: (cells) => [String(sumOf(cells, "segments"))],
  rarefied: (cells) => [sumOf(cells, "rarefied").toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 })],
};

function sumOf(cells, key) {
  return cells.reduce((sum, cell) => sum + (cell[key] || 0), 0);
}

/** What a total adds up; empty: marks. Somebody who is in several groups would be counted in each. */
function totalled(show) {
  return study().several && ["participants", "share", "part"].includes(show) ? "" : show;
}

/** Put the totals of the rows of a matrix at their right edge. */
function showTotals(table, rows, show) {
  const total = own(TOTALS, totalled(show));
  const head = table.tHead.rows[0];
  head.cells[head.cells.length - 1].textContent = total && total !== TOTALS.rarefied ? capital(t("all_groups")) : t("total");
  for (const { row, cells } of rows) {
    const box = row.cells[row.cells.length - 1];
    const known = cells.filter((cell) => cell.participants !== null);
    box.replaceChildren(...(total && known.length ? total(known) : [rangeOf(cells)]));
  }
}

/** The number of groups in which a code is present; a range where it may be present in more. */
function rangeOf(cells) {
  const present = cells.filter((cell) => cell.state === "present").length;
  const more = cells.filter((cell) => ["unknown", "not_asked"].includes(cell.state) || (cell.state === "absent" && cell.silent)).length;
  return more ? `${present}–${present + more}` : String(present);
}

/** Put the totals of the columns of a matrix at its lower edge: of the rows that fit the filters, folded ones, too. */
function showFoot(table, rows, show) {
  const foot = table.tFoot.rows[0];
  const isSum = ["segments", "part"].includes(show); // of a share the number that it is of
  const { domain } = table.closest(".domain").dataset;
  const { cells } = study().domains[domain];
  const marks = new Map(rows.map((row) => [row, marksOf(domain, row.dataset.code, false)]));
  foot.cells[0].textContent = isSum ? capital(t("show_segments")) : t("codes_present");
  for (const place of study().groups.keys()) {
    const known = rows.filter((row) => cells[row.dataset.code][place][0] !== null);
    const number = isSum ? known.reduce((sum, row) => sum + cells[row.dataset.code][place][2], 0)
      : known.filter((row) => marks.get(row)[place].startsWith("present")).length;
    foot.cells[columnOf(place)].textContent = known.length || !rows.length ? String(number) : "–";
  }
}
