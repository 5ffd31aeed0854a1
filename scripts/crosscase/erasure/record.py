"""The record of an erasure: what was searched for, where, and what is left. It does not name the person."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from crosscase.erasure.search import Place
from crosscase.erasure.traces import FOLDER, Traces
from crosscase.messages.errors import Problem
from crosscase.messages.wording import counted
from crosscase.storage import files

_KINDS = {
    "pseudonyms": "pseudonyms of the person and the documents",
    "codings": "ids, fingerprints and places of the person's codings",
    "passages": "passages that nobody else said",
    "names": "spellings of the person's whole name",
    "ids": "ids of the person and the documents, in `data/restricted`, `logs` and the decisions",
}
_NOT_SEARCHED = """\
Not searched, since these keep the name on purpose or lie elsewhere:

- `data/raw`: the register and the exports. Delete the person's documents there, or export again without them. Exports
  with documents of the person: {exports}.
- `data/restricted/identifiers`: it holds the name, so that every later build searches the results for it.
- Copies, backups and synchronised folders, and packages that were not named with the command. Anybody who compares
  tables of before and after may see that somebody left.
- The person's employers and towns. Where nobody else in the register has them and the list of identifiers has not, they
  have no number and no row in the log of replacements, as the person's name.
- What others said about the person without a name that a rule knows.
- A whole name or an id that somebody who stays in the register has, too, and single words of a name.
- Ids in results and packages, where each build's leak search looks for them, and ids of letters or digits alone.
"""
_ADVICE = """\
Delete these files or take the person out of them, and run the command again: it ends when nothing is left. If a build
makes such a file anew, its input has the person: correct the codebook, study.yaml or the decisions. Packages that
others have do not change: tell these people, and leave the packages out of the command then."""
_STATED = "The study itself states words of the person's names. They may be other words, so only you can decide:"


def text(
    on: str, traces: Traces, places: Sequence[Place], exports: Sequence[str], stated: Sequence[Problem] = ()
) -> str:
    """The record, in Markdown. `on`: the day; `exports`: the names of the exports with documents of the person.

    `stated`: the places where the study itself has a word of the person's names.
    """
    lines = _lines(on, traces, places, stated)
    return "\n".join(lines) + "\n\n" + _NOT_SEARCHED.format(exports=", ".join(exports) or "none")


def _lines(on: str, traces: Traces, places: Sequence[Place], stated: Sequence[Problem]) -> Iterator[str]:
    yield from (f"# Erasure of one participant, {on}", "")
    yield from (verdict(places, stated), "", "| searched for | number |", "| --- | --- |")
    for kind, words in asdict(traces).items():
        yield f"| {_KINDS[kind]} | {len(words)} |"
    yield from ("", "| searched in | files | with something left |", "| --- | --- | --- |")
    yield from (f"| {place.name} | {place.files} | {len(place.left)} |" for place in places)
    if any(place.left for place in places):
        yield from ("", *left_in(places))
    if stated:
        yield from ("", _STATED, "", *(f"- {problem}" for problem in stated))


def verdict(places: Sequence[Place], stated: Sequence[Problem] = ()) -> str:
    """Whether something is left, in a sentence or two."""
    left = sum(len(place.left) for place in places)
    searched = counted(sum(place.files for place in places), "file")
    found = f"Something is left: {counted(left, 'file')} of {searched}" if left else f"Nothing is left in {searched}"
    if not stated:
        return f"{found}."
    of_names = f"words of the person's names are stated in {counted(len(stated), 'place')}."
    return f"{found}, and {of_names}" if left else f"{found}, but {of_names}"


def left_in(places: Sequence[Place]) -> Iterator[str]:
    """The files in which something is left, and what to do about them."""
    for place in places:
        if place.left:
            yield from (f"Left in {place.name}:", "", *(f"- {path}: {what}" for path, what in place.left.items()), "")
    yield _ADVICE


def write(record: str) -> Path:
    """Write a record beside the earlier ones, readable by its owner alone, and return its path."""
    number = 1 + max((int(path.stem) for path in FOLDER.glob("*.md") if path.stem.isdecimal()), default=0)
    path = FOLDER / f"{number}.md"
    with files.replacing(path, mode=0o600) as stream:
        stream.write(record.encode())
    return path
