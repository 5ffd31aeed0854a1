"""RQDA: the codes of a project, `.rqda`; a code's memo is its definition.

Code categories are levels, as in the codings (`readers.rqda`). Deleted codes are left out.
"""

from collections.abc import Iterator

from crosscase.codebooks.listed import ListedCode, Source
from crosscase.readers import rqda, sqlite_files
from crosscase.readers.code_paths import split_levels
from crosscase.readers.sqlite_files import text_or_none

recognise = rqda.recognise


def read(source: Source) -> Iterator[ListedCode]:
    """Yield the codes in the order in which they were made."""
    with sqlite_files.opened(source.path, "an RQDA project", source.limits, *rqda.TABLES) as database:
        memos = rqda.memos(database)
        for code, path in rqda.code_paths(database).items():
            levels = split_levels(path, source.separator)
            yield ListedCode(levels, text_or_none(memos.get(code)) or "", None, f"code {code}")
