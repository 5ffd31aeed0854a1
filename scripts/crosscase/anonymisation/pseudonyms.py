"""Pseudonyms: a person, document or coder has one pseudonym in the whole study.

A pseudonym is a part of the HMAC-SHA256 of the original under the study's key (RFC 2104). It reveals nothing without
the key, does not depend on any order, and does not change when an export is added.
"""

import hmac
import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from crosscase.anonymisation.document_names import without_ending
from crosscase.storage.text_form import fold

WITHOUT_NUMBER = ("[PERSON]", "[ORGANISATION]", "[PLACE]")  # somebody who withdrew, and what only they had
PLACEHOLDER = re.compile(  # other brackets of transcribers have no eight digits
    rf"\[[A-Z]+_\d{{8}}\]|{'|'.join(map(re.escape, WITHOUT_NUMBER))}"
)
_PERSON = "PERSON"
_DIGITS = 10  # hexadecimal, 40 bits: among 10,000 names a collision has a probability of 1 in 20,000
_FARTHEST = 10**9  # characters, paragraphs: far more than a document has
_NUMBERS = 10**8  # two of 500 people share a number with a probability of 1 in 800


class Pseudonyms:
    """Makes pseudonyms under one key, and remembers for the log what they replace.

    `withdrawn`: the identifiers of people who withdrew, `things` the places and organisations that only they had.
    Others may speak of them, and nothing says who or what it is.
    """

    def __init__(self, key: bytes, withdrawn: Collection[str] = (), things: Collection[tuple[str, str]] = ()) -> None:
        self._key = key
        self._withdrawn = {*things, *((_PERSON, person) for person in withdrawn)}
        self.given: dict[tuple[str, str], str] = {}  # (kind, original) -> replacement
        self.hidden_names: dict[tuple[str, str], str] = {}  # (kind, name in the export) -> placeholder
        self.generalised: set[str] = set()  # replacements that are words
        self._number = lru_cache(2**14)(lambda kind, original: int(self._digest(kind, original), 16) % _NUMBERS)

    def _digest(self, kind: str, original: str) -> str:
        return hmac.new(self._key, f"{kind}\0{fold(original)}".encode(), "sha256").hexdigest()

    def participant(self, identifier: str) -> str:
        """Pseudonym of a participant, from the identifier in the register."""
        return self._name("PARTICIPANT", "P", identifier)

    def document(self, export: str, name: str) -> str:
        """Pseudonym of a document. Two exports may use one name for different documents."""
        return self._name("DOCUMENT", "D", f"{export}\0{name}")

    def coder(self, name: str) -> str:
        """Pseudonym of a coder."""
        return self._name("CODER", "C", name)

    def coding(self, export: str, digest: str, locator: str) -> str:
        """Id of a coding, from its place in an export with this digest; it tells neither the place nor an order."""
        return self._digest("CODING", f"{export}\0{digest}\0{locator}")[:16]

    def place(self, export: str, document: str, place: str) -> str:
        """Digest of a place in a document, the same for all codings there; it does not tell the place."""
        return self._digest("PLACE", f"{export}\0{document}\0{place}")[:16]

    def moved(self, participant: str, offset: int | None) -> int | None:
        """A place in a participant's part of a document that has several.

        All places of the participant are moved alike, by a secret number, since those of several would tell in which
        order the document has them: a table of answers has that of the register. None stays None.
        """
        return None if offset is None else offset + int(self._digest("BEGINNING", participant), 16) % _FARTHEST

    def fingerprint(self, *values: object) -> str:
        """Digest that identifies equal codings without revealing their words."""
        return self._digest("FINGERPRINT", repr(values))[:16]

    def seed(self, purpose: str) -> str:
        """A secret of the study for later steps, which have no key. It must not be published."""
        return self._digest("SEED", purpose)

    def _name(self, kind: str, letter: str, original: str) -> str:
        pseudonym = f"{letter}-{self._digest(kind, original)[:_DIGITS]}"
        self.given[kind, original.rpartition("\0")[2]] = pseudonym
        return pseudonym

    def review(self, document: str, words: str) -> str:
        """Id of some words of a document in review, the same in every export of the document."""
        original = f"{without_ending(document)}\0{words}"
        return f"R-{self._digest('REVIEW', original)[:_DIGITS]}"

    def hidden(self, kind: str, name: str) -> str:
        """Placeholder such as `[CODE_48291305]` for a whole name of the export that only the team may see."""
        return self.hidden_names.setdefault((kind, name), f"[{kind}_{self._number(kind, name):08}]")

    def log(self, without_withdrawn: Callable[[str], str] = str) -> Iterator[tuple[str, str, str]]:
        """What was replaced by what, sorted: kind, original, replacement.

        `without_withdrawn` takes the names of people who withdrew out of an original; a name of theirs has no row.
        """
        rows = {
            (kind, without_withdrawn(original)): replacement
            for (kind, original), replacement in {**self.given, **self.hidden_names}.items()
            if replacement not in WITHOUT_NUMBER
        }
        for (kind, original), replacement in sorted(rows.items()):
            if original not in WITHOUT_NUMBER:
                yield kind, original, replacement

    def placeholder(self, kind: str, original: str, found: str | None = None, instead: str = "") -> str:
        """Typed replacement such as `[PERSON_48291305]` for `original`, which a text spells `found`.

        The number depends only on the key and the original, so an added export renumbers nothing. `instead` gives the
        words of a generalisation. Who withdrew gets no number, `[PERSON]`, nor what only they had.
        """
        if (kind, original) in self._withdrawn:
            replacement = f"[{kind}]"
        else:
            replacement = f"[{instead}]" if instead else f"[{kind}_{self._number(kind, original):08}]"
        if instead:
            self.generalised.add(replacement)
        self.given[kind, found or original] = replacement
        return replacement
