"""The report on the evaluation of anonymisation, as Markdown."""

import csv
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from crosscase.languages.vocabulary import load
from tests.evaluation.scores import KIND, LISTED, NAMES, PATTERNS, UNLISTED, Score, Share
from tests.evaluation.sentences import FOLDER

LANGUAGES = {
    "cs": "Czech", "de": "German", "el": "Greek", "en": "English", "it": "Italian", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese",
}  # fmt: skip
TYPES = (*NAMES, *PATTERNS, "queue")
PATTERN_KINDS = tuple(KIND[name] for name in PATTERNS)
_KINDS = ("PERSON", "ORGANISATION", "PLACE", *PATTERN_KINDS)
_TARGETS: dict[str, tuple[float, Callable[[Score], Share]]] = {
    "register names replaced": (0.995, lambda score: score.recall("register")),
    "patterns replaced": (0.99, lambda score: score.recall(*PATTERNS)),
    "patterns' precision": (0.99, lambda score: score.precision(*PATTERN_KINDS)),
    "third parties in no list, replaced or queued": (0.99, lambda score: score.noticed(UNLISTED)),
}
FIRST_RUNS = FOLDER / "first_runs.csv"
_HEAD = """# How well people are found

Written by `make evaluate-anonymisation`: the detectors on sentences of invented interviews in which every identifier is
marked, with the register and the gazetteer that a team would have (`tests/evaluation/`).

Four sets were written one after the other, each by authors who saw neither the rules nor another set. The **first run**
on a set, before anybody had looked at a miss, says what to expect of new interviews. Afterwards the rules were mended
on what it had missed, and the next set was taken. The last set is **held out**: on it a few rules were mended, too, so
that later numbers on it, like all on the earlier sets, the **tuning** sentences, say what the rules can do.

- *Replaced*: each letter and digit of a mark lies in what is replaced. *Queued*: it lies in what is replaced or waits
  for a person's decision. A mark that is neither is *missed*.
- *Precision*: the share of replacements that touch a mark of their kind. *Over-redaction*: words outside of all marks
  that are replaced, per 1,000. *Queue*: rows of the review, per 1,000 words.
- Marks of the type *queue* are what only a person can decide.
- Third parties are people who are in no register. *A common name*: a word of the name is in the lists of common names
  that the detectors have; *in no list*: none is, which is the harder half, and the one with a target.
- A public corpus, without any register:
  [figures](../benchmarks/README.md#how-many-persons-of-a-public-corpus-are-noticed).
- In brackets: Wilson's interval, 95 per cent. A target is reached if the number itself reaches it.
"""


_BASIC_HEAD = """## Languages with basic support

A set of 40 to 46 sentences for each language, by the author of its word lists, who mended a few of the lists on it: the
best that they can do, not what to expect of new interviews. *Queue of ordinary words*: rows of the
review that touch no mark.
"""


_CASINGS_HEAD = """## Without usable capital letters

The held-out sentences in small letters, as automatic transcripts and chats have them, and in capitals, each as in a
document that is written so throughout. *Listed names*: of people, their nicknames, employers and towns, and of the
gazetteer. Names in no list cannot be found there; the words of such a document wait until somebody has read it.
Many of the registers' names are also ordinary words, so that these sentences are harder than most studies. Targets:
listed names 95 % replaced, 99 % replaced or queued, over-redaction at most 5 per 1,000 words.
"""
_LISTED = ("register", "employer", "organisation", "town", "place")


def report(
    held_out: Mapping[str, Score],
    tuning: Mapping[str, Score],
    basic: Mapping[str, Score],
    casings: Mapping[str, Mapping[str, Score]],
    conditions: str = "",
) -> str:
    """The whole report, from the scores by language, those by casing and language, and the section on `conditions`."""
    parts = [_HEAD, *_first_runs(), *_summary("Held-out sentences", held_out), *_summary("Tuning sentences", tuning)]
    parts += [conditions, _CASINGS_HEAD, _casings(casings)]
    parts += [_BASIC_HEAD, _basic_table(basic)]
    parts += ["## Held-out sentences, language by language\n"]
    for language, score in held_out.items():
        parts += [f"### {LANGUAGES[language]}\n", _by_type(score), _by_kind(score)]
    return "\n".join(parts)


def _casings(casings: Mapping[str, Mapping[str, Score]]) -> str:
    """Listed names by casing and language."""
    heads = ("", "", "listed names replaced, %", "replaced or queued, %", "over-redaction per 1,000", "queue per 1,000")
    rows = [
        (casing, name, *_found_listed(score))
        for casing, scores in casings.items()
        for name, score in [
            *((LANGUAGES[language], score) for language, score in scores.items()),
            ("all", sum(scores.values(), Score())),
        ]
    ]
    return _table(heads, rows)


