"""The section of the report on each condition: one table, whose rows are languages."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping

from tests.evaluation.conditions import (
    CONDITIONS,
    FOLDER,
    HELD_OUT,
    NOTICED,
    OR_WAITS,
    OVER,
    QUANTITIES,
    REPLACED,
    SAID,
    SETS,
    THIRD,
    TUNING,
    shares,
)
from tests.evaluation.scores import Score, Share

FIRST_RUNS = FOLDER / "first_runs.csv"
_HEAD = """## Under each condition

Marked sentences for each condition, in sets by different authors. All have traps: names that are also ordinary words,
these words beside them, and numbers of other things.

| set | what it has | its author |
| --- | --- | --- |
| held out, tuning | each condition | had seen neither the rules nor another set |
| third | contact data | the same |
| fourth | contact data, listed names in small letters; the same in each language | had read the documents alone |
| fifth, sixth | contact data, names that are ordinary words, plain interview in capitals | who then mended the rules |
| seventh, eighth | contact data | had read no rule, no set and no document |
| ninth | mostly sentences that only look like contact data | who then mended the rules, and had read them |
| tenth | contact data, half of it in small letters among usual capitals | had read nothing of the project |
| eleventh | the same; several people speak in a passage, translate, spell and put themselves right | the same |
| twelfth | contact data as people say it in interviews, a quarter like automatic transcripts | the same |
| thirteenth | the same, a third like automatic transcripts | the same |
| fourteenth | the same, by five kinds of speakers in each language | the same |
| fifteenth | the same | the same |
| sixteenth to nineteenth | the same, with more dates of birth | the same |

The **first run** on a set is that before anything was mended on it. Of sets by somebody who knew no rule it says what
to expect of sentences of strangers. The rules were then mended on what each set showed, but for the **held-out**, the
seventeenth and the nineteenth one, at whose misses nobody looked: the present figures on the others only say what the
rules have learnt. The first runs on the sets from the twelfth on were written down before anybody looked at their
misses.
Names of the lists stand without marks in the sets from the tenth on, so that they count as over-redaction.

*Noticed*: replaced or queued. Each table has the present figures on the held-out set, and below them the sums of both
sets and runs. The casing is measured as the pipeline measures it. In a document in small letters or in capitals no rule
finds names in no list: the document waits as a whole until somebody has read it, so these third parties count apart.
So do passages in small letters in a document with usual capitals: a row *with what waits as a whole* counts what is
missed in them as noticed, too.
Targets: listed names noticed 99 %, in small letters and in capitals also replaced 95 %; each kind of contact data
noticed 95 %; over-redaction at most 5 per 1,000 words. Where one is missed the cell says so, but for over-redaction in
the sets of contact data.
"""
_COLUMNS = {REPLACED: "listed names replaced, %", NOTICED: "listed names noticed, %", THIRD: "third parties noticed, %"}
_TARGETS = {NOTICED: 0.99, OVER: 0.005}
_TARGETS_OF = {  # conditions
    "contacts": dict.fromkeys(SAID, 0.95),  # in some sets names of the lists have no marks, and count as over-redaction
    **dict.fromkeys(("uncased", "capitals"), _TARGETS | {REPLACED: 0.95}),
}
_NAMES = {"address": "addresses", "spoken_email": "spoken e-mail", "spoken_phone": "spoken telephones"}
_NAMES |= {"file_number": "file numbers", "birth_date": "dates of birth"}
_Shares = Mapping[str, Share]


def section(scores: Mapping[tuple[str, str, str], Score], names: Mapping[str, str]) -> str:
    """The section, from the scores by set, condition and language, and the names of the languages."""
    present = {key: shares(score) for key, score in scores.items()}
    first = first_runs()
    return "\n".join([_HEAD, *(part for condition in CONDITIONS for part in _table(condition, present, first, names))])


def _table(
    condition: str,
    present: Mapping[tuple[str, str, str], _Shares],
    first: Mapping[tuple[str, str, str], _Shares],
    names: Mapping[str, str],
) -> Iterator[str]:
    yield f"### {CONDITIONS[condition]}\n"
    quantities = [*SAID, OVER] if condition == "contacts" else [*_COLUMNS, OVER]
    heads = [
        _COLUMNS.get(name, "over-redaction per 1,000" if name == OVER else f"{_NAMES.get(name)} noticed, %")
        for name in quantities
    ]
    targets = _TARGETS_OF.get(condition, _TARGETS)
    yield f"| {' | '.join(['', *heads])} |\n| {' | '.join(['---'] * (len(heads) + 1))} |"
    for language, name in names.items():
        if found := present.get((HELD_OUT, condition, language)):
            yield _row(name, [found[quantity] for quantity in quantities], quantities, targets)
    for of_set, title in SETS.items():
        for runs, which in ((present, ""), (first, ", first run")):
            found_in_set = [_sum(runs, of_set, condition, quantity) for quantity in quantities]
            if any(share.of for share in found_in_set) or of_set in (HELD_OUT, TUNING):
                yield _row(f"**all, {title}{which}**", found_in_set, quantities, targets)
            awaited = [
                _sum(runs, of_set, condition, f"{name}{OR_WAITS}" if name in SAID else name) for name in quantities
            ]
            if [share.hits for share in awaited] > [share.hits for share in found_in_set]:
                yield _row(f"**all, {title}{which}, with what waits as a whole**", awaited, quantities, targets)
    yield ""


def _sum(runs: Mapping[tuple[str, str, str], _Shares], of_set: str, condition: str, quantity: str) -> Share:
    found = [run.get(quantity, Share(0, 0)) for key, run in runs.items() if key[:2] == (of_set, condition)]
    return Share(sum(share.hits for share in found), sum(share.of for share in found))


def _row(name: str, found: list[Share], quantities: list[str], target_of: Mapping[str, float]) -> str:
    cells = [_cell(share, quantity, target_of.get(quantity)) for share, quantity in zip(found, quantities, strict=True)]
    return f"| {' | '.join([name, *cells])} |"


def _cell(share: Share, quantity: str, target: float | None) -> str:
    """A share in per cent, of over-redaction per 1,000, and whether its target is missed."""
    if not share.of:
        return "–"
    value = share.hits / share.of
    is_missed = target is not None and (value > target if quantity == OVER else value < target)
    number = f"{(1000 if quantity == OVER else 100) * value:.1f} ({share.hits} of {share.of})"
    return f"{number} **not reached**" if is_missed else number


def first_runs() -> dict[tuple[str, str, str], dict[str, Share]]:
    """The first runs, as they were written down then, by set, condition and language."""
    found: dict[tuple[str, str, str], dict[str, Share]] = defaultdict(
        lambda: {name: Share(0, 0) for name in QUANTITIES}
    )
    with FIRST_RUNS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            key = (row["set"], row["condition"], row["language"])
            found[key][row["quantity"]] = Share(int(row["hits"]), int(row["of"]))
    return found
