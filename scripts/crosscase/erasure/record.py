"""The record of an erasure: what was searched for, where, and what is left. It does not name the person."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from crosscase.erasure.search import Place
from crosscase.erasure.traces import FOLDER, Traces
from crosscase.messages.wording import counted
from crosscase.storage import files

_KINDS = {
    "pseudonyms": "pseudonyms of the person and the documents",
    "codings": "ids, fingerprints and places of the person's codings",
    "passages": "passages that nobody else said",
    "names": "spellings of the person's whole name",
}
_NOT_SEARCHED = """\
Not searched, since these keep the name on purpose or lie elsewhere:

- `data/raw`: the register and the exports. Delete the person's documents there, or export again without them. Exports
  with documents of the person: {exports}.
- `data/restricted/identifiers`: it holds the name, so that every later build searches the results for it.
- Copies, backups and synchronised folders, and packages that were not named with the command. Anybody who compares
  tables of before and after may see that somebody left.
- What others said about the person without a name that a rule knows.
"""


def text(on: str, traces: Traces, places: Sequence[Place], exports: Sequence[str]) -> str:
    """The record, in Markdown. `on`: the day; `exports`: the names of the exports with documents of the person."""
    return "\n".join(_lines(on, traces, places)) + "\n\n" + _NOT_SEARCHED.format(exports=", ".join(exports) or "none")


def _lines(on: str, traces: Traces, places: Sequence[Place]) -> Iterator[str]:
    yield from (f"# Erasure of one participant, {on}", "")
    yield from (verdict(places), "", "| searched for | number |", "| --- | --- |")
    for kind, words in asdict(traces).items():
        yield f"| {_KINDS[kind]} | {len(words)} |"
    yield from ("", "| searched in | files | with something left |", "| --- | --- | --- |")
    yield from (f"| {place.name} | {place.files} | {len(place.left)} |" for place in places)
    for place in places:
        if place.left:
            yield from ("", f"Left in {place.name}:", "")
            yield from (f"- {path}: {what}" for path, what in place.left.items())


def verdict(places: Sequence[Place]) -> str:
    """Whether something is left, in a sentence."""
    left = sum(len(place.left) for place in places)
    searched = counted(sum(place.files for place in places), "file")
    return f"Something is left: {counted(left, 'file')} of {searched}." if left else f"Nothing is left in {searched}."


def write(record: str) -> Path:
    """Write a record beside the earlier ones, readable by its owner alone, and return its path."""
    number = 1 + max((int(path.stem) for path in FOLDER.glob("*.md") if path.stem.isdecimal()), default=0)
    path = FOLDER / f"{number}.md"
    with files.replacing(path, mode=0o600) as stream:
        stream.write(record.encode())
    return path
