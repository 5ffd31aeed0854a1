"""What a person may have meant: the nearest of some known words, and of the files that are there."""

import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

_LOCKS = ("~$", ".~lock.")  # how the names of files begin that programs keep while another is open
_MOST_FILES = 2000  # of a folder
_LIKE = 0.75  # how alike two names of files are that are probably one, from 0 to 1
_FOLDERS = (".", "config", "data/raw", "data/raw/exports")  # where the files of a study lie


def nearest(word: str, known: Iterable[str], like: float = 0.6) -> str:
    """The known word that is most like another one, whatever its case; empty if none is so much like it (0 to 1)."""
    spelt = {_plain(name): name for name in known}
    near = get_close_matches(_plain(word), spelt, 1, like)
    return spelt[near[0]] if near else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question on the nearest known word, or nothing."""
    near = nearest(word, known)
    return f"Did you mean {near!r}?" if near else ""


def locked_by(path: str | Path) -> str:
    """The file that is open while this one is there, or nothing if this one is no lock."""
    file = Path(path)
    sign = next((sign for sign in _LOCKS if file.name.startswith(sign)), "")
    return str(file.with_name(file.name.removeprefix(sign).rstrip("#"))) if sign else ""


def lock_of(path: str | Path) -> Path | None:
    """The file with which a program locks this one while it is open there, if there is one."""
    file = Path(path)
    locks = (file.with_name(name) for name in (f"~${file.name}", f".~lock.{file.name}#"))
    return next((lock for lock in locks if lock.exists()), None)


def about_missing_file(path: str) -> str:
    """A sentence on the file that a path probably means, or nothing."""
    given, near = Path(path), _nearest_file(path)
    if given.name and given.with_name(f".{given.name}.icloud").exists():
        return "It is in iCloud and not on this computer: download it there."
    if not near:
        return ""
    if _plain(near) == _plain(path) and near.casefold() != path.casefold():
        return "A file of this name is there, but its accents are stored in another form: give it a name without them."
    return f'Did you mean "{near}"?'


def _nearest_file(path: str) -> str:
    """The same file with other signs between the folders or in another folder of the study, or one like it."""
    given = Path(path.strip().strip("\"'").replace("\\", "/")).expanduser()
    if not given.name or given.is_file():
        return str(given) if given.name else ""
    folders = dict.fromkeys([given.parent, *map(Path, _FOLDERS)])
    for is_like in (_is_same, _has_same_stem):
        for folder in folders:
            if found := next((file for file in _files(folder) if is_like(file, given)), None):
                return str(found)
    stems = {file.stem: file for file in _files(given.parent)}
    near = nearest(given.stem, stems, _LIKE)
    exchanged = next((stem for stem in stems if sorted(_plain(stem)) == sorted(_plain(given.stem))), "")
    return str(stems[near or exchanged]) if near or exchanged else ""


def _is_same(file: Path, given: Path) -> bool:
    return "".join(_plain(file.name).split()) == "".join(_plain(given.name).split())  # "people .csv"


def _has_same_stem(file: Path, given: Path) -> bool:
    """Whether the names differ in their endings, also where a program has added something behind one."""
    return _plain(file.stem) == _plain(given.stem) or _plain(file.name).startswith(_plain(given.name))


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder, without those that programs hide or lock others with."""
    try:
        found = sorted(islice(folder.iterdir(), _MOST_FILES))
    except OSError:
        return
    yield from (file for file in found if not file.name.startswith(".") and not locked_by(file) and file.is_file())


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
