"""What the marks and totals are worth, and how complete the codes of each group are, counted again from the cells.

Standard deviations and estimates of unseen codes are not counted again.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import comb, exp, log, sqrt

from verifier.counting import COLUMNS, Count, differences
from verifier.package import Package, Row

FOLDER = "results/analysis/"
ALL = "(all)"
_CONFIDENCE, _Z = 0.95, 1.959963984540054
_MOST_POINTS = 60  # of a curve
_NEAR = 2e-6  # of numbers with six digits
_CELLS = ("share", "low", "high", "most_if_nobody", "fragile", "rarefied")
_TOTALS = (
    *("groups", "total", "at_least_two", "at_least_tenth", "at_least_quarter", "fragile", "drawn", "expected"),
    "deviation",
)
_Key = tuple[str, str]
_Who = dict[str, set[str]]  # who raised each code


def marks(package: Package, count: Count) -> Iterator[str]:
    """Each cell's share, interval, bound, fragility and chance with fewer interviews."""
    interval, smallest = package.study["interval"], _smallest(count)
    counted = [
        [*(cell[name] for name in COLUMNS), *_worth(cell, smallest[cell["domain"]], interval)]
        for cell in count.cells.values()
    ]
    heads = ["domain", "code", "group", "state", "participants", "interviewed", "segments", *_CELLS]
    segments = heads.index("segments")
    expected = [[value for place, value in enumerate(row) if place != segments] for row in [heads, *counted]]
    path = f"{FOLDER}cells.csv"
    yield from nearly_same(path, package.table(path), expected, 3)


def totals(package: Package, count: Count) -> Iterator[str]:
    """Each total under every rule, and the one expected with fewer interviews; its deviation is that of its chances."""
    smallest, expected = _smallest(count), [["domain", "code", *_TOTALS]]
    for code in count.codes:
        drawn = smallest[code["domain"]]
        coded = [
            (int(cell["participants"]), int(cell["interviewed"])) for cell in count.row(code) if cell["participants"]
        ]
        if not count.row(code):
            continue
        chances = [_chance(raised, asked, drawn) for raised, asked in coded]
        numbers = [
            *(len(coded), sum(raised > 0 for raised, _ in coded), sum(raised > 1 for raised, _ in coded)),
            *(sum(raised > 0 and raised * part >= asked for raised, asked in coded) for part in (10, 4)),
            *(sum(raised == 1 for raised, _ in coded), drawn, sum(chances)),
            sqrt(sum(chance * (1 - chance) for chance in chances)),
        ]
        expected.append([code["domain"], code["code"], *map(str, numbers)])
    path = f"{FOLDER}totals.csv"
    yield from nearly_same(path, package.table(path), expected, 2)


def groups(package: Package, count: Count) -> Iterator[str]:
    """How many were interviewed in each group and domain, and the codes that anybody, one and two of them raised."""
    path = f"{FOLDER}completeness.csv"
    found = [[row[name] for name in _COUNTED] for row in package.rows(path)]
    expected = [
        [*key, str(len(people)), *(str(_times(who, times)) for times in (0, 1, 2))]
        for key, (people, who) in _members(count).items()
    ]
    yield from differences(path, [[*_COUNTED], *found], [[*_COUNTED], *expected], key=2)


def curves(package: Package, count: Count) -> Iterator[str]:
    """The codes expected after so many interviews."""
    path, members = f"{FOLDER}accumulation.csv", _members(count)
    points: dict[_Key, list[int]] = defaultdict(list)
    for number, row in enumerate(package.rows(path), 2):
        key = (row["domain"], row["group"])
        people, who = members.get(key, (set[str](), {}))
        interviews = int(row["interviews"])
        points[key].append(interviews)
        if not 0 < interviews <= len(people):
            yield f"{path}, line {number}: there are no such interviews"
            continue
        codes = sum(_chance(len(raised), len(people), interviews) for raised in who.values())
        if abs(codes - float(row["codes"])) > _NEAR:
            yield f"{path}, line {number}: {row['codes']} codes, counted {codes:.6f}"
    wrong = {key for key, (people, _) in members.items() if points[key] != _points(len(people))}
    yield from (f"{path}: the curve of {', '.join(key)} has other points than its interviews" for key in sorted(wrong))