def _found_listed(score: Score) -> tuple[str, ...]:
    over, queue = Share(score.over, score.unmarked), Share(score.rows, score.words)
    return (
        _formatted(score.recall(*_LISTED)),
        _formatted(score.noticed(*_LISTED)),
        _formatted(over, 1000),
        _formatted(queue, 1000),
    )


def _basic_table(scores: Mapping[str, Score]) -> str:
    """A line for each language with basic support, and one for all."""
    everything = {**{load(code).name: score for code, score in scores.items()}, "all": sum(scores.values(), Score())}
    places = ("employer", "organisation", "town", "place")
    head = (
        "",
        "words",
        "register names replaced, %",
        "places and organisations replaced, %",
        "third parties noticed, %",
    )
    return _table(
        (*head, "patterns replaced, %", "over-redaction per 1,000", "queue of ordinary words per 1,000"),
        (
            (
                *(name, str(score.words), _formatted(score.recall("register")), _formatted(score.recall(*places))),
                *(_formatted(score.noticed(LISTED, UNLISTED)), _formatted(score.recall(*PATTERNS))),
                *(
                    _formatted(Share(score.over, score.unmarked), 1000),
                    _formatted(Share(score.idle, score.words), 1000),
                ),
            )
            for name, score in everything.items()
        ),
    )


def _first_runs() -> Iterator[str]:
    """The first run on each set, as it was written down then: the last one by language, all of them in sum."""
    with FIRST_RUNS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    quantities = list(dict.fromkeys(row["quantity"] for row in rows))
    sets = list(dict.fromkeys(row["set"] for row in rows))

    def shares(number: str, languages: Collection[str]) -> list[str]:
        taken = [row for row in rows if row["set"] == number and row["language"] in languages]
        return [
            _judged(Share(*(sum(int(r[part]) for r in taken if r["quantity"] == q) for part in ("hits", "of"))), target)
            for q, (target, _) in ((q, _TARGETS[q]) for q in quantities)
        ]

    yield "## First run on the held-out sentences\n"
    lines = [(name, *shares(sets[-1], [language])) for language, name in LANGUAGES.items()]
    yield _table(("", *quantities), [*lines, ("all", *shares(sets[-1], LANGUAGES))])
    yield "## First runs on all sets\n"
    yield _table(("set", *quantities), ((number, *shares(number, LANGUAGES)) for number in sets))


def _summary(title: str, scores: Mapping[str, Score]) -> Iterator[str]:
    total = sum(scores.values(), Score())
    everything = {**{LANGUAGES[language]: score for language, score in scores.items()}, "all": total}
    yield f"## {title}\n"
    yield _table(
        ("", *(f"{name}, target {target:.1%}" for name, (target, _) in _TARGETS.items())),
        (
            (name, *(_judged(share(score), target) for target, share in _TARGETS.values()))
            for name, score in everything.items()
        ),
    )
    yield _table(
        ("", "words", "over-redaction per 1,000", "queue rows per 1,000", "third parties replaced by rules alone"),
        ((name, str(score.words), *_rates(score)) for name, score in everything.items()),
    )
    yield f"All languages:\n\n{_by_type(total)}\n{_by_kind(total)}"


def _rates(score: Score) -> tuple[str, ...]:
    """Over-redaction, queue, and third parties."""
    over, queue = Share(score.over, score.unmarked), Share(score.rows, score.words)
    third = score.recall(LISTED, UNLISTED)
    return _formatted(over, 1000), _formatted(queue, 1000), _formatted(third)


def _by_type(score: Score) -> str:
    return _table(
        ("type", "marks", "replaced, %", "replaced or queued, %"),
        (
            (name, str(score.marks[name]), _formatted(score.recall(name)), _formatted(score.noticed(name)))
            for name in TYPES
            if score.marks[name]
        ),
    )


def _by_kind(score: Score) -> str:
    return _table(
        ("kind of replacement", "number", "precision, %"),
        (
            (kind, str(score.precision(kind).of), _formatted(score.precision(kind)))
            for kind in _KINDS
            if score.precision(kind).of
        ),
    )


def _judged(share: Share, target: float) -> str:
    reached = "reached" if share.of and share.hits >= target * share.of else "**not reached**"
    return f"{_formatted(share)} {reached}"


def _formatted(share: Share, per: int = 100) -> str:
    """A share with its interval and what it is of."""
    if not share.of:
        return "none"
    low, high = share.interval()
    return f"{per * share.hits / share.of:.1f} ({per * low:.1f}–{per * high:.1f}), {share.hits} of {share.of}"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(head)
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
