"""Taguette: the tags of all projects of a database; levels are a convention of the team, as in the highlights."""

from collections.abc import Iterator

from crosscase.codebooks.listed import ListedCode, Source
from crosscase.readers import sqlite_files, taguette_database
from crosscase.readers.code_paths import split_levels
from crosscase.readers.sqlite_files import number, text, text_or_none

recognise = taguette_database.recognise
_TAGS = "SELECT id, path, description FROM tags ORDER BY id"


def read(source: Source) -> Iterator[ListedCode]:
    """Yield the tags in the order in which they were made."""
    with sqlite_files.opened(source.path, "a Taguette database", source.limits, *taguette_database.TABLES) as database:
        for tag, name, description in database.execute(_TAGS):
            path = split_levels((text(name),), source.separator)
            yield ListedCode(path, text_or_none(description) or "", None, f"tag {number(tag)}")
