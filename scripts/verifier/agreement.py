"""How far coders agree and where they do not, counted again from who gave which code in which place.

Intervals are not counted again: they are drawn. Nor is agreement over time, since the package has no days.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from verifier import coefficients, places
from verifier.counting import Count, differences
from verifier.package import Package, Row
from verifier.rules import CODINGS
from verifier.worth import ALL, FOLDER, is_near

_KEY = ("level", "frame", "domain", "code", "group", "one", "other")
_NUMBERS = ("coders", "participants", "units")
_COEFFICIENTS = (
    *("prevalence", "bias", "observed", "positive", "negative", "alpha", "kappa", "cohen", "ac1", "pabak"),
)
_BY_CHANCE = ("negative", "alpha", "kappa", "cohen", "ac1", "pabak")
_PLACE = ("domain", "code", "group", "participant")
_DISPUTED = (*_PLACE, "document", "start", "end", "counts", "coder", "given")
_Rows = dict[tuple[str, ...], dict[str, str]]


class Judged(NamedTuple):
    """What the coders of some material of a participant say of a code, in one frame."""

    level: str
    frame: str
    domain: str
    code: str
    group: str
    person: str
    coders: tuple[str, ...]
    said: coefficients.Stratum


def agreement(package: Package, count: Count) -> Iterator[str]:
    """Each row: of all coders and each pair, by code, domain and group, at each level and in each frame."""
    path, expected = f"{FOLDER}agreement.csv", rows(package, count)
    found = package.rows(path)
    keys = [tuple(row[name] for name in _KEY) for row in found]
    yield from (f"{path}: there is no row for {', '.join(key)}" for key in expected.keys() - set(keys))
    yield from (f"{path}: a row for {', '.join(key)} is there twice" for key, n in Counter(keys).items() if n > 1)
    for key, row in zip(keys, found, strict=True):
        counted = expected.get(key)
        if counted is None:
            yield f"{path}: there is a row for {', '.join(key)}, but no two coders coded that"
            continue
        wrong = [name for name, value in counted.items() if row[name] != value and not is_near(row[name], value)]
        for name in wrong:
            yield f"{path}, {', '.join(key)}, {name}: in the table {row[name]!r}, counted {counted[name]!r}"


def disagreements(package: Package, count: Count) -> Iterator[str]:
    """Each coder of each code of a participant on which coders disagree, with the codings."""
    path, coders = f"{FOLDER}disagreements.csv", _coders_of(package, count)
    times = Counter((row["code"], row["group"], row["participant"], row["coder"]) for row in _known(package, count))
    expected = [[*_PLACE, "coder", "codings"]]
    for cell in count.cells.values():
        for person in sorted(who for group, who in coders if group == cell["group"]) if cell["participants"] else ():
            own = {name: times[cell["code"], cell["group"], person, name] for name in coders[cell["group"], person]}
            if 0 in own.values() and any(own.values()):
                place = (cell["domain"], cell["code"], cell["group"], person)
                expected += [[*place, name, str(number)] for name, number in own.items()]
    yield from differences(path, package.table(path), expected, key=5)


def disputed(package: Package, count: Count) -> Iterator[str]:
    """Each coder of each code of a segment on which coders disagree, with the place."""
    path, domains = f"{FOLDER}disputed_segments.csv", {code["code"]: code["domain"] for code in count.codes}
    listed = []
    for document in _documents(package, count):
        own = {passage.coder: passage.document for passage in reversed(document.passages)}
        for start, end, given in places.segments(document, _overlap(package)):
            last = end - (document.counts == "paragraph")
            for code, coders in given.items():
                for coder in document.coders if len(coders) < len(document.coders) else ():
                    of_code = (domains[code], code, document.group, document.person, own[coder])
                    listed.append((*of_code, start, last, document.counts, coder, str(coder in coders)))
    head, *found = package.table(path)
    expected = [[*map(str, row)] for row in listed]
    yield from differences(path, [head, *sorted(found)], [[*_DISPUTED], *sorted(expected)], key=9)


@lru_cache(1)
def rows(package: Package, count: Count) -> _Rows:
    """The numbers of each row, as text, by its key."""
    of_key: dict[tuple[str, ...], list[Judged]] = defaultdict(list)
    for one in [*_of_participants(package, count), *_of_documents(package, count)]:
        level = (one.level, one.frame)
        for domain in (one.domain, ALL):
            for group in (one.group, ALL):
                of_key[(*level, domain, ALL, group, ALL, ALL)].append(one)
        of_key[(*level, one.domain, one.code, ALL, ALL, ALL)].append(one)
        for pair in combinations(one.coders, 2):
            of_key[(*level, ALL, ALL, ALL, *pair)].append(_of_pair(one, pair))
    return {key: _row(key, judged) for key, judged in of_key.items()}


def _row(key: tuple[str, ...], judged: list[Judged]) -> dict[str, str]:
    coders = {coder for one in judged for coder in one.coders}
    strata: dict[str, coefficients.Stratum] = defaultdict(Counter)
    for one in judged:
        strata[one.code].update(one.said)
    values = coefficients.of(strata.values(), of_two=len(coders) == 2)
    units = sum(stratum.total() for stratum in strata.values())
    of_marked = key[:2] == ("participant", "marked")
    if of_marked:
        values |= dict.fromkeys(_BY_CHANCE)
    numbers = (len(coders), len({(one.group, one.person) for one in judged}), units)
    why = "no unit" if not units else "the frame has no unmarked unit" if of_marked else ""
    if not why and values["alpha"] is None:
        alone = all(stratum.total() < 2 for stratum in strata.values())
        why = "each code has one unit" if alone else "chance alone gives full agreement"
    return {
        **dict(zip(_NUMBERS, map(str, numbers), strict=True)),
        **{name: "" if (value := values[name]) is None else f"{float(value):.6f}" for name in _COEFFICIENTS},
        "undefined": f"undefined: {why}" if why else "",
    }


def _of_pair(one: Judged, pair: tuple[str, ...]) -> Judged:
    numbers = [one.coders.index(coder) for coder in pair]
    said: coefficients.Stratum = Counter()
    for each, times in one.said.items():
        said[tuple(each[number] for number in numbers)] += times
    return one._replace(coders=pair, said=said)


def _of_participants(package: Package, count: Count) -> Iterator[Judged]:
    """Whether each coder gave a code anywhere in a participant's material."""
    given = {(row["code"], row["group"], row["participant"], row["coder"]) for row in _known(package, count)}
    for (group, person), coders in _coders_of(package, count).items():
        for cell in count.cells.values():
            if cell["group"] == group and cell["participants"]:
                said = tuple((cell["code"], group, person, coder) in given for coder in coders)
                place = (cell["domain"], cell["code"], group, person, coders)
                yield Judged("participant", "all", *place, Counter([said]))
                yield Judged("participant", "marked", *place, Counter([said] if any(said) else []))


