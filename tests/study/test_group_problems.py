"""Codes of groups and words for what is compared: any short text, and former names of keys mean the same."""

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from crosscase.messages.errors import StudyError
from crosscase.running.pipeline import SCHEMA
from crosscase.study import configuration, former_names, group_problems
from crosscase.study.facts import Study
from tests.builders.small_study import STUDY

GROUPS = [{"code": "IE", "name": "Ireland", "iso": "IE"}, {"code": "EN", "name": "England", "iso": "GB"}]


def read(**keys: Any) -> Study:
    """The small study with other keys; None leaves one out."""
    config = {**copy.deepcopy(STUDY), **keys}
    config = {key: value for key, value in config.items() if value is not None}
    return configuration.load(config, SCHEMA, files_exist=False)


def problem(**keys: Any) -> str:
    with pytest.raises(StudyError) as caught:
        read(**keys)
    return str(caught.value)


def of_groups(*codes: object) -> dict[str, Any]:
    """The keys of a study of these groups, of which the exports state nothing."""
    exports: dict[str, Any] = yaml.safe_load(yaml.safe_dump(STUDY["exports"]))
    for export in exports.values():
        del export["country"]
    return {"countries": None, "groups": [*codes], "exports": exports}


def test_a_study_has_the_words_of_its_key_or_its_own() -> None:
    assert (read().compare.one, read().compare.many) == ("country", "countries")
    plain = read(**of_groups("Nord", "Gr. 7")).compare
    assert (plain.one, plain.many, plain.id, plain.heading) == ("group", "groups", "group", "Group")
    own = read(**of_groups("Nord"), compare={"one": "città", "many": "città"}).compare
    assert (own.one, own.many, own.id, own.heading) == ("città", "città", "citta", "Città")
    assert read(**of_groups("Nord"), compare={"one": "city"}).compare.many == "cities"
    assert read(**of_groups("Nord"), compare={"one": "σχολείο"}).compare.id == "group"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20))
def test_a_code_is_any_text_that_can_be_printed(code: str) -> None:
    try:
        study = read(**of_groups(code))
    except StudyError as error:
        assert any(words in str(error) for words in ("nobody sees", "sign of a formula", "head of another column"))
    else:
        assert [(group.code, group.name, group.iso, group.region) for group in study.groups] == [(code, code, "", "")]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (of_groups("Nord", "nord"), "groups: the name 'Nord' means Nord and nord"),
        (of_groups(" Nord"), "groups.0.code: the code ' Nord' begins or ends with a space"),
        (of_groups("A", "a\u00adb"), "groups.1.code: the code 'a\\xadb' contains a sign that nobody sees"),
        (of_groups("=A1"), "groups.0.code: the code '=A1' begins with a sign of a formula"),
        (of_groups("TOTAL"), "groups.0.code: the code 'TOTAL' is the head of another column"),
        (
            {**of_groups("Gesamt"), "output_language": "de"},
            "groups.0.code: the code 'Gesamt' is the head of another column",
        ),
        ({**of_groups("etiqueta"), "output_language": "es"}, "the code 'etiqueta' is the head of another column"),
        ({**of_groups("total"), "output_language": "de"}, "the code 'total' is the head of another column"),
        (of_groups(1), "groups.0: 1 is not a block of keys"),
        (of_groups("x" * 21), "groups.0.code: "),
        ({**of_groups("A"), "compare": {"one": "Code"}}, "compare.one: the word 'Code' is the name of another column"),
        ({**of_groups("A"), "compare": {"one": "role"}}, "compare.one: the word 'role' is the name of another column"),
        ({**of_groups("A"), "compare": {"one": "7"}}, "compare.one: "),
        ({"groups": GROUPS}, "both 'groups' and 'countries' are given"),
        ({"countries": [{**GROUPS[0], "iso": "ie"}]}, "countries.0.iso: "),
        ({"countries": None}, "the key 'groups' is missing"),
    ],
)
def test_what_cannot_be_a_column_is_named(keys: dict[str, Any], words: str) -> None:
    assert words in problem(**keys)


def test_a_code_may_be_a_head_of_another_language_but_not_one_in_the_words_of_the_study(tmp_path: Path) -> None:
    own = tmp_path / "labels.yaml"
    own.write_text("total: Alle\n", encoding="utf-8")
    config = {key: value for key, value in {**STUDY, **of_groups("Gesamt")}.items() if value is not None}
    assert configuration.load(config, SCHEMA, False).groups[0].code == "Gesamt"
    german = {**config, "output_language": "de", "compare": {"one": "city", "many": "cities"}}
    assert configuration.load(german, SCHEMA, False, own).labels == {"total": "Alle"}
    with pytest.raises(StudyError, match="the code 'Alle' is the head of another column"):
        configuration.load({**german, "groups": [{"code": "Alle"}]}, SCHEMA, False, own)


