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
    if name != "braces":  # every former line is there, in its order
        rest = iter(after.splitlines())
        assert all(line in rest for line in before.splitlines())
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


@pytest.mark.parametrize("name", sorted(TEXTS.keys() - {"bundled"}))
def test_another_file_is_named_in_the_place_of_the_former(name: str) -> None:
    text = StudyText(TEXTS[name].encode())
    text.set_file("a", "data/raw/exports/a_2: new.csv")
    after = text.content().decode()
    assert yaml.safe_load(after)["exports"]["a"]["file"] == "data/raw/exports/a_2: new.csv"
    changed = [pair for pair in zip(TEXTS[name].splitlines(), after.splitlines(), strict=True) if pair[0] != pair[1]]
    assert len(changed) == 1
    assert changed[0][0].partition("file:")[0] == changed[0][1].partition("file:")[0]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20))
def test_any_name_of_a_file_is_read_again(name: str) -> None:
    text = StudyText(TEXTS["comments"].encode())
    try:
        text.set_file("a", name)
        text.add_export("b", {"file": name})
    except StudyError as error:
        assert "Write it into the file yourself" in str(error)
        return
    assert yaml.safe_load(text.content())["exports"]["b"]["file"] == name
