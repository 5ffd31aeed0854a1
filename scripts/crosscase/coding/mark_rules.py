"""When a code is present in a group: the study's rule for its marks, and others beside it.

A rule counts one unit: `participants` who raised the code, the `documents` that have it, or its `segments`. There must
be `at_least` so many, and of participants also a `share` of those who were interviewed and asked.

`coders`: the codings of any coder count, or those of one; with `all`, a participant raised a code only if every coder
of the participant's material gave it, and then all its codings count. ASSUME: a coder who coded anything of a
participant in a group judged every code; codings without a coder are judgements of nobody.

`parents`: a code with codes below it counts its `own` codings; with `any` also those of the codes below; with `all` a
participant raised it with codings of its own, or by raising each code directly below it. ASSUME: segments of different
codes add up, also where they are on one passage.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from crosscase.labels.labels import Labels
from crosscase.storage.schemas import CellCoding, CodebookEntry, Mention
from crosscase.study.facts import AT_LEAST_ONE, MarkRule

Place = tuple[str, str]  # code and group
Amounts = dict[Place, dict[str, int]]  # of each participant who raised a code, in the unit of the rule
_COUNTED = {"participants": "participant", "documents": "document_number", "segments": "segment"}


@dataclass(slots=True)
class _Said:
    """What one participant said on a code: the number of segments, and the documents."""

    segments: int = 0
    documents: set[tuple[str, str]] = field(default_factory=set)


_Held = dict[Place, dict[str, _Said]]


def is_met(rule: MarkRule, found: int, participants: int) -> bool:
    """Whether a rule takes so many of its unit, among so many participants who were asked, for a mark."""
    share = 0 if rule.share is None else Fraction(str(rule.share))
    return found >= max(rule.at_least, 1) and found >= share * participants


def amounts(
    rule: MarkRule, mentions: Iterable[Mention], codings: Iterable[CellCoding], codebook: Sequence[CodebookEntry]
) -> Amounts:
    """How much each participant contributes to each code and group. `codings` are needed by some rules alone."""
    said = _of_codings(rule, codings) if rule.needs_codings else _of_mentions(mentions)
    if rule.parents != "own":
        said = _with_codes_below(rule, said, codebook)
    measure: Callable[[_Said], int] = {
        "participants": lambda _: 1,
        "documents": lambda one: len(one.documents),
        "segments": lambda one: one.segments,
    }[rule.unit]
    return {place: {person: measure(one) for person, one in people.items()} for place, people in said.items()}


def marked(
    rule: MarkRule,
    mentions: Iterable[Mention],
    codings: Iterable[CellCoding],
    codebook: Sequence[CodebookEntry],
    asked: Callable[[str, str], int],
) -> set[Place]:
    """The codes and groups with a mark. `asked` gives the participants of a group who were asked about a domain."""
    domains = {entry.code: entry.domain for entry in codebook}
    found = amounts(rule, mentions, codings, codebook)
    return {
        (code, group)
        for (code, group), people in found.items()
        if is_met(rule, sum(people.values()), asked(group, domains[code]))
    }


def words_for(rule: MarkRule, words: Labels) -> str:
    """A rule in words, such as "at least 2 participants"."""
    parts = [words("rule_least", number=words.counted(_COUNTED[rule.unit], rule.at_least))]
    if rule.share is not None:
        percent = f"{float(Fraction(str(rule.share)) * 100):.10g}".replace(".", words("decimal"))
        share = words("rule_share", share=words.percent(percent))
        parts = [share] if rule.at_least == 1 else [*parts, share]
    if rule.coders == "all":
        parts.append(words("rule_all_coders"))
    elif rule.coders != "any":
        parts.append(words("rule_one_coder", coder=rule.coders))
    if rule.parents != "own":
        parts.append(words(f"rule_parents_{rule.parents}"))
    return ", ".join(parts)


def meanings(states: Mapping[str, str], rule: MarkRule, words: Labels) -> dict[str, str]:
    """The meanings of the states, those of marks and blanks as the rule has them."""
    if rule == AT_LEAST_ONE:
        return dict(states)
    return {**states, "present": words_for(rule, words), "absent": words("below_rule")}


def _of_mentions(mentions: Iterable[Mention]) -> _Held:
    held: _Held = defaultdict(dict)
    for mention in mentions:
        one = held[mention.code, mention.group].setdefault(mention.participant, _Said())
        one.segments += mention.segments
    return held


def _of_codings(rule: MarkRule, codings: Iterable[CellCoding]) -> _Held:
    """From the codings of the coders that count. Codings of one passage are one segment."""
    gave: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    coders: dict[tuple[str, str], set[str]] = defaultdict(set)
    passages: dict[tuple[str, str, str], set[tuple[str, int]]] = defaultdict(set)
    documents: dict[tuple[str, str, str], set[tuple[str, str]]] = defaultdict(set)
    for coding in codings:
        key = (coding.code, coding.group, coding.participant)
        if coding.coder is not None:
            gave[key].add(coding.coder)
            coders[coding.group, coding.participant].add(coding.coder)
        if rule.coders in ("any", "all", coding.coder):
            passages[key].add((coding.export, coding.passage))
            documents[key].add((coding.export, coding.document))
    held: _Held = defaultdict(dict)
    for (code, group, person), own in passages.items():
        if rule.coders != "all" or coders[group, person] <= gave[code, group, person]:
            held[code, group][person] = _Said(len(own), documents[code, group, person])
    return held


def _with_codes_below(rule: MarkRule, own: _Held, codebook: Sequence[CodebookEntry]) -> _Held:
    """The same, each code with what is said on the codes below it."""
    below: dict[str, list[str]] = defaultdict(list)
    for entry in codebook:
        below[entry.parent].append(entry.code)
    groups = sorted({group for _, group in own})
    held: _Held = defaultdict(dict, {place: dict(people) for place, people in own.items()})

    def gather(code: str, group: str) -> dict[str, _Said]:
        children = [gather(child, group) for child in below[code]]
        people: dict[str, _Said] = held[code, group]
        together = set.intersection(*map(set, children)) if children else set()
        for child in children:
            for person, said in child.items():
                if rule.parents == "any" or person in together or person in own.get((code, group), ()):
                    so_far = people.get(person, _Said())
                    people[person] = _Said(so_far.segments + said.segments, so_far.documents | said.documents)
        return people

    for root in below[""]:
        for group in groups:
            gather(root, group)
    return held
