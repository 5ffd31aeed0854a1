"""Where exports state groups, and the groups that are made of what they state. All names are invented."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.starting import countries, group_sources, proposal, proposed_groups, words_for_groups
from crosscase.starting.found import FoundDocument, FoundExport
from crosscase.storage.text_form import fold
from crosscase.study.facts import ExportSettings


def documents(*names: str, **variables: str) -> list[FoundDocument]:
    return [FoundDocument(name, 1, (), variables) for name in names]


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("Poland", "PL"), ("Polska", "PL"), ("polen", "PL"), ("PL", "PL"), ("Ελλάδα", "GR"), ("EL", "GR"),
        ("England", "GB"), ("UK", "GB"), ("Czech Republic", "CZ"), ("Česko", "CZ"), ("Nord", ""), ("", ""),
        ("Czechia", "CZ"), ("Chequia", "CZ"), ("Kosovo", "XK"), ("Turkiye", "TR"), ("espana", "ES"),
        ("Німеччина", "DE"),
        ("Cote d'Ivoire", "CI"), ("Côte d’Ivoire", "CI"), ("United States of America", "US"), ("Bosnia", "BA"),
        ("Republic of Ireland", "IE"), ("Ivory Coast", "CI"), ("North Macedonia", "MK"), ("Narnia", ""),
    ],
)  # fmt: skip
def test_a_country_is_known_by_its_name_in_any_language(name: str, iso: str) -> None:
    assert countries.iso_of(name) == iso


@pytest.mark.parametrize(
    ("found", "by", "expected"),
    [
        ([FoundDocument("a", 1, ("Polska",)), FoundDocument("b", 1, ("Norge",))], "country", "document_group"),
        ([FoundDocument("a", 1, ("Nord",)), FoundDocument("b", 1, ("Nord",))], "", "document_group"),
        ([FoundDocument("a", 1, ("one", "two")), FoundDocument("b", 1, ("one",))], "", None),
        (documents("a", "b", Land="Polska"), "country", {"variable": "Land"}),
        (documents("a", "b", Schule="Nord", Land="Polen"), "school", {"variable": "Schule"}),
        (documents("a", "b", Role="Head"), "", None),
        (documents("PL_01", "PL_02", "Norge 1", "Norge 2"), "", {"document": "{group}*"}),
        (documents("Int DE 1.docx", "Int PL 2.docx"), "country", {"document": "*{group}*"}),
        (documents("Nord_1", "Nord_2", "Sued_1", "Sued_2"), "school", {"document": "{group}*"}),
        (documents("Int01_ID7", "Int02_ID8"), "", None),
        (documents("Talk 1.docx", "Talk 2.odt"), "", None),
        (documents("a", "b", País="Polska"), "países", {"variable": "País"}),
        (documents("Kovacs 1", "Kovacs 2", "Smith 1", "Smith 2"), "family", None),
        (documents("Maria_1", "Maria_2", "Nord_1", "Nord_2"), "", None),
        (documents("Anna", "Ben", "Carla"), "", None),
        ([FoundDocument("Polska 1"), FoundDocument("Norge 2")], "country", {"document": "{group}*"}),
    ],
)
def test_the_best_source_of_groups(found: list[FoundDocument], by: str, expected: object) -> None:
    source = group_sources.best(found, by)
    assert (source.group_from if source else None) == expected


def groups(*spellings: str, isos: Mapping[str, str] | None = None) -> list[tuple[str, str, str, list[str]]]:
    found = proposed_groups.propose(spellings, isos or {}, are_countries=True)
    return list(dict.fromkeys((g.code, g.name, g.iso, tuple(g.also)) for g in found.values()))  # type: ignore[misc]


@pytest.mark.parametrize(
    ("spellings", "expected"),
    [
        (("Polska", "PL", "Norge"), [("PL", "Poland", "PL", ("Polska",)), ("NO", "Norway", "NO", ("Norge",))]),
        (("Polen", "Norwegen"), [("PL", "Polen", "PL", ()), ("NO", "Norwegen", "NO", ())]),  # one language: it stays
        (("England", "Scotland"), [("EN", "England", "GB", ()), ("SCO", "Scotland", "GB", ())]),
        (("Nord", "nord", "Southern School", "Total"), [
            ("Nord", "Nord", "DE", ()), ("SOU", "Southern School", "ZZ", ()), ("TOT", "Total", "ZZ", ())
        ]),
        (("Demo export", "Demo of all"), [("DEM", "Demo export", "ZZ", ()), ("DOA", "Demo of all", "ZZ", ())]),
        (("W1", "W2", "Łąka"), [("W1", "W1", "ZZ", ()), ("W2", "W2", "ZZ", ()), ("Łąka", "Łąka", "ZZ", ())]),
    ],
)  # fmt: skip
def test_groups_have_codes_and_keep_their_names(spellings: tuple[str, ...], expected: object) -> None:
    assert groups(*spellings, isos={"nord": "DE"}) == expected


@given(
    st.lists(st.text(min_size=1).filter(fold), min_size=1, max_size=60, unique_by=fold),
    st.booleans(),
    st.lists(st.sampled_from(["AA", "ab", "A", "B", "GA", "0"])),
)
def test_every_group_has_a_code_of_its_own(spellings: list[str], are_countries: bool, taken: list[str]) -> None:
    found = proposed_groups.propose(spellings, {}, are_countries, taken)
    assert found.keys() == {fold(name) for name in spellings}
    codes = {group.code for group in found.values()}
    assert len(codes) == len({(group.code, group.name) for group in found.values()})
    assert len({*map(fold, codes), *map(fold, taken)}) == len(codes) + len({*map(fold, taken)})
    assert all(
        re.fullmatch("[A-Z]{2,3}|(?=.{2,8}$)[A-Z]+[0-9]+", code) or code in map(str.strip, spellings) for code in codes
    )


def export(name: str, *found: FoundDocument) -> FoundExport:
    from collections import Counter

    return FoundExport(name, f"{name}.xlsx", ExportSettings(name, "maxqda"), "", list(found), [], Counter(), "de")


def proposed(*exports: FoundExport, by: str = "", iso: str = "") -> dict[str, str]:
    found = proposal.propose(exports, by, iso, lambda question, default: default)
    return {item.document.name: item.group.name if item.group else "" for item in found.placed}


def test_an_export_without_groups_is_one_group_if_its_name_says_so() -> None:
    with_groups = export("other", FoundDocument("x", 1, ("Polska",)), FoundDocument("y"))
    assert proposed(with_groups, export("nl", FoundDocument("a", 1))) == {
        "x": "Poland",
        "y": "Poland",
        "a": "Netherlands",
    }
    assert proposed(with_groups, export("en", *documents("EN_1", "EN_2")))["EN_1"] == "EN"
    assert proposed(with_groups, export("third", FoundDocument("a", 1)))["a"] == ""


def test_where_no_export_states_groups_each_is_one() -> None:
    assert proposed(export("North", *documents("a", "b")), export("South", *documents("c", "d"))) == {
        **dict.fromkeys("ab", "North"),
        **dict.fromkeys("cd", "South"),
    }
    assert proposed(export("North", FoundDocument("a", 1))) == {"a": "All participants"}


@pytest.mark.parametrize(
    ("files", "documents_of_each", "by"),
    [
        (("interview_x", "interview_y"), 1, "school"),  # each file is an interview
        (("Maria", "North"), 2, "school"),
        (("Interviews Maria", "Interviews North"), 2, ""),
        (("Lopez", "Smith"), 2, "group"),
    ],
)
def test_a_file_that_may_be_called_like_a_person_gives_no_group_its_name(
    files: tuple[str, ...], documents_of_each: int, by: str
) -> None:
    exports = [export(name, *documents(*(f"{name}{n}" for n in range(documents_of_each)))) for name in files]
    assert {group.name for group in proposal.propose(exports, by, "", lambda _, default: default).groups} <= {
        "All participants",
        "North",
        "Interviews North",
    }


def test_places_are_no_people_where_places_are_compared() -> None:
    exports = [export(name, *documents(f"{name} 1", f"{name} 2")) for name in ("Paris", "London")]
    assert set(proposed(*exports, by="Städte").values()) == {"Paris", "London"}


def test_a_person_says_which_group_an_export_is() -> None:
    exports = [export("North", FoundDocument("a", 1)), export("South", FoundDocument("b", 1))]
    answers = {"North": "Nordschule", "South": "-"}
    found = proposal.propose(
        exports, "school", "AT", lambda question, _: next(answers[n] for n in answers if n in question)
    )
    assert [(group.name, group.iso) for group in found.groups] == [("Nordschule", "AT")]
    assert [item.group.name if item.group else "" for item in found.placed] == ["Nordschule", ""]
    assert not found.guessed
    assert not found.guessed_isos


def test_a_source_is_stated_only_if_reading_it_gives_the_same_groups() -> None:
    names = [FoundDocument(name, 1) for name in ("Nord_1", "Nord_2", "Sued_1", "Sued_2")]
    stated = proposal.propose([export("x", *names)], "school", "", lambda _, default: default).exports[0]
    assert stated.settings.group_from == {"document": "{group}*"}


@pytest.mark.parametrize(
    ("heading", "by", "same"),
    [
        ("País", "país", True), ("PAIS", "country", True), ("Країна", "countries", True), ("Schulen", "Schule", True),
        ("school", "Schulen", True), ("Okul", "school", True), ("Departments", "department", True),
        ("Abteilung", "Abteilungen", True), ("Department", "School", False), ("Weight", "wave", False),
        ("", "x", False),
        ("Country", "", False),
    ],
)  # fmt: skip
def test_a_heading_means_what_is_compared_in_any_language_and_number(heading: str, by: str, same: bool) -> None:
    assert words_for_groups.means(heading, by) is same


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("country", ("country", "countries", False)),
        ("Countries", ("country", "countries", False)),
        ("school", ("school", "schools", False)),
        ("Schule/Schulen", ("Schule", "Schulen", False)),
        ("Schule", ("Schule", "Schules", True)),
        ("", ("", "", False)),
    ],
)
def test_the_words_for_one_and_for_many(by: str, words: tuple[str, str, bool]) -> None:
    assert words_for_groups.one_and_many(by) == words


def test_a_long_name_keeps_its_number_in_its_code() -> None:
    names = [*(f"School {number}" for number in range(98, 103)), "Grammar school 7b", "all_tags_20220303"]
    found = proposed_groups.propose(names, {}, are_countries=False)
    assert [group.code for group in found.values()] == ["S98", "S99", "S100", "S101", "S102", "GS", "AT"]


def test_a_code_may_be_that_of_a_country_where_no_countries_are_compared() -> None:
    found = proposed_groups.propose(["Schule Nord", "Schule Süd"], {}, are_countries=False)
    assert [group.code for group in found.values()] == ["SN", "SS"]
