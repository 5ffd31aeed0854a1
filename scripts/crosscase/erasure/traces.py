"""The traces of a participant in what builds have made, collected before the next build removes them.

They are kept in `data/restricted` until the record of the erasure is written, so that a build that stops in between
loses none of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from crosscase.anonymisation import keys
from crosscase.anonymisation.document_names import without_ending
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.register import Person
from crosscase.detectors import participant_ids
from crosscase.storage import files
from crosscase.storage.schemas import AnonymisedCoding
from crosscase.storage.text_form import fold

FOLDER = Path("data/restricted/erasures")
_PENDING = FOLDER / "pending.json"
# Alone, so that a build by an earlier version can be read, which may have lacked another column.
_COLUMNS = ("participant", "document", "text", "segment_id", "fingerprint", "place")
_SHORTEST_PASSAGE = 20  # characters; ASSUME: fewer are said by many, and prove nobody


@dataclass(frozen=True, slots=True)
class Traces:
    """What stands for one person; each field is sorted, and its name is that of a kind in the record."""

    pseudonyms: tuple[str, ...] = ()  # of the person and the documents
    codings: tuple[str, ...] = ()  # ids, fingerprints and places
    passages: tuple[str, ...] = ()  # words that nobody else said
    names: tuple[str, ...] = ()  # folded, of several words
    ids: tuple[str, ...] = ()  # folded, of letters and digits: searched only where the team alone reads

    def joined(self, other: "Traces") -> "Traces":
        """The traces of both."""
        mine, theirs = asdict(self), asdict(other)
        return Traces(**{kind: tuple(sorted({*mine[kind], *theirs[kind]})) for kind in mine})

    def without_names_of(self, others: Iterable[Person]) -> "Traces":
        """These traces without the names and ids that others have, too: nothing says whose such a name is."""
        people = list(others)
        names = {fold(name) for other in people for name in _names(other)}
        ids = {fold(name) for other in people for name in _ids(other)}
        return replace(
            self,
            names=tuple(name for name in self.names if name not in names),
            ids=tuple(one for one in self.ids if one not in ids),
        )

    def without_ids(self) -> "Traces":
        """These traces without ids, which may be anything in a file that people did not write."""
        return replace(self, ids=())


def collect(person: Person, exports: Iterable[str], pseudonyms: Pseudonyms) -> Traces:
    """The traces of a person in the exports, and those of an erasure of this person that was not completed."""
    named = {pseudonyms.participant(person.participant)}
    documents = {pseudonyms.document(export, document) for export in exports for document in person.documents}
    codings: set[str] = set()
    passages: set[str] = set()
    of_others: set[str] = set()
    for path in sorted(Path("data/processed/anonymised").glob("*.parquet")):
        for participant, document, text, *digests in files.read_columns(path, AnonymisedCoding, *_COLUMNS):
            if participant in named:
                documents.add(document)  # by its address where the register has its name, and the other way round
                codings |= set(filter(None, digests))
                passages.add(text or "")
            else:
                of_others.add(text or "")
    said_by_others = "\n".join(sorted(of_others))
    own = {words for words in passages if len(words) >= _SHORTEST_PASSAGE and words not in said_by_others}
    names, ids = ({fold(name) for name in of(person)} for of in (_names, _ids))
    found = Traces(*(tuple(sorted(kind)) for kind in (named | documents, codings, own, names, ids)))
    before = [Traces(*map(tuple, kinds.values())) for kinds in _pending()]
    return next((found.joined(other) for other in before if not named.isdisjoint(other.pseudonyms)), found)


def _names(person: Person) -> Iterator[str]:
    """The name as registered and with the family name first, and long nicknames; a first name alone proves nobody."""
    for name in (person.name, *person.nicknames):
        words = name.split()
        if len(words) > 1:
            yield name
            yield f"{words[-1]}, {' '.join(words[:-1])}"


def _ids(person: Person) -> Iterator[str]:
    """The person's id, and documents that are called by a short one; letters or digits alone may be other words."""
    if participant_ids.is_mixed(person.participant):
        yield person.participant
    yield from filter(participant_ids.is_id, map(without_ending, person.documents))


def keep(traces: Traces) -> None:
    """Keep the traces until `forget`."""
    others = [kinds for kinds in _pending() if set(kinds["pseudonyms"]).isdisjoint(traces.pseudonyms)]
    keys.keep_private(str(FOLDER))
    with files.replacing(_PENDING, mode=0o600) as stream:
        stream.write(files.json_text([*others, asdict(traces)]).encode())


def forget(traces: Traces) -> None:
    """Forget the traces of a person: the record of the erasure is written."""
    others = [kinds for kinds in _pending() if set(kinds["pseudonyms"]).isdisjoint(traces.pseudonyms)]
    if others:
        with files.replacing(_PENDING, mode=0o600) as stream:
            stream.write(files.json_text(others).encode())
    else:
        _PENDING.unlink(missing_ok=True)


def _pending() -> list[dict[str, list[str]]]:
    return files.read_json(_PENDING) if _PENDING.exists() else []
