"""What a person may call a code where one is named: its id, its path, its label or an alias, the surest first."""

from collections.abc import Callable, Sequence

from crosscase.storage.schemas import CodebookEntry
from crosscase.storage.text_form import fold

SEPARATOR = " > "  # between the levels of a path, wherever one is shown
_NAMES: tuple[Callable[[CodebookEntry], Sequence[str]], ...] = (
    lambda entry: [entry.code],
    lambda entry: [SEPARATOR.join(entry.path)] if len(entry.path) > 1 else [],
    lambda entry: [entry.label],
    lambda entry: entry.aliases,
)


def named(entries: Sequence[CodebookEntry], name: str) -> list[CodebookEntry]:
    """The codes that are called so; several if the name does not decide, none if no code has it."""
    wanted = fold(name)
    found = ([entry for entry in entries if wanted in map(fold, names_of(entry))] for names_of in _NAMES)
    return next(filter(None, found), [])
