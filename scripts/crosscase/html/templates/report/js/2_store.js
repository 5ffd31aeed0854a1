// The data in the page. Each part is read when first needed, so that a large study opens as fast as a small one.

const parts = new Map();

/** The data of an inert script by its id; null if there is none. */
function part(id) {
  if (!parts.has(id)) {
    const holder = document.getElementById(id);
    parts.set(id, holder && JSON.parse(holder.textContent));
  }
  return parts.get(id);
}

/** The data of the study except its segments. */
function study() {
  return part("data");
}

/** What an address names (domain/code/group, percent-encoded), or null if the study has no such cell, row or column. */
function placeOf(address) {
  const link = address && document.getElementById(`cell=${address}`);
  if (!link) return null;
  const [domain, code, group] = address.split("/").map(decodeURIComponent);
  const place = { address, link, domain, title: study().domains[domain].title };
  if (!code) return { ...place, kind: "column", group: groupOf(group) };
  if (!group) return { ...place, kind: "row", code, label: labelOf(domain, code) };
  return { ...place, kind: "cell", ...cellOf(link, domain, code, groupOf(group)) };
}

/** A cell with its numbers; those that there are not are null. */
function cellOf(link, domain, code, group) {
  const numbers = numbersOf(domain, code)[study().groups.indexOf(group)];
  const [participants, interviewed, segments, low, high, rarefied, silent] = numbers;
  return {
    link, domain, code, group, participants, interviewed, segments, low, high, rarefied, silent,
    address: link.id.slice("cell=".length), label: labelOf(domain, code), state: stateOf(link.parentElement),
    isFragile: link.parentElement.classList.contains("fragile"),
  };
}

/** The numbers of a code in each group: its own, or with the codes below it. */
function numbersOf(domain, code) {
  const { cells, upper } = study().domains[domain];
  return (isGathered && own(upper, code) ? upper[code].cells : cells[code]) || [];
}

/** The cells of a code, in the order of the study's groups. */
function cellsOf(domain, code) {
  return study().groups.map((group) =>
    cellOf(document.getElementById(idOf(domain, code) + encoded(group.code)), domain, code, group));
}

/** The id of the link in the head of a code. */
function idOf(domain, code) {
  return `cell=${domain}/${encoded(code)}/`;
}

/** A word as it stands in an address. */
function encoded(word) {
  return encodeURIComponent(word).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function groupOf(code) {
  return study().groups.find((group) => group.code === code);
}

function labelOf(domain, code) {
  return document.getElementById(idOf(domain, code)).textContent;
}

function stateOf(cell) {
  return cell.classList[0];
}

/** The codings of a cell by participant: a map from pseudonym to passages, each with the codings on it. */
function passagesOf(cell) {
  const here = part(`segments/${cell.domain}/${cell.address.split("/")[2]}`);
  const found = new Map();
  const people = new Map();
  const slices = codesIn(cell.domain, cell.code).map((code) => (here && own(here.codes, code)) || [0, 0]);
  for (const row of slices.flatMap(([from, to]) => Array.from({ length: to - from }, (_, place) => from + place))) {
    const number = here.codings.passage[row];
    if (!found.has(number)) {
      const passage = {
        document: here.documents[here.passages.document[number]],
        start: here.passages.start[number],
        end: here.passages.end[number],
        words: here.passages.words[number],
        why: here.passages.why[number],
        codings: [],
      };
      found.set(number, passage);
      const person = here.participants[here.passages.participant[number]];
      if (!people.has(person)) people.set(person, []);
      people.get(person).push(passage);
    }
    found.get(number).codings.push({
      coder: here.codings.coder[row] < 0 ? null : here.coders[here.codings.coder[row]],
      export: here.exports[here.codings.export[row]],
      id: here.codings.id[row],
    });
  }
  return people;
}