def _of_documents(package: Package, count: Count) -> Iterator[Judged]:
    """What coders say of segments and positions."""
    for document in _documents(package, count):
        of_segments = places.of_segments(document, places.segments(document, _overlap(package)))
        of_positions = places.of_positions(document)
        for level, (said, sizes) in (("segment", of_segments), (document.counts, of_positions)):
            for cell in count.cells.values():
                if cell["group"] == document.group and cell["participants"]:
                    own = said.get(cell["code"], Counter())
                    for frame, size in sizes.items():
                        nobody = Counter({(False,) * len(document.coders): size - own.total()})
                        place = (cell["domain"], cell["code"], document.group, document.person, document.coders)
                        yield Judged(level, frame, *place, own + nobody)


@lru_cache(1)
def _documents(package: Package, count: Count) -> list[places.Document]:
    return [*places.documents(_known(package, count), package.study["formats"])]


@lru_cache(1)
def _known(package: Package, count: Count) -> list[Row]:
    """The codings of domains that were coded for the group, with a coder."""
    return [row for row in package.rows(CODINGS) if row["coder"] and _is_counted(count, row)]


def _is_counted(count: Count, row: Row) -> bool:
    cell = count.cells.get((row["code"], row["group"]))
    return cell is not None and bool(cell["participants"])


def _coders_of(package: Package, count: Count) -> dict[tuple[str, str], tuple[str, ...]]:
    """The coders of each participant whom two or more coded, by group and participant."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in _known(package, count):
        found[row["group"], row["participant"]].add(row["coder"])
    return {place: tuple(sorted(coders)) for place, coders in found.items() if len(coders) > 1}


def _overlap(package: Package) -> Fraction:
    return Fraction(str(package.study["overlap"]))
