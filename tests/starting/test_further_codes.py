"""The codes of a further export that the codebook lacks. All codes are invented."""

from collections import Counter
from collections.abc import Sequence

from crosscase.codebooks.listed import ListedCode, key
from crosscase.coding.codebook import SEPARATOR, Codebook, ambiguities
from crosscase.starting import further_codes
from crosscase.starting.found import FoundExport
from crosscase.starting.further_codes import FurtherCodes
from crosscase.storage.schemas import CodebookEntry
from crosscase.study.facts import Domain, ExportSettings

DOMAINS = [Domain("barriers", "Barriers"), Domain("helps", "Helps")]
STAFF = CodebookEntry("staff", "barriers", "Staff", "", "", ["Staff"], True, [])
TIME = CodebookEntry("time", "barriers", "Lack of time", "", "staff", ["Staff", "Lack of time"], True, ["Zeit"])
TRUST = CodebookEntry("trust", "helps", "Trust", "", "", ["Trust"], True, [])
ENTRIES = [STAFF, TIME, TRUST]


def found(
    *paths: str,
    answer: str = "later",
    entries: Sequence[CodebookEntry] = ENTRIES,
    domains: Sequence[Domain] = DOMAINS,
    used: str = "Trust",
) -> FurtherCodes:
    """What the codebook lacks for an export with a coding of each of these paths, in this order.

    `used` is another code that it has. The other exports of the study have it, too.
    """
    split = [tuple(path.split(SEPARATOR)) for path in paths]
    known = [tuple(used.split(SEPARATOR))] * 2
    codes = [ListedCode(path, "", None, "", listed=False) for path in split]
    export = FoundExport("x", "x.csv", ExportSettings("x.csv", "tidy"), "", [], codes, Counter([*known, *split]))
    made = further_codes.find([export], entries, domains, lambda: {key(known[0])}, lambda _, default: answer or default)
    assert made.book.resolve(known[0])[1] == Codebook(entries, domains).resolve(known[0])[1]
    book = made.book
    assert not list(ambiguities("", made.entries, made.domains))
    labels = {entry.code: (entry.label, *entry.aliases) for entry in made.entries}
    for path in split:
        code = book.resolve(path)[1]
        assert (code is None) == (SEPARATOR.join(path) in made.refused)
        assert code is None or {path[-1], SEPARATOR.join(path)}.intersection(labels[code])
    return made


def rows(made: FurtherCodes) -> dict[str, tuple[str, str, str, bool]]:
    """Domain, label, parent and whether it can be coded, of each new row."""
    new = [entry for entry in made.entries if entry.code not in {known.code for known in ENTRIES}]
    return {entry.code: (entry.domain, entry.label, entry.parent, entry.codable) for entry in new}


def test_a_new_code_lies_where_its_path_says() -> None:
    assert rows(found("Barriers > Rain")) == {"rain": ("barriers", "Rain", "", True)}
    assert rows(found("Staff > Rain")) == {"rain": ("barriers", "Rain", "staff", True)}
    assert rows(found("Helps > Weather > Sun")) == {
        "weather": ("helps", "Weather", "", False),
        "sun": ("helps", "Sun", "weather", True),
    }


def test_a_code_without_a_place_lies_in_the_domain_of_most_codings_and_a_person_is_asked() -> None:
    made = found("Rain")
    assert rows(made) == {"rain": ("helps", "Rain", "", True)}
    assert made.decide["rain"].endswith("Is it in the right domain?")


def test_a_level_that_is_coded_itself_later_is_a_code() -> None:
    made = found("Helps > Weather > Sun", "Helps > Weather")
    assert rows(made) == {"weather": ("helps", "Weather", "", True), "sun": ("helps", "Sun", "weather", True)}


def test_a_near_name_becomes_an_alias_or_not_as_a_person_says() -> None:
    asked = found("Staff > Lack of tme", "Trusst")
    assert rows(asked) == {}
    assert {entry.code: entry.aliases for entry in asked.entries} == {
        "staff": [],
        "time": ["Zeit", "Lack of tme"],
        "trust": ["Trusst"],
    }
    assert asked.decide.keys() == {"time", "trust"}
    assert found("Trusst", answer="yes").decide == {}
    assert rows(found("Trusst", answer="no")) == {"trusst": ("helps", "Trusst", "", True)}


def test_the_name_of_an_alias_is_not_taken_for_another_code() -> None:
    made = found("Helps > Zeit", "Rain")
    assert (made.refused, list(rows(made))) == (["Helps > Zeit"], ["rain"])


def test_an_export_of_another_codebook_asks_nothing_about_each_code() -> None:
    made = found("Helps > A", "Helps > B", "Helps > C")
    assert (len(made.new), made.decide) == (3, {})


def test_codes_of_another_codebook_without_a_place_make_no_domain_look_coded() -> None:
    made = found("A", "B", "Weather > Sun")
    assert [(title, path) for title, path in made.new] == [("Codes", "A"), ("Codes", "B"), ("Codes", "Weather > Sun")]
    assert made.domains == [*DOMAINS, Domain("codes", "Codes")]
    again = found("C", "D", "E", entries=made.entries, domains=made.domains)
    assert again.domains == made.domains
    assert found("Helps > A", "Barriers > B", "Staff > C").domains == DOMAINS


def test_a_code_by_which_a_name_in_an_export_would_mean_two_is_refused() -> None:
    made = found("Barriers > Trust", "Barriers > Trust > In schools", "Rain")
    assert (made.refused, list(rows(made))) == (["Barriers > Trust", "Barriers > Trust > In schools"], ["rain"])
    assert [*rows(found("Barriers > Trust", used="Helps > Trust"))] == ["barriers_trust"]


def test_questions_about_one_code_stand_beside_it_together() -> None:
    made = found("Trusst", "Truust")
    questions = made.decide["trust"]
    assert ("“Trusst”" in questions, "“Truust”" in questions) == (True, True)
