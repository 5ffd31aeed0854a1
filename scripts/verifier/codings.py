"""The codings behind the mentions and quotations: who gave which code to what, as `data/codings.csv` has them."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from verifier.counting import Count
from verifier.package import Package
from verifier.rules import CODINGS

_MENTION = ("export", "participant", "group", "code")


def codings(package: Package, count: Count) -> Iterator[str]:
    """Each mention has as many passages and codings as it says, and no coding is without one."""
    passages: dict[tuple[str, ...], set[str]] = defaultdict(set)
    behind: Counter[tuple[str, ...]] = Counter()
    for row in package.rows(CODINGS):
        key = tuple(row[name] for name in _MENTION)
        passages[key].add(row["passage"])
        behind[key] += 1
    counted = {
        tuple(row[name] for name in _MENTION): (int(row["segments"]), int(row["codings"])) for row in count.mentions
    }
    for key in sorted(passages.keys() | counted.keys()):
        found = (len(passages.get(key, ())), behind[key])
        if found != counted.get(key, (0, 0)):
            stated = counted.get(key, (0, 0))
            yield f"{CODINGS}, {', '.join(key)}: segments and codings {found}, in data/mentions.csv {stated}"


def quotable(package: Package) -> Iterator[str]:
    """The passages that the evidence names for quotation are codings of the code, no more than it counts."""
    path = "results/analysis/evidence.csv"
    of_code = {(row["code"], row["segment_id"]) for row in package.rows(CODINGS)}
    for row in package.rows(path):
        named = row["quotable"].split("; ") if row["quotable"] else []
        if not {(row["code"], name) for name in named} <= of_code or len(named) > int(row["quotes"]):
            yield f"{path}, {row['code']}: a passage that may be quoted is not one of the code, or is not counted"
