"""A package in memory, for one check of the verifier without packing and sealing it again."""

from collections.abc import Iterator

from tests.builders.changed_packages import Change, Files
from verifier import analysis_tables, office, sample, sample_by_group, tables
from verifier.counting import Count
from verifier.package import Package


class InMemory(Package):
    """The files of a package."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.sizes = {name: len(content) for name, content in files.items()}

    def read(self, name: str) -> bytes:
        return self.files[name]


class Recount:
    """The checks of the tables of a package of which files change."""

    def __init__(self, files: Files) -> None:
        self._package = InMemory(dict(files))
        self._count = Count(self._package)
        self._tables = list(office.tables_of(self._package))

    def wrong(self, table: str, change: Change) -> list[str]:
        """What is wrong with a table after a change of its files; `word` and `excel`: with the files of all tables."""
        before = dict(self._package.files)
        change(self._package.files)
        try:
            return list(self._check(table))
        finally:
            self._package.files = before

    def _check(self, table: str) -> Iterator[str]:
        if table in ("word", "excel"):
            return (office.word if table == "word" else office.excel)(self._package, self._tables)
        if table == "sample":
            return sample.sample(self._package, self._count)
        if table == self._package.sample_by:
            return sample_by_group.sample_by_group(self._package, self._count)
        if table in analysis_tables.names(self._package):
            return analysis_tables.check(self._package, self._count, table)
        return tables.domain(self._package, self._count, table)
