"""The seeded draw: who raises which code, in how many segments, and who codes them.

1. For each code, as many countries as the slides mark; which ones is drawn and means nothing.
2. For each mark, one, some or all of the country's participants.
3. For each participant and code, one to three segments; some carry further codes of theirs.
4. For some interviews a second coder: agreeing, coding less of the span, adding, or passing by.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass

from tests.reconstruction.facts import Code, Facts

SEED = 61

SILENT = "IT-07"
"""The participant in the register without a coding; the transcript is in the export."""

REQUIRED = {"secure_funding": "PL", "joint_training": "NL"}
"""Codes that a country must carry, because its team spells their label in its own way."""

INTERVIEWS_PER_SECOND_CODER = 4
"""One interview in so many is coded twice, and at least one in each country."""

Marks = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class PlannedCoding:
    """One code by the first (0) or second (1) coder; narrow: on the first sentence only."""

    code: Code
    coder: int = 0
    narrow: bool = False


@dataclass(frozen=True)
class PlannedSegment:
    """One passage of a transcript: what it names, and how it is coded."""

    topics: tuple[Code, ...]
    codings: tuple[PlannedCoding, ...]


@dataclass(frozen=True)
class Interview:
    """One participant's interview; ``first_coder`` is 0 or 1, the place in the country's pair."""

    participant: str
    country: str
    first_coder: int
    segments: tuple[PlannedSegment, ...]


def chance(purpose: str) -> random.Random:
    """Give the seeded generator of one purpose, so that no draw disturbs another."""
    return random.Random(f"{SEED} {purpose}")


def participants(facts: Facts, country: str) -> list[str]:
    """List the ids of a country's participants, such as CZ-01."""
    return [f"{country}-{number:02d}" for number in range(1, facts.participants[country] + 1)]


def draw_marks(facts: Facts) -> Marks:
    """Draw the countries of each code: as many as printed, none where nothing was coded."""
    drawn: dict[str, tuple[str, ...]] = {}
    for code in facts.codes:
        required = [REQUIRED[code.id]] if code.id in REQUIRED else []
        free = [
            country
            for country in facts.countries
            if (country, code.domain) not in facts.not_coded and country not in required
        ]
        chosen = required + chance(f"marks {code.id}").sample(free, code.marks - len(required))
        drawn[code.id] = tuple(sorted(chosen, key=list(facts.countries).index))
    return drawn


def draw_interviews(facts: Facts) -> list[Interview]:
    """Draw every participant's interview, in the order of the register."""
    marks = draw_marks(facts)
    interviews: list[Interview] = []
    for country in facts.countries:
        codes = [code for code in facts.codes if country in marks[code.id]]
        raised = _draw_speakers(participants(facts, country), codes, chance(f"speakers {country}"))
        dice = chance(f"second coders {country}")
        speaking = [participant for participant, theirs in raised.items() if theirs]
        twice = dice.sample(speaking, max(1, len(speaking) // INTERVIEWS_PER_SECOND_CODER))
        interviews += [
            _draw_interview(participant, country, raised[participant], participant in twice) for participant in raised
        ]
    return interviews


def _draw_speakers(people: list[str], codes: list[Code], dice: random.Random) -> dict[str, list[Code]]:
    raised: dict[str, list[Code]] = {participant: [] for participant in people}
    speakers = [participant for participant in people if participant != SILENT]
    for code in codes:
        number = dice.choice([1, len(speakers), *(dice.randint(1, len(speakers)) for _ in "123")])
        for participant in dice.sample(speakers, number):
            raised[participant].append(code)
    for participant in speakers:
        if not raised[participant]:
            raised[participant].append(codes[0])
    return raised


def _draw_interview(participant: str, country: str, codes: list[Code], coded_twice: bool) -> Interview:
    dice = chance(f"interview {participant}")
    topics: list[tuple[Code, ...]] = []
    for code in codes:
        for _ in range(dice.choices((1, 2, 3), weights=(70, 22, 8))[0]):
            others = [other for other in codes if other is not code]
            topics.append((code, dice.choice(others)) if others and dice.random() < 0.15 else (code,))
    dice.shuffle(topics)
    segments = [PlannedSegment(named, tuple(PlannedCoding(code) for code in named)) for named in topics]
    if coded_twice:
        segments = [_code_again(segment, codes, dice) for segment in segments]
        lonely = dice.choice(codes)
        segments.append(PlannedSegment((lonely,), (PlannedCoding(lonely, coder=1),)))
    return Interview(participant, country, dice.randrange(2), tuple(segments))


def _code_again(segment: PlannedSegment, codes: list[Code], dice: random.Random) -> PlannedSegment:
    """Let the second coder code a segment: only codes that the participant raises anyway."""
    outcome = dice.random()
    again: list[PlannedCoding] = []
    if outcome < 0.80:
        narrow = outcome > 0.65
        again = [PlannedCoding(code, coder=1, narrow=narrow) for code in segment.topics]
    others = [code for code in codes if code not in segment.topics]
    if others and dice.random() < 0.12:
        again.append(PlannedCoding(dice.choice(others), coder=1))
    return PlannedSegment(segment.topics, (*segment.codings, *again))
