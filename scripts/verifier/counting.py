"""The cells of a study, counted again from the mentions."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from verifier import rules
from verifier.package import Package, Row

_NOT_ASKED = "data/not_asked.csv"
CELLS = "results/cells/cells.csv"
COLUMNS = ("domain", "code", "group", "state", "participants", "interviewed", "segments")


class Count:
    """The cells, counted from the mentions."""

    def __init__(self, package: Package) -> None:
        participants = package.rows("data/participants.csv")
        self.participants = len(participants)
        self.people = {(row["participant"], row["group"]): row["group"] for row in participants}
        self.members: dict[str, set[str]] = defaultdict(set)
        for person, group in self.people:
            self.members[group].add(person)
        self.codes = package.rows("data/codebook.csv")
        self.mentions = package.rows("data/mentions.csv")
        self.groups = {group["code"]: group["name"] for group in package.study["groups"]}
        self.gaps = {(gap["group"], gap["domain"]) for gap in package.study["not_coded"]}
        declared = [(item["group"], item["domain"]) for item in package.study["coded"]]
        coded = {*declared, *((mention["group"], mention["domain"]) for mention in self.mentions)}
        who: dict[tuple[str, str], set[str]] = defaultdict(set)
        segments: Counter[tuple[str, str]] = Counter()
        for mention in self.mentions:
            who[mention["code"], mention["group"]].add(mention["participant"])
            segments[mention["code"], mention["group"]] += int(mention["segments"])
        marks = rules.Evidence(package, rules.of_study(package)[rules.MAIN], self.mentions, self.codes)
        interviewed = Counter(self.people.values())
        has_guide = package.study.get("has_guide")
        self.unasked = [(*row,) for row in package.table(_NOT_ASKED)[1:]] if has_guide else []
        self.silent = _silent(package, self.mentions)
        self.columns = COLUMNS if self.silent is None else (*COLUMNS, "not_asked")
        self.cells: dict[tuple[str, str], Row] = {}
        for code in self.codes:
            for group in self.groups if code["codable"] == "True" else ():
                place = (code["code"], group)
                missed = len((self.silent or {}).get((group, code["domain"]), ()))
                asked = interviewed[group] - missed
                state = "present" if marks.is_met(sum(marks.amounts(*place).values()), asked) else "absent"
                if (group, code["domain"]) in self.gaps:
                    state = "not_coded"
                elif missed and not asked:
                    state = "not_asked"
                elif (group, code["domain"]) not in coded:
                    state = "unknown"
                counted = state in ("present", "absent")
                raised, said = (str(len(who[place])), str(segments[place])) if counted else ("", "")
                values = (code["domain"], *place, state, raised, str(asked), said, str(missed))
                self.cells[place] = dict(zip(self.columns, values, strict=False))

    @property
    def in_several(self) -> int:
        """The number of participants in more than one group."""
        return sum(number > 1 for number in Counter(participant for participant, _ in self.people).values())

    def ordered(self, domain: str, parent: str = "") -> list[Row]:
        """The codes of a domain in the order of the tables: each below its parent, without empty headings."""
        found: list[Row] = []
        for code in self.codes:
            if code["domain"] == domain and code["parent"] == parent:
                below = self.ordered(domain, code["code"])
                found += [code, *below] if below or code["codable"] == "True" else []
        return found

    def row(self, code: Row) -> list[Row]:
        """The cells of a code, in the order of the groups; empty if it only groups other codes."""
        return [self.cells[code["code"], group] for group in self.groups if code["codable"] == "True"]

    def asked(self, domain: str) -> dict[str, str]:
        """How many participants of each group were interviewed, and asked about a domain; empty without any code."""
        cells = [cell for code in self.codes if code["domain"] == domain for cell in self.row(code)]
        return dict.fromkeys(self.groups, "") | {cell["group"]: cell["interviewed"] for cell in cells}


def _silent(package: Package, mentioned: list[Row]) -> dict[tuple[str, str], set[str]] | None:
    """Who was not asked about a domain and said nothing on it, by group and domain; None without a guide."""
    if not package.study.get("has_guide"):
        return None
    spoke = {(row["participant"], row["group"], row["domain"]) for row in mentioned}
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in package.rows(_NOT_ASKED):
        if (row["participant"], row["group"], row["domain"]) not in spoke:
            found[row["group"], row["domain"]].add(row["participant"])
    return found


def mentions(count: Count) -> Iterator[str]:
    """Each mention has a known participant, group and code, as has everybody who was not asked."""
    strangers = {(who, group) for (group, _), silent in (count.silent or {}).items() for who in silent}
    if not strangers <= count.people.keys():
        yield f"{_NOT_ASKED}: a participant does not belong to this group"
    if count.unasked != sorted({*count.unasked}):
        yield f"{_NOT_ASKED}: a row is listed twice, or out of its order"
    if len(count.people) != count.participants or not set(count.people.values()) <= count.groups.keys():
        yield "data/participants.csv: a participant is listed twice, or has an unknown group"
    domains = {code["code"]: code["domain"] for code in count.codes if code["codable"] == "True"}
    earlier: set[tuple[str, ...]] = set()
    for number, row in enumerate(count.mentions, 2):
        place = f"data/mentions.csv, line {number}"
        if (row["participant"], row["group"]) not in count.people or row["group"] not in count.groups:
            yield f"{place}: the participant does not belong to this group"
        if domains.get(row["code"]) != row["domain"] or (row["group"], row["domain"]) in count.gaps:
            yield f"{place}: the code was not coded in this group"
        if not row["segments"].isdecimal() or int(row["segments"]) < 1:
            yield f"{place}: the number of segments is not a positive integer"
        if (key := (row["export"], row["participant"], row["group"], row["code"])) in earlier:
            yield f"{place}: the mention is listed twice"
        earlier.add(key)


def cells(package: Package, count: Count) -> Iterator[str]:
    """Every cell agrees with the mentions."""
    counted = [list(cell.values()) for cell in count.cells.values()]
    yield from differences(CELLS, package.table(CELLS), [[*count.columns], *counted], key=3)


def differences(name: str, found: list[list[str]], counted: list[list[str]], key: int = 1) -> Iterator[str]:
    """A sentence for each row of a table that differs from the counted one. The first `key` columns identify a row."""
    if len(found) != len(counted):
        yield f"{name}: number of rows: {len(found)}, counted {len(counted)}"
    for row, expected in zip(found, counted, strict=False):
        if row[:key] != expected[:key]:
            yield f"{name}: a row is {', '.join(row[:key])!r} instead of {', '.join(expected[:key])!r}"
        elif row != expected:
            yield f"{name}, {', '.join(row[:key])}: in the table {row[key:]}, counted {expected[key:]}"
