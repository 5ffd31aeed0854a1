"""QualCoder: the codes of a project's database, `data.qda`; a code's memo is its definition.

Categories are levels, as in the codings (`readers.qualcoder_database`).
"""

from collections.abc import Iterator

from crosscase.codebooks.listed import ListedCode, Source
from crosscase.readers import qualcoder_database, sqlite_files
from crosscase.readers.code_paths import split_levels
from crosscase.readers.sqlite_files import number, text_or_none

recognise = qualcoder_database.recognise


def read(source: Source) -> Iterator[ListedCode]:
    """Yield the codes in the order in which they were made."""
    with sqlite_files.opened(
        source.path, "a QualCoder database", source.limits, *qualcoder_database.TABLES
    ) as database:
        paths = qualcoder_database.code_paths(database, source.path)
        for code, memo in database.execute("SELECT cid, memo FROM code_name ORDER BY cid"):
            path = split_levels(paths[number(code)], source.separator)
            yield ListedCode(path, text_or_none(memo) or "", None, f"code {number(code)}")