def test_faults_in_the_words_of_a_study_come_with_all_others(tmp_path: Path) -> None:
    own = tmp_path / "labels.yaml"
    own.write_text("totl: Alle\n", encoding="utf-8")
    config = {key: value for key, value in {**STUDY, **of_groups("Total")}.items() if value is not None}
    with pytest.raises(StudyError) as caught:
        configuration.load(config, SCHEMA, False, own)
    assert len(caught.value.problems) == 2


def test_no_head_of_any_language_is_proposed_as_a_code() -> None:
    names = ["Gesamt", "TOTAL", "etichetta", "Label", "Merkmal", "Nord"]
    assert [name for name in names if group_problems.may_be_code(name)] == ["Nord"]


def test_former_names_mean_the_same() -> None:
    exports: dict[str, Any] = yaml.safe_load(yaml.safe_dump(STUDY["exports"]))
    exports["en"] |= {"country": None, "country_from": {"document": "{country}_*"}}
    del exports["en"]["country"]
    gap = {"domain": "helps", "reason": "r"}
    former = read(exports=exports, not_coded=[{"country": "EN", **gap}], severity={"country_conflict": "warning"})
    exports["ie"]["group"] = exports["ie"].pop("country")
    exports["en"]["group_from"] = {"document": "{group}_*"}
    del exports["en"]["country_from"]
    present = read(
        countries=None,
        groups=GROUPS,
        compare=former_names.COUNTRIES,
        exports=exports,
        not_coded=[{"group": "EN", **gap}],
        severity={"group_conflict": "warning"},
    )
    assert former == present


@pytest.mark.parametrize(
    ("former", "keys", "names"),
    [
        (True, {"not_coded": [{"domain": "helps", "reason": "r"}]}, "the key 'country' is missing"),
        (False, {"not_coded": [{"domain": "helps", "reason": "r"}]}, "the key 'group' is missing"),
        (True, {"coded": [{"domain": "helps", "country": "IE", "q": 1}]}, "Known keys: country, domain"),
        (False, {"coded": [{"domain": "helps", "group": "IE", "q": 1}]}, "Known keys: group, domain"),
        (True, {"severity": {"country_conflict": "bad"}}, "severity.country_conflict"),
        (False, {"severity": {"group_conflict": "bad"}}, "severity.group_conflict"),
        (True, {"countries": None}, "the key 'groups' is missing"),  # nothing says which names the study uses
        (True, {"figures": {"group": 3}}, "the key 'group' is not known"),
    ],
)
def test_a_problem_names_keys_as_the_study_has_them(former: bool, keys: dict[str, Any], names: str) -> None:
    others = {} if former else {**of_groups("IE", "EN"), "groups": GROUPS}
    assert names in problem(**{**others, **keys})


def test_both_keys_are_named_as_the_export_has_them() -> None:
    exports: dict[str, Any] = yaml.safe_load(yaml.safe_dump(STUDY["exports"]))
    exports["ie"]["group_from"] = "document_group"
    exports["en"]["country_from"] = "document_group"
    told = problem(exports=exports)
    assert "exports.ie: both `country` and `group_from` are given" in told
    assert "exports.en: both `country` and `country_from` are given" in told


@pytest.mark.parametrize("name", ["country", "group"])
def test_a_pattern_is_shown_as_it_was_written(name: str) -> None:
    exports: dict[str, Any] = yaml.safe_load(yaml.safe_dump(STUDY["exports"]))
    del exports["ie"]["country"]
    exports["ie"]["country_from"] = {"document": f"{{{name}}}_{{{name}}}"}
    told = problem(exports=exports)
    assert f"exports.ie.country_from: {{'document': '{{{name}}}_{{{name}}}'}} is in none of the forms" in told
    assert f"PATTERN with {{{name}}}" in told


def test_the_study_knows_how_it_calls_its_keys() -> None:
    exports: dict[str, Any] = yaml.safe_load(yaml.safe_dump(STUDY["exports"]))
    del exports["ie"]["country"], exports["en"]["country"]
    exports["ie"]["country_from"] = exports["en"]["group_from"] = "document_group"
    of_countries = read(exports=exports, compare={"one": "Land", "many": "Länder"})
    assert of_countries.compare.key == "countries"
    assert {name: export.group_key for name, export in of_countries.exports.items()} == {
        "ie": "country_from",
        "en": "group_from",
    }
    of_schools = read(**of_groups("Nord"), compare=former_names.COUNTRIES)
    assert of_schools.compare.key == "groups"
    assert {export.group_key for export in of_schools.exports.values()} == {"group_from"}
