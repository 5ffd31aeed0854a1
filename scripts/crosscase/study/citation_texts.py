"""The texts of CITATION.cff: the authors, and what the team wrote besides. The package repeats them.

Authors and whom to ask are named there on purpose. Their affiliations and addresses, what is cited, and what is no
sentence (a licence, a version, a link) is the world's to word.
"""

from collections.abc import Iterator
from pathlib import Path

from crosscase.messages.errors import StudyError
from crosscase.storage import yaml_places
from crosscase.storage.yaml_places import PlacedText

FILE = "CITATION.cff"
KEYWORDS = "keywords"
_NAMES = ("family-names", "given-names", "name-particle", "name-suffix", "name", "alias", "email")
_OF_OTHERS = ("references", "affiliation", "address", "city", "region")


def written(path: str = FILE) -> list[PlacedText]:
    """What the team wrote, without the names of authors; nothing where the file cannot be read."""
    return [found for found in _all(path) if not found.is_key and not _is_name(found)]


def authors(path: str = FILE) -> list[str]:
    """The names of authors and others to be cited."""
    return [found.text for found in _all(path) if _is_name(found)]


def is_keyword(found: PlacedText) -> bool:
    """Whether a text is one of the keywords."""
    return found.place.partition(".")[0] == KEYWORDS


def is_sentence(found: PlacedText) -> bool:
    """Whether the team worded a text: a title, an abstract, but no affiliation and no title that is cited."""
    return " " in found.text and not is_keyword(found) and set(_OF_OTHERS).isdisjoint(found.place.split("."))


def _all(path: str = FILE) -> Iterator[PlacedText]:
    try:
        found = yaml_places.texts_in(path) if Path(path).is_file() else []
    except StudyError:  # which others report
        found = []
    yield from found


def _is_name(found: PlacedText) -> bool:
    return not found.is_key and found.place.rpartition(".")[2] in _NAMES
