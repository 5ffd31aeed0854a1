"""A draw for the study of the working directory: from the register and the codings of the last build to both lists."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from crosscase.anonymisation import keys, register
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.messages.errors import Problem, UsageError
from crosscase.messages.wording import agree, counted
from crosscase.reliability import draw_files
from crosscase.reliability.draw import Candidate, Drawn
from crosscase.reliability.draw import draw as drawn_of
from crosscase.running import locks
from crosscase.storage import files
from crosscase.storage.schemas import CellCoding
from crosscase.study.facts import CODING_PLAN, DEFAULT_KEY, Study

CODINGS = Path("results/provenance/cell_codings.parquet")
_Coders = Mapping[tuple[str, str], set[str]]  # pseudonyms, by group and pseudonym of the participant


@locks.no_build()
def draw(study: Study, share: str, seed: int, coders: Sequence[str]) -> str:
    """Draw, write both lists, and return what to tell the person.

    Raises UsageError if the share is none, StudyError if register, key or an earlier list cannot be read.
    """
    part = _part(share)
    keys.stop_after_destruction()
    if study.key_file == DEFAULT_KEY:
        keys.make_if_absent(study.key_file)
    pseudonyms = Pseudonyms(keys.read(study.key_file, study.synthetic))
    before = _coders() if CODINGS.exists() else {}
    candidates = list(_candidates(study, pseudonyms, before))
    names = {name: pseudonyms.coder(name) for name in dict.fromkeys(map(str.strip, coders)) if name}
    found = drawn_of(candidates, part, seed, names, draw_files.read())
    draw_files.write(found, pseudonyms)
    known = set[str]().union(*before.values())
    return "\n".join(_sentences(found, len(candidates), [name for name in names if names[name] not in known]))


def _part(share: str) -> Fraction:
    """The share as an exact number. Raises UsageError if it is none above 0 and up to 1."""
    try:
        part = Fraction(share)
    except (ValueError, ZeroDivisionError):
        part = Fraction(0)
    if not 0 < part <= 1:
        what = "this is no share above 0 and up to 1"
        raise UsageError(Problem(f"--share {share}", "", what, "Write for example .1."))
    return part


def _candidates(study: Study, pseudonyms: Pseudonyms, coders: _Coders) -> Iterator[Candidate]:
    """Everybody in the register who did not withdraw, once a group."""
    people = register.of_study(study).people
    withdrawn = {person.participant for person in people if person.withdrawn}
    rows: dict[tuple[str, str], Candidate] = {}
    for person in people:
        if person.participant not in withdrawn:
            pseudonym = pseudonyms.participant(person.participant)
            coded_by = frozenset(coders.get((person.group, pseudonym), ()))
            one = Candidate(person.participant, person.group, pseudonym, person.documents, coded_by)
            same = rows.get(one.key)
            rows[one.key] = one._replace(documents=same.documents + one.documents) if same else one
    yield from rows.values()


def _coders() -> dict[tuple[str, str], set[str]]:
    found = defaultdict[tuple[str, str], set[str]](set)
    for group, participant, coder in files.read_columns(CODINGS, CellCoding, "group", "participant", "coder"):
        if coder is not None:
            found[group, participant].add(coder)
    return found


def _sentences(found: Sequence[Drawn], candidates: int, unknown: Sequence[str]) -> Iterator[str]:
    yield f"{counted(len(found), 'participant')} of {candidates} {agree(len(found), 'is', 'are')} drawn."
    yield f"Who codes what is in {draw_files.LIST}, with the ids of the register: show it to nobody but the team."
    kept = "Keep it with the study: the results say which of them were coded twice."
    yield f"{CODING_PLAN} has it with pseudonyms. {kept}"
    several = sum(row.coders_before > 1 for row in found)
    if several:
        yield f"{counted(several, 'participant')} of them had several coders before the draw."
    if open_rows := sum(not row.second_coder for row in found):
        yield f"For {counted(open_rows, 'participant')} no second coder is stated: name more people with --coder."
    yield from (f"{name} has coded nothing yet: write the name as the tool exports it." for name in unknown)
