"""docs/api.md: its examples give what it says, and its tables are those of the columns."""

import doctest
import inspect
from collections.abc import Iterator
from typing import get_args, get_origin

import pytest

from crosscase.notebooks.results import COLUMNS, Results
from crosscase.storage import table_columns
from crosscase.storage.table_columns import NamedColumn
from tests.builders.projects import ROOT, Study

DOCUMENT = ROOT / "docs/api.md"
MARK = "<!-- Written from the descriptions of the columns: pytest tests/notebooks --rewrite-expected -->\n"
HEAD = "| column | type | what it holds | unit |\n| --- | --- | --- | --- |\n"


def type_of(column: NamedColumn) -> str:
    """The type of a column in a frame."""
    if get_origin(column.type) is list:
        return f"list of {get_args(column.type)[0].__name__}"
    if column.about.values:
        return "category"
    return {int: "Int64", float: "float64", bool: "bool", str: "str"}[column.type]


def described() -> Iterator[str]:
    """The frames in the order of the class, each with a table of its columns."""
    for name in vars(Results):
        if name in COLUMNS:
            first = (inspect.getdoc(getattr(Results, name)) or "").splitlines()[0]
            yield f"\n### `{name}()`\n\n{first}\n\n{HEAD}"
            for column in COLUMNS[name]:
                cells = [f"`{column.name}`", type_of(column), table_columns.sentence(column), column.about.unit]
                yield f"| {' | '.join(cells)} |\n"


def test_the_examples_give_what_they_say(built: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built.folder)
    found = doctest.testfile(str(DOCUMENT), module_relative=False, encoding="utf-8")
    assert found.attempted > 10
    assert found.failed == 0


def test_the_tables_are_those_of_the_columns(pytestconfig: pytest.Config) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    by_hand, _, written = text.partition(MARK)
    if pytestconfig.getoption("rewrite_expected"):
        DOCUMENT.write_text(by_hand + MARK + "".join(described()), encoding="utf-8")
    else:
        assert written == "".join(described())
