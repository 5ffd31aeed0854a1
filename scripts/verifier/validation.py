"""The list of issues, the balance of codings and the two verdicts: their numbers are those of the codings."""

import re
from collections import Counter
from collections.abc import Iterator

from verifier.counting import Count
from verifier.package import Package, Row
from verifier.published import PUBLISHED

ISSUES = "results/validation/issues.csv"
SUMMARY = "results/validation/summary.csv"
VERDICT = "results/validation/verdict.txt"
PRINT = "results/verification/verdict.txt"
_SEVERITIES = {"error": "errors", "warning": "warnings", "note": "notes"}
_SAID_AT_END = ("words_of_study", "no_word_lists", "basic_language")
_WAITING = re.compile(r"[\d,]+ words? that may identify somebody waits? for a decision: run `crosscase review`")


def balance(package: Package, count: Count) -> Iterator[str]:
    """The codings of each export add up, its valid ones are those of its mentions, and its issues are those listed."""
    codings, segments = Counter[str](), Counter[str]()
    for mention in count.mentions:
        codings[mention["export"]] += int(mention["codings"])
        segments[mention["export"]] += int(mention["segments"])
    issues = package.rows(ISSUES)
    kinds = Counter((issue["export"], _SEVERITIES[issue["severity"]]) for issue in issues)
    left_out = Counter[str]()
    for issue in issues:
        left_out[issue["export"]] += int(issue["left_out"])
    rows = package.rows(SUMMARY)
    exports = [*sorted(package.json("results/provenance/steps.json")["exports"]), ""]
    if [row["export"] for row in rows] != exports:
        yield f"{SUMMARY}: its exports are not those of the study"
    if unknown := {issue["export"] for issue in issues} - {*exports}:
        yield f"{ISSUES}: no export of the study is called {', '.join(sorted(unknown))}"
    for row in rows:
        export = row["export"]
        kept = codings[export]
        expected: dict[str, str | int] = {"export": export, "codings": kept + left_out[export], "segments": kept}
        expected |= {"left_out": left_out[export]} | {name: kinds[export, name] for name in _SEVERITIES.values()}
        if "merged" in row:
            expected["merged"] = kept - segments[export]
        yield from _differences(f"{SUMMARY}, {export or 'the study'}", row, expected)


def _differences(place: str, row: Row, expected: dict[str, str | int]) -> Iterator[str]:
    for name, value in expected.items():
        if row[name] != str(value):
            yield f"{place}: {name}: {row[name]}, counted {value}"


def unasked(package: Package, count: Count) -> Iterator[str]:
    """Who was not asked about a domain and has codings in it is an issue, and of nobody else is this said."""
    spoke = {(mention["participant"], mention["group"], mention["domain"]) for mention in count.mentions}
    expected = Counter((f"participant {row[0]}", row[2]) for row in count.unasked if row in spoke)
    stated = Counter((i["locator"], i["value"]) for i in package.rows(ISSUES) if i["check"] == "raised_unasked")
    for who, domain in sorted((expected - stated) + (stated - expected)):
        yield f"{ISSUES}: {who}, {domain}: whether the guide contradicts the codings is not as in data/not_asked.csv"


def verdict(package: Package, count: Count) -> Iterator[str]:
    """The sentence on the codings has their numbers, and nothing else is said but what the issues say."""
    rows = package.rows(SUMMARY)
    total = {name: sum(int(row[name]) for row in rows) for name in ("codings", "warnings", "notes", "errors")}
    valid = sum(int(mention["codings"]) for mention in count.mentions)
    merged = sum(int(row.get("merged", "0")) for row in rows)
    clause = f" {merged} of them as one segment with another" if merged else ""
    expected = (
        f"{valid} of {_counted(total['codings'], 'coding')} {'is' if total['codings'] == 1 else 'are'} in the tables"
        f"{clause}; "
        f"no errors, {_counted(total['warnings'], 'warning')}, {_counted(total['notes'], 'note')}: see {ISSUES}"
    )
    first, *others = package.text(VERDICT).replace(",", "").splitlines() or [""]
    if first != expected.replace(",", "") or total["errors"]:
        yield f"{VERDICT}: it says {first!r}, counted {expected!r}"
    languages = {i["message"].replace(",", "") for i in package.rows(ISSUES) if i["check"] in _SAID_AT_END}
    for line in others:
        if line not in languages and not _WAITING.fullmatch(line):
            yield f"{VERDICT}: nothing in the package says {line!r}"


def printed(package: Package) -> Iterator[str]:
    """The sentence on the printed numbers has the counts of their list."""
    found = Counter(row["verdict"] for row in package.rows(PUBLISHED))
    match, places, missing = found["match"], found["print_contradicts_itself"], found["not_printed"]
    sentences = [
        f"{_counted(match, 'printed number')} {'matches' if match == 1 else 'match'}; the print contradicts itself in "
        f"{_counted(places, 'place')}; {_counted(missing, 'number')} {'is' if missing == 1 else 'are'} not printed: "
        f"see {PUBLISHED}\n"
    ]
    wrong = found["mismatch"]
    if wrong:
        differs = f"{_counted(wrong, 'number')} {'differs' if wrong == 1 else 'differ'}"
        sentences = [f"{differs} from the print, because participants have withdrawn: see {PUBLISHED}\n"]
    if package.text(PRINT).replace(",", "") not in [sentence.replace(",", "") for sentence in sentences]:
        yield f"{PRINT}: it says {package.text(PRINT).strip()!r}, counted {sentences[0].strip()!r}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
