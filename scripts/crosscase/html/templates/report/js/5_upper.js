// Codes above others, counted alone or with the codes below them.

let isGathered = false;
const heads = new Map(); // what stood in the row of a code that only groups others

/** Whether a place is a code that is counted with the codes below it. */
function isUpper(place) {
  return isGathered && Boolean(own(study().domains[place.domain].upper, place.code));
}

/** The codes whose codings a cell counts. */
function codesIn(domain, code) {
  const upper = isGathered && own(study().domains[domain].upper, code);
  return upper ? [code, ...upper.below] : [code];
}

/** Count codes above others with those below, or alone again. */
function gatherUpper(isWanted) {
  isGathered = isWanted;
  for (const table of document.querySelectorAll("table.matrix")) {
    const { domain } = table.closest(".domain").dataset;
    const { upper } = study().domains[domain];
    for (const row of table.tBodies[0].rows) {
      const found = own(upper, row.dataset.code);
      if (!found) continue;
      if (isWanted && row.classList.contains("holder")) fill(row, domain);
      else if (!isWanted && heads.has(row)) empty(row);
      if (!row.classList.contains("holder")) setStates(row, found);
    }
  }
}

/** Give a row that only groups others its cells. */
function fill(row, domain) {
  const text = row.cells[0].querySelector("span");
  const address = `cell=${domain}/${encoded(row.dataset.code)}/`;
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

/** Give the cells of a row the states with the codes below, or their own again. */
function setStates(row, found) {
  for (const place of study().groups.keys()) {
    const box = row.cells[columnOf(place)];
    if (isGathered) {
      box.dataset.own = box.className;
      const isFragile = found.states[place] === "present" && found.cells[place][0] === 1;
      box.className = `${found.states[place]}${isFragile ? " fragile" : ""}`;
    } else {
      box.className = box.dataset.own;
      delete box.dataset.own;
    }
  }
}
