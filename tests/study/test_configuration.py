"""The configuration: strict, and clear about what is wrong."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from crosscase.messages.errors import StudyError
from crosscase.study import configuration, schema_problems
from crosscase.study.own_labels import labels_of
from tests.builders.projects import ROOT

SCHEMA = ROOT / "workflow/schemas/study.schema.yaml"


@pytest.fixture
def config(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.chdir(ROOT)
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "config/study.yaml").read_text(encoding="utf-8"))
    return loaded


def problems(config: dict[str, Any]) -> str:
    with pytest.raises(StudyError) as error:
        configuration.load(config, SCHEMA)
    return str(error.value)


def test_the_bundled_study_is_whole(config: dict[str, Any]) -> None:
    loaded = configuration.load(config, SCHEMA)
    assert [group.code for group in loaded.groups] == ["CZ", "DE", "EL", "EN", "IT", "NL", "NO", "PL", "PT"]
    assert len(loaded.exports) == 9
    assert loaded.synthetic


def test_a_country_states_its_language_or_several(config: dict[str, Any]) -> None:
    config["countries"][0]["language"], config["countries"][1]["language"] = "ka", ["nl", "fr"]
    loaded = configuration.load(config, SCHEMA)
    assert loaded.languages == {"CZ": ["ka"], "DE": ["nl", "fr"]}
    config["countries"][0]["language"] = "Czech"
    assert "countries.0.language: 'Czech' is in none of the forms that are possible here. ISO 639 code" in problems(
        config
    )


def put(config: dict[str, Any], path: str, value: object) -> None:
    *above, last = path.split(".")
    for key in above:
        config = config[key]
    config[last] = value


@pytest.mark.plain_cases(14)
@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("exports.cz.fromat", "x", "exports.cz: the key 'fromat' is not known. Did you mean 'format'?"),
        ("marks", {"rule": {"participants": 2}}, "Did you mean 'parents'? Known keys: unit, at_least, share,"),
        (
            "figures.depth",
            3,
            "figures: the key 'depth' is not known. Known keys: width_mm, height_mm, titles, values, order,",
        ),
        ("figures.colours", "pinks", "figures.colours: "),
        (
            "figures.colours",
            "#ffd200",
            "figures.colours: white letters on '#ffd200' have a contrast of 1.5, and 4.5 is the least to be read.",
        ),
        (
            "figures.colours",
            ["#7c1d6f", "#eb7f86", "#fde0c5"],
            "'#eb7f86' is not darker than '#7c1d6f': in grey, a higher share would look like a lower one. List the",
        ),
        (
            "figures.colours",
            ["#ffffff", "#7c1d6f"],
            "'#ffffff' cannot be told from white, which means that nobody raised a code. Begin with a darker colour.",
        ),
        ("exports.cz.format", "nvivo", "exports.cz.format: 'nvivo' is not one of"),
        ("exports.cz.country", "XX", "exports.cz.country: 'XX' is not in the list `countries`. Known: CZ, DE"),
        ("exports.pl.country", "PL", "exports.pl: both `country` and `country_from` are given"),
        (
            "exports.cz.columns",
            {"document": "d", "code": "c"},
            "exports.cz: 'columns' needs the format 'tidy'",
        ),
        ("exports.cz.file", "data/raw/no.xlsx", 'exports.cz.file: the file "data/raw/no.xlsx" does not exist'),
        (
            "exports.cz.file",
            "data/raw",
            'exports.cz.file: "data/raw" is a folder, not a file. Give the path of the file',
        ),
        ("codebook", "config", 'codebook: "config" is a folder, not a file. Give the path of the file'),
        ("register", "data/raw/who.csv", 'register: the file "data/raw/who.csv" does not exist'),
        ("key_file", "config/lost.key", 'key_file: the file "config/lost.key" does not exist'),
        ("not_coded", [{"country": "CZ", "domain": "x", "reason": "r"}], "not_coded.0.domain: 'x' is not in the list"),
        ("coded", [{"country": "XX", "domain": "barriers"}], "coded.0.country: 'XX' is not in the list `countries`"),
        (
            "coded",
            [{"country": "NO", "domain": "impacts_on_children_and_families"}],
            "coded.0: NO is declared as coded and as not coded for",
        ),
        ("output_language", "xx", "output_language: 'xx' is not one of cs, de, el, en, es, fr, it, nl, no, pl, pt"),
        ("countries", [{"code": False, "name": "Norway", "iso": "NO"}], "Quote such words."),
        ("title", "", "title: '' is empty"),
        (
            "name_models",
            {"XX": {"kind": "spacy", "path": "m"}},
            "name_models: 'XX' does not have the form that is needed. A code of ISO 639.",
        ),
        (
            "name_models",
            {"cs": {"kind": "bert", "path": "m"}},
            "name_models.cs.kind: 'bert' is not one of spacy, presidio",
        ),
        ("name_models", {"cs": {"kind": "spacy", "path": "/m"}}, "an absolute path would be published"),
        ("name_models", {"cs": {"kind": "spacy"}}, "name_models.cs: the key 'path' is missing"),
        ("marks", {"further": {"study": {"at_least": 9}}}, "marks.further.study: 'study' is the name of a rule under"),
        ("marks", {"further": {"share_10": {"share": 0.9}}}, "marks.further.share_10: 'share_10' is the name of a"),
    ],
)
def test_names_what_is_wrong(config: dict[str, Any], path: str, value: object, words: str) -> None:
    put(config, path, value)
    assert words in problems(config)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "exports:\n  no: {file: x}\n",
            "line 2: YAML does not read the key 'no' as text. Quote it:",
        ),
        ("id: a\nid: b\n", "the key 'id' is defined 2 times"),
        ("- a\n", "it has no keys"),
        ("", "it has no keys"),
        ("a: [\n", "it is not valid YAML"),
    ],
)
def test_what_yaml_would_misread_is_named(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "study.yaml").write_text(text)
    with pytest.raises(StudyError) as error:
        configuration.read(str(tmp_path / "study.yaml"), SCHEMA)
    assert words in str(error.value)


def test_a_group_that_is_listed_twice_is_named(config: dict[str, Any]) -> None:
    config["countries"].append(copy.deepcopy(config["countries"][0]))
    assert "countries: 'CZ' is listed 2 times" in problems(config)


@pytest.mark.parametrize("key", ["title", "exports", "synthetic_note"])
def test_a_missing_key_is_named(config: dict[str, Any], key: str) -> None:
    del config[key]
    assert f"the key '{key}' is missing" in problems(config)


def test_tells_every_problem(config: dict[str, Any]) -> None:
    put(config, "exports.cz.fromat", "x")
    put(config, "exports.de.fromat", "x")
    assert problems(config).count("Did you mean 'format'?") == 2


def test_a_category_has_one_broader_category_or_is_its_own(config: dict[str, Any]) -> None:
    position = configuration.load(config, SCHEMA).sample[0]
    assert position.generalised["Expert"] == "Other positions"
    assert position.generalised["not stated"] == "not stated"
    assert list(position.generalised) == position.categories


@pytest.mark.parametrize(
    ("broader", "words"),
    [
        ({"Others": ["Expert", "Exprt"]}, "sample.position.broader: 'Exprt' is not in the list"),
        ({"A": ["Expert"], "B": ["Expert"]}, "'Expert' is listed 2 times"),
        ({"Expert": ["Civil servant"]}, "'Expert' has the same name as a category that it does not contain"),
        ({"A": []}, "sample.position.broader.A"),
    ],
)
def test_broader_categories_that_do_not_fit_are_named(
    config: dict[str, Any], broader: dict[str, list[str]], words: str
) -> None:
    config["sample"]["position"]["broader"] = broader
    assert words in problems(config)


def test_k_is_three_unless_the_study_says_otherwise(config: dict[str, Any]) -> None:
    config["disclosure"] = {"k": 5}
    assert configuration.load(config, SCHEMA).k == 5
    del config["disclosure"]
    assert configuration.load(config, SCHEMA).k == 3


def test_every_key_of_the_schema_is_described() -> None:
    schema = yaml.safe_load(SCHEMA.read_text(encoding="utf-8"))
    undescribed: list[str] = []

    def walk(node: dict[str, Any], path: Path) -> None:
        for key, value in node.get("properties", {}).items():
            if "description" not in value:
                undescribed.append(str(path / key))
            walk(value, path / key)
            walk(value.get("items", {}), path / key)
            further = value.get("additionalProperties")
            walk(further if isinstance(further, dict) else {}, path / key / "*")

    walk(schema, Path())
    assert undescribed == []


def test_a_name_with_a_line_break_is_not_valid(config: dict[str, Any]) -> None:
    config["id"] = "isotis\n"
    config["exports"]["cz\n"] = config["exports"].pop("cz")
    config["countries"][0]["iso"] = "CZ\n"
    config["domains"][0]["id"] += "\n"
    found = problems(config)
    for name in ("isotis\\n", "cz\\n", "CZ\\n", "facilitating_factors\\n"):
        assert f"'{name}' does not have the form" in found


def test_every_pattern_of_the_schema_refuses_a_line_break_at_its_end() -> None:
    schema = yaml.safe_load(SCHEMA.read_text(encoding="utf-8"))
    patterns = [*_patterns(schema)]
    assert len(patterns) > 8
    for pattern in patterns:
        assert pattern.startswith("^")
        for text in ("a\n", "AB\n", "a-b\n"):
            fits = schema_problems._unfitting(Draft202012Validator({}), pattern, text, {})
            assert list(fits) or "$" not in pattern, pattern


def _patterns(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inside in value.items():
            if key == "pattern" and isinstance(inside, str):
                yield inside
            yield from _patterns(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _patterns(inside)


@pytest.mark.parametrize(
    ("key", "path", "sentence"),
    [
        ("register", "results/people.csv", 'register: "results/people.csv" is in results, where crosscase overwrites'),
        (
            "decisions",
            "data/raw/../processed/d.csv",
            "is in data/processed, where crosscase overwrites",
        ),
        ("decisions", "data/restricted/issues.csv", "is in data/restricted/issues.csv, where crosscase overwrites"),
        ("decisions", "data/restricted/leaks.csv", "is in data/restricted/leaks.csv, where crosscase overwrites"),
        ("codebook", "config/{export}.csv", 'codebook: "config/{export}.csv" contains a brace'),
    ],
)
def test_no_file_of_the_study_is_where_a_build_writes(
    config: dict[str, Any], key: str, path: str, sentence: str
) -> None:
    config[key] = path
    assert sentence in problems(config)


def test_domains_that_would_share_a_table_are_named(config: dict[str, Any]) -> None:
    config["domains"].append({"id": "barriers_tidy", "title": "Tidy"})
    assert "the domain 'barriers_tidy' would have the file names of other results" in problems(config)


def test_a_word_for_what_is_compared_needs_its_plural_in_other_languages(config: dict[str, Any]) -> None:
    config |= {"compare": {"one": "Schule"}, "groups": config.pop("countries"), "output_language": "de"}
    assert "compare: the plural of 'Schule' is missing" in problems(config)
    config["compare"]["many"] = "Schulen"
    assert labels_of(configuration.load(config, SCHEMA))("all_groups") == "alle Schulen"


def test_words_of_the_study_are_read_beside_its_configuration(tmp_path: Path) -> None:
    (tmp_path / "study.yaml").write_text((ROOT / "config/study.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "labels.yaml").write_text("total: Sum\n", encoding="utf-8")
    assert labels_of(configuration.read(str(tmp_path / "study.yaml"), SCHEMA))("total") == "Sum"
    (tmp_path / "labels.yaml").write_text("totl: Sum\n", encoding="utf-8")
    with pytest.raises(StudyError, match="Did you mean 'total'"):
        configuration.read(str(tmp_path / "study.yaml"), SCHEMA)


@pytest.mark.parametrize(
    ("given", "read"),
    [("viridis", ["viridis"]), ("#7a1f5c", ["#7a1f5c"]), (["#fde0c5", "#7C1D6F"], ["#fde0c5", "#7C1D6F"])],
)
def test_colours_are_a_set_or_the_studys_own(config: dict[str, Any], given: object, read: list[str]) -> None:
    config["figures"] = {"colours": given}
    assert configuration.load(config, SCHEMA).figures.colours == read
