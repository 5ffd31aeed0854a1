"""Changes of study.yaml: what a person has written stays, byte for byte. All names are invented."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from crosscase.messages.errors import StudyError
from crosscase.study.study_edits import StudyText
from tests.builders.projects import ROOT

NEW = {"file": "data/raw/exports/x.xlsx", "format": "maxqda", "group": "NO", "columns": {"document": "Doc: name"}}
TEXTS = {
    "bundled": (ROOT / "config/study.yaml").read_text(encoding="utf-8"),
    "comments": "# first\nexports:\n  a:  # of Anna's team\n    file: a.csv  # old\n    format: tidy\n\n  # the end\n\n"
    "id: x\ngroups:\n  - {code: A}  # one\n  # more\ndomains: []\n",
    "braces": "exports: {a: {file: a.csv, format: tidy}}  # all\ngroups: [{code: A}, {code: B}]\n",
    "last": "groups:\n- code: A\n  name: Aa\nexports:\n    a:\n        file: 'a.csv'\n        columns: {document: D}",
    "block text": "groups:\n- code: A\n  name: >-\n    A long\n    name\n"
    "exports:\n  a:\n    file: a.csv\n    note: |\n      one\n      two\n",
    "windows": "groups:\r\n- code: A\r\nexports:\r\n  a:\r\n    file: a.csv\r\n",
    "mixed ends": "groups:\r\n- code: A\nexports:\r\n  a:  # one\n    format: tidy\r\n    file: a.csv\n# e\r\n",
    "no end": "groups:\r\n- code: A\r\nexports:\n  a:\n    format: tidy\r\n    file: a.csv",
    "mark": "\ufeffgroups:\n- code: A\nexports:\n  a:\n    file: a.csv\n",
}


def key_of(text: str) -> str:
    return "countries" if "countries:" in text else "groups"


@pytest.mark.parametrize("name", TEXTS)
def test_an_export_and_a_group_are_added_and_nothing_else_changes(name: str) -> None:
    before = TEXTS[name]
    text = StudyText(before.encode())
    text.add_export("new_1", NEW)
    text.add_group({"code": "ZZ", "name": "No: where"})
    after = text.content().decode()
    old, new = yaml.safe_load(before), yaml.safe_load(after)
    assert new["exports"] == {**old["exports"], "new_1": NEW}
    assert new[key_of(before)] == [*old[key_of(before)], {"code": "ZZ", "name": "No: where"}]
    assert {key: new[key] for key in new if key not in ("exports", key_of(before))} == {
        key: old[key] for key in old if key not in ("exports", key_of(before))
    }
    assert ("\r\n" in before) == ("\r\n" in after)
    assert before.startswith("\ufeff") == after.startswith("\ufeff")
    if name != "braces":  # every former line is there, in its order and with its end
        rest = iter(after.splitlines(keepends=True))
        lines = before.splitlines(keepends=True)
        assert all(line in rest for line in lines[:-1])
        assert any(line.startswith(lines[-1]) for line in rest)
    else:
        assert after == (
            "exports: {a: {file: a.csv, format: tidy}, new_1: {file: data/raw/exports/x.xlsx, format: maxqda, group: "
            "'NO', columns: {document: 'Doc: name'}}}  # all\n"
            "groups: [{code: A}, {code: B}, {code: ZZ, name: 'No: where'}]\n"
        )


def test_a_new_export_lies_below_the_last_one_and_above_what_follows() -> None:
    text = StudyText(TEXTS["comments"].encode())
    text.add_export("b", {"file": "b.csv"})
    below = "    format: tidy\n  b:\n    file: b.csv\n\n  # the end"
    assert below in text.content().decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{a: {file: a}, }", "{a: {file: a}, b: {file: b}}"),
        ("{a: {file: a},}", "{a: {file: a}, b: {file: b}}"),
        ("{\n  a: {file: a},\n}", "{\n  a: {file: a}, b: {file: b}}"),
        ("{}", "{b: {file: b}}"),
    ],
)
def test_a_comma_behind_the_last_export_in_braces_is_no_obstacle(before: str, after: str) -> None:
    text = StudyText(f"exports: {before}  # all\n".encode())
    text.add_export("b", {"file": "b"})
    assert text.content().decode() == f"exports: {after}  # all\n"


@pytest.mark.parametrize("form", ["exports:\n- a\n", "exports: &all\n", "exports: [a\n"])
def test_a_file_of_another_form_is_left_as_it_is(form: str) -> None:
    text = StudyText(form.encode())
    for change in (text.add_export, text.change_export):
        with pytest.raises(StudyError, match="Write it into the file yourself"):
            change("a", {"file": "b"})
    assert text.content() == form.encode()


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("a:\n    file: x\n    sheet: S  # old\n# end\n", {"sheet": None}, "a:\n    file: x\n# end\n"),
        ("a:\n    sheet: S\n    file: x\n", {"sheet": None}, "a:\n    file: x\n"),
        ("a: {file: x, sheet: S, separator: '>'}\n", {"sheet": None}, "a: {file: x, separator: '>'}\n"),
        ("a: {sheet: S, file: x}\n", {"sheet": None}, "a: {file: x}\n"),
        ("a: {file: x}\n", {"sheet": "T, 2", "header_row": 3}, "a: {file: x, sheet: 'T, 2', header_row: 3}\n"),
        ("a:\r\n    file: x\r\n", {"file": "y", "sheet": "T"}, "a:\r\n    file: y\r\n    sheet: T\r\n"),
        ("a:\n    file: x  # one\n", {"file": "x", "sheet": None}, "a:\n    file: x  # one\n"),
    ],
)
def test_keys_of_an_export_are_changed_added_and_removed(before: str, keys: dict[str, object], after: str) -> None:
    text = StudyText(f"exports:\n  {before}id: x\n".encode())
    text.change_export("a", keys)
    assert text.content().decode() == f"exports:\n  {after}id: x\n"


@pytest.mark.parametrize("name", sorted(TEXTS.keys() - {"bundled"}))
def test_another_file_is_named_in_the_place_of_the_former(name: str) -> None:
    text = StudyText(TEXTS[name].encode())
    text.change_export("a", {"file": "data/raw/exports/a_2: new.csv"})
    after = text.content().decode()
    assert yaml.safe_load(after)["exports"]["a"]["file"] == "data/raw/exports/a_2: new.csv"
    changed = [
        pair for pair in zip(TEXTS[name].splitlines(True), after.splitlines(True), strict=True) if pair[0] != pair[1]
    ]
    assert len(changed) == 1
    assert changed[0][0].partition("file:")[0] == changed[0][1].partition("file:")[0]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20))
def test_any_name_of_a_file_is_read_again(name: str) -> None:
    text = StudyText(TEXTS["comments"].encode())
    try:
        text.change_export("a", {"file": name})
        text.add_export("b", {"file": name})
    except StudyError as error:
        assert "Write it into the file yourself" in str(error)
        return
    assert yaml.safe_load(text.content())["exports"]["b"]["file"] == name