def _points(people: int) -> list[int]:
    """The points of a curve: each number of interviews, or evenly chosen ones and the last."""
    step = max(1, -(-people // _MOST_POINTS))
    return sorted({*range(step, people + 1, step), people} - {0})


def saturation(package: Package, count: Count) -> Iterator[str]:
    """The codes expected in the base, in the last run, and after how many interviews a run is within the threshold."""
    path, members = f"{FOLDER}saturation.csv", _members(count)
    found = package.rows(path)
    if [(row["domain"], row["group"]) for row in found] != [*members]:
        yield f"{path}: its rows are not the domains and groups that were coded"
        return
    for row, (people, who) in zip(found, members.values(), strict=True):
        base, run, everybody = int(row["base"]), int(row["run"]), len(people)
        codes = [
            sum(_chance(len(raised), everybody, number) for raised in who.values()) for number in range(everybody + 1)
        ]
        known = base < len(codes) and codes[base] > 0
        shares = [(codes[n + run] - codes[n]) / codes[base] for n in range(base, everybody - run + 1)] if known else []
        within = [base + n for n, share in enumerate(shares) if share <= float(row["threshold"]) + 1e-9]
        expected = [str(everybody), f"{codes[base]:.6f}" if base < len(codes) else ""]
        expected += [f"{shares[-1]:.6f}" if shares else "", str(within[0]) if within else ""]
        stated = [row[name] for name in ("interviewed", "codes_in_base", "new_in_last_run", "reached")]
        if not all(one == other or is_near(one, other) for one, other in zip(stated, expected, strict=True)):
            yield f"{path}, {row['domain']}, {row['group']}: {stated}, counted {expected}"


_COUNTED = ("domain", "group", "interviewed", "codes", "raised_once", "raised_twice")


def _members(count: Count) -> dict[_Key, tuple[set[str], _Who]]:
    """The participants of each domain and group that was coded, and who raised each code; `ALL` beside these."""
    coded = dict.fromkeys((cell["domain"], cell["group"]) for cell in count.cells.values() if cell["participants"])
    domains, names = dict.fromkeys(domain for domain, _ in coded), dict.fromkeys(group for _, group in coded)
    in_all = {domain for domain in domains if all((domain, name) in coded for name in names)}
    of_group: dict[str, set[str]] = defaultdict(set)
    for person, group in count.people:
        of_group[group].add(person)
    said: dict[_Key, list[Row]] = defaultdict(list)
    for mention in count.mentions:
        said[mention["domain"], mention["group"]].append(mention)
    found: dict[_Key, tuple[set[str], _Who]] = {
        (domain, group): (set(), defaultdict(set)) for domain in (*domains, ALL) for group in (*names, ALL)
    }
    for domain, group in coded:
        for key in ((domain, group), (domain, ALL), (ALL, group), *([(ALL, ALL)] if domain in in_all else [])):
            people, who = found[key]
            people |= of_group[group] - (count.silent or {}).get((group, domain), set())
            for mention in said[domain, group]:
                who[mention["code"]].add(mention["participant"])
    kept = {*coded, *((domain, ALL) for domain in domains), *((ALL, group) for group in names)}
    return {key: value for key, value in found.items() if key in kept or (key == (ALL, ALL) and in_all)}


def _times(who: _Who, times: int) -> int:
    """How many codes so many participants raised; with 0 how many anybody raised."""
    return sum(len(raised) == times or not times for raised in who.values())


def _smallest(count: Count) -> dict[str, int]:
    """The interviews of the smallest group that was coded, by domain; 0 if there is none."""
    found: dict[str, int] = defaultdict(int)
    for cell in count.cells.values():
        if cell["participants"] and (size := int(cell["interviewed"])):
            found[cell["domain"]] = min(size, found[cell["domain"]] or size)
    return found


def _worth(cell: Row, drawn: int, interval: str) -> list[str]:
    if not cell["participants"] or not int(cell["interviewed"]):
        return ["", "", "", "", str(cell["participants"] == "1"), ""]
    raised, asked = int(cell["participants"]), int(cell["interviewed"])
    low, high = ends(raised, asked, interval)
    most = "" if raised else str(1 - (1 - _CONFIDENCE) ** (1 / asked))
    return [*map(str, (raised / asked, low, high)), most, str(raised == 1), str(_chance(raised, asked, drawn))]


def _chance(raised: int, asked: int, drawn: int) -> float:
    """The share of all choices of so many participants that hold one who raised the code."""
    drawn = min(drawn, asked)
    return (comb(asked, drawn) - comb(asked - raised, drawn)) / comb(asked, drawn)


def ends(raised: int, asked: int, method: str) -> tuple[float, float]:
    """The ends of the interval of a share, worked out as the study says."""
    return _wilson(raised, asked) if method == "wilson" else _exact(raised, asked)


def _wilson(raised: int, asked: int) -> tuple[float, float]:
    """The roots of (p - k/n)^2 = z^2 p (1 - p) / n."""
    square = _Z * _Z
    root = _Z * sqrt(square + 4 * raised * (asked - raised) / asked)
    return tuple(max(0.0, (2 * raised + square + sign * root) / (2 * (asked + square))) for sign in (-1, 1))  # type: ignore[return-value]


def _exact(raised: int, asked: int) -> tuple[float, float]:
    """The shares at which k or more, and k or fewer, have a probability of one half of what the interval leaves out."""
    ends = []
    for numbers in (range(raised, asked + 1), range(raised + 1)):
        low, high = (0.0, raised / asked) if numbers.stop > asked else (raised / asked, 1.0)
        rises = numbers.stop > asked
        for _ in range(60):
            share = (low + high) / 2
            chance = sum(_binomial(asked, k, share) for k in numbers)
            low, high = (low, share) if (chance > (1 - _CONFIDENCE) / 2) == rises else (share, high)
        ends.append(high)
    return (0.0 if not raised else ends[0]), (1.0 if raised == asked else ends[1])


def _binomial(asked: int, raised: int, share: float) -> float:
    """The binomial probability, in logarithms: the number of choices may be too large for a float."""
    if share in (0, 1):
        return float(raised == asked * share)
    return exp(log(comb(asked, raised)) + raised * log(share) + (asked - raised) * log(1 - share))


def nearly_same(path: str, found: list[list[str]], expected: Sequence[Sequence[str]], key: int) -> Iterator[str]:
    """A sentence for each row that differs; a number may differ in its last digit."""
    near = [
        [one if is_near(one, other) else other for one, other in zip(row, counted, strict=True)]
        if len(row) == len(counted)
        else list(counted)
        for row, counted in zip(found, expected, strict=False)
    ]
    yield from differences(path, found, [*near, *map(list, expected[len(near) :])], key=key)


def is_near(one: str, other: str) -> bool:
    """Whether two numbers differ in their last digit at most."""
    try:
        return abs(float(one) - float(other)) <= _NEAR
    except ValueError:
        return False
