"""What coders say of the material that they share, at every level, or why there is nothing to say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from crosscase.analysis import double_coding, place_agreement, shared_material
from crosscase.analysis.agreement_tables import Disagreement, DisputedSegment
from crosscase.analysis.judgements import Judgement
from crosscase.storage.schemas import Cell, CellCoding

# Why there is no agreement to work out: keys of the labels.
_NOBODY, _ONE, _APART, _NO_PLACES = "summary_no_coder", "summary_one_coder", "summary_apart", "summary_no_places"


class Compared(NamedTuple):
    """What coders say, where they disagree, and what cannot be said."""

    judgements: list[Judgement]
    disagreements: list[Disagreement]
    disputed_segments: list[DisputedSegment]
    codes: Mapping[str, Mapping[str, str]]  # the domain of each code that was coded, by group
    remarks: list[str]  # keys of sentences in the labels


def compare(
    cells: Sequence[Cell], codings: Sequence[CellCoding], formats: Mapping[str, str], overlap: float
) -> Compared:
    """Compare all coders. `formats` has the format of each export; `overlap` is that from which segments are one."""
    people = double_coding.shared(cells, codings)
    material = list(shared_material.shared(cells, codings, formats))
    least, codes = Fraction(str(overlap)), shared_material.codes_of_groups(cells)
    judgements = list(double_coding.judgements(people, cells))
    disputed = list[DisputedSegment]()
    for one in material:
        found = place_agreement.segments(one.passages, least)
        judgements.append(place_agreement.by_segment(one, codes[one.group], found))
        judgements.append(place_agreement.by_position(one, codes[one.group]))
        disputed += place_agreement.disputed(one, codes[one.group], found)
    # By pseudonym, which says nothing of the register's order; by group first, a few participants could stand in it.
    disputed.sort(key=lambda row: (row.participant, row.group, row.start, row.end, row.domain, row.code, row.coder))
    remarks = list(_remarks(codings, bool(people), bool(material)))
    return Compared(judgements, list(double_coding.disagreements(people, cells)), disputed, codes, remarks)


def _remarks(codings: Iterable[CellCoding], has_people: bool, has_material: bool) -> Iterator[str]:
    """Why there is no agreement, or none on places."""
    if not has_people:
        named = {coding.coder for coding in codings} - {None}
        yield _NOBODY if not named else _ONE if len(named) == 1 else _APART
    elif not has_material:
        yield _NO_PLACES
