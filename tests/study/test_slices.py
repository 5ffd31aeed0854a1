"""The slices of a study that the rules hand to their scripts."""

import ast
import pickle

import pytest

from crosscase.running.pipeline import SCHEMA
from crosscase.study import configuration, slices
from crosscase.study.facts import Study
from tests.builders.projects import ROOT


@pytest.fixture
def study(monkeypatch: pytest.MonkeyPatch) -> Study:
    monkeypatch.chdir(ROOT)
    return configuration.read("config/study.yaml", SCHEMA)


def test_a_slice_of_all_fields_is_the_study(study: Study) -> None:
    assert slices.restore(slices.take(study, *Study.__dataclass_fields__)) == study


def test_a_slice_is_plain_data_that_snakemake_can_record_and_compare(study: Study) -> None:
    plain = slices.take(study, *Study.__dataclass_fields__)
    assert ast.literal_eval(repr(plain)) == plain
    assert slices.restore(pickle.loads(pickle.dumps(plain))) == study


def test_of_the_exports_a_step_may_get_its_own_only(study: Study) -> None:
    plain = slices.take(study, "domains", export="cz")
    assert plain.keys() == {"domains", "exports"}
    assert slices.restore(plain).exports == {"cz": study.exports["cz"]}


def test_a_field_that_was_not_handed_over_is_named(study: Study) -> None:
    given = slices.restore(slices.take(study, "groups"))
    assert given.groups == study.groups
    with pytest.raises(AttributeError, match=r"not given the study's 'k': add it to the rule's study_slice\(\)"):
        _ = given.k
    with pytest.raises(AttributeError, match=r"^mistyped$"):
        _ = given.mistyped  # type: ignore[attr-defined]


def test_a_rule_cannot_take_what_no_study_has(study: Study) -> None:
    with pytest.raises(AttributeError, match="mistyped"):
        slices.take(study, "mistyped")
