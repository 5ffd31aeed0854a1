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

/** The cell of an address (domain/code/group, percent-encoded), or null if the study has none. */
function cellOf(address) {
  const link = address && document.getElementById(`cell=${address}`);
  if (!link) return null;
  const [domain, code, group] = address.split("/").map(decodeURIComponent);
  const place = study().groups.findIndex((other) => other.code === group);
  const [participants, interviewed, segments] = study().domains[domain].cells[code][place];
  const label = link.closest("tr").querySelector("th").textContent;
  return {
    address, link, domain, code, label, participants, interviewed, segments,
    group: study().groups[place], state: link.parentElement.className,
  };
}

/** The codings of a cell by participant: a map from pseudonym to passages, each with the codings on it. */
function passagesOf(cell) {
  const here = part(`segments/${cell.domain}/${cell.address.split("/")[2]}`);
  const [from, to] = (here && own(here.codes, cell.code)) || [0, 0];
  const found = new Map();
  const people = new Map();
  for (let row = from; row < to; row += 1) {
    const number = here.codings.passage[row];
    if (!found.has(number)) {
      const passage = {
        document: here.documents[here.passages.document[number]],
        start: here.passages.start[number],
        end: here.passages.end[number],
        words: here.passages.words[number],
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
