"""Names with titles or the family name first are searched for like others. All names are invented."""

import pytest

from crosscase.anonymisation import written_names
from crosscase.anonymisation.gazetteer import listed_names
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load

TITLES = (
    *("Dr.", "Dr", "Prof. Dr.", "Prof. Dr. med.", "Frau", "Herr", "Frau Dr.", "Ms", "Sir", "Rev", "Rev."),
    *("Dipl.-Ing.", "Dipl.-Päd.", "Univ.-Prof.", "PhDr."),
)
IN_BOTH_ORDERS = ("Wibke Zumquill", "Zumquill, Wibke", "ZUMQUILL Wibke", "Zumquill Wibke")


def redacted(text: str, *names: str) -> str:
    people = [Person(participant=f"DE-{n}", name=name, group="DE", locator="") for n, name in enumerate(names, 1)]
    redactor = Redactor(listed_names(people, "", {"DE": ("de",)}), Pseudonyms(bytes(32)))
    return redactor.redact(text, Setting(("DE",), (load("de"),))).text


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_no_part_of_a_name(title: str) -> None:
    for name in (f"{title} Wibke Zumquill", f"Zumquill, {title} Wibke", f"Wibke Zumquill, {title}"):
        (bare,) = written_names.readings(name, ("de",))
        assert written_names.given_first(bare) == "Wibke Zumquill"


@pytest.mark.parametrize("name", ["Nana Quissel", "Don Quissel", "Mag. Wibke Quissel"])
def test_what_may_be_a_title_or_a_name_is_both(name: str) -> None:
    assert written_names.readings(name, ("de",)) == [name, name.partition(" ")[2]]


@pytest.mark.parametrize("name", ["Th. Zumquill", "M. Zumquill", "Frau", "Wibke Zumquill"])
def test_a_name_without_a_title_stays_as_it_is(name: str) -> None:
    assert written_names.readings(name, ("de",)) == [name]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("mark", ["WZ:", "W.Z.:", "ZW:"])
def test_initials_are_those_of_a_name_without_its_title(title: str, mark: str) -> None:
    assert redacted(f"{mark} ja", f"{title} Wibke Zumquill").startswith("[PERSON_")


@pytest.mark.parametrize("title", ["Frau", "Dr", "Ms"])
def test_a_title_of_the_register_stays_in_passages(title: str) -> None:
    text = f"Da war {title} und sonst nichts"
    assert redacted(text, f"{title} Zumquill") == text


@pytest.mark.parametrize("name", IN_BOTH_ORDERS)
@pytest.mark.parametrize("mark", ["WZ: ja", "W.Z.: ja", "ZW: ja", "Da war W. Z. auch", "Da war Z. W. auch"])
def test_initials_of_both_orders_are_replaced(name: str, mark: str) -> None:
    assert "[PERSON_" in redacted(mark, name)


def test_some_of_many_initials_are_replaced_in_both_orders() -> None:
    for mark in ("MKQ", "MQ", "QM", "QMK"):
        assert all(redacted(f"{mark}: so", name)[0] == "[" for name in ("Maureen Kay Quag", "Quag, Maureen Kay"))


def test_initials_in_the_order_of_somebodys_name_are_that_persons() -> None:
    alone, both = (redacted("QM: so", *names) for names in (("Quinta Moog",), ("Quinta Moog", "Mia Quag")))
    assert alone == both and alone.startswith("[PERSON_")


def test_a_first_name_stands_before_an_initial_however_the_register_has_it() -> None:
    assert redacted("Da war Wibke Z. auch", "Zumquill, Wibke").count("Z") == 0


def test_a_nickname_stands_before_the_family_name_alone() -> None:
    people = [Person(participant="DE-1", name="Frau Zumquill, Wibke", group="", locator="", nicknames=("Wips",))]
    forms = {one.form for one in listed_names(people, "").identifiers}
    assert "Wips Zumquill" in forms and not any(form.startswith("Wips Frau") for form in forms)
