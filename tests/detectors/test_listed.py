"""Listed places and organisations are found in their own part alone, and a postcode beside a place. All is invented."""

from dataclasses import replace
from pathlib import Path

import pytest

from crosscase.anonymisation.gazetteer import listed_names
from crosscase.anonymisation.identifiers import names_of_thing
from crosscase.anonymisation.register import Person
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.spans import Setting, without_overlap
from crosscase.languages.official import official_languages
from crosscase.languages.vocabulary import load

LISTED = [  # the country, what is listed, a text with brackets around what is found
    ("NL", "PLACE", "Sint-Gommerskerk", "in [ST. GOMMERSKERK], in [St.-Gommerskerk] en [St Gommerskerk], bij sint"),
    ("DE", "PLACE", "Sankt Quastelia", "in [St. Quastelia] und in [Sankt Quastelia]"),
    ("PT", "PLACE", "São Quintel", "em [S. Quintel] e no [São Quintel]"),
    ("IT", "PLACE", "San Quirnato", "a [S. Quirnato] da ieri"),
    ("CZ", "PLACE", "Svatý Kvěch", "ve [Sv. Kvěchu] a ve [sv. Kvěchu]"),
    ("PL", "PLACE", "Święty Kwiech", "w [Św. Kwiechu] i dalej"),
    ("GB", "PLACE", "Saint Quillow", "at [St Quillow] and [St. Quillow]'s"),
    ("PT", "PLACE", "Quinta da Bica Fria", "da [Bica Fria] até à quinta e à bica"),
    ("PT", "ORGANISATION", "Centro Comunitário Moinho Azul", "do [Moinho Azul], mas o Centro e o moinho fecham"),
    ("IT", "ORGANISATION", "Cooperativa Il Girandolo", "con [il Girandolo], non con la Cooperativa"),
    ("IT", "ORGANISATION", "Associazione Spondanova", "da [Spondanova] arriva l'Associazione"),
    ("DE", "ORGANISATION", "Verein Brückenkopf", "der Verein hat einen Brückenkopf"),
    ("GB", "ORGANISATION", "Hexbourne Vale Primary School", "at [Hexbourne] there is a Primary School"),
    ("IT", "PLACE", "Ala", "[38061] [Ala], fermo posta"),
    ("DE", "PLACE", "Quirnrode", "ist [37889] [Quirnrode] nicht, und 12 [Quirnrode] auch nicht"),
    ("CZ", "PLACE", "Kvěchov", "jen [38219] [Kvěchov] a [Kvěchov] [382 19]"),
    ("PL", "PLACE", "Kwiechowo", "wpisał [87 213] [Kwiechowo] i [37418] [Kwiechowo]"),
    ("NO", "PLACE", "Kvistmo", "i 2015 [Kvistmo], med [4230] [Kvistmo]"),
    ("GR", "PLACE", "Λιθαρούσα", "έγραφε [Λιθαρούσα] [35 416] και [Λιθαρούσα], [57318], χθες"),
    ("NL", "PLACE", "Kwistveen", "schreef [5873 nd] [Kwistveen]"),
]


@pytest.mark.parametrize("case", LISTED, ids=lambda case: f"{case[2]}: {case[3]}")
def test_a_listed_name_is_found_by_its_own_part(case: tuple[str, str, str, str]) -> None:
    region, kind, name, marked = case
    spoken = official_languages(region)[:1]
    text = marked.replace("[", "").replace("]", "")
    names = ListedNames([replace(part, languages=spoken) for part in names_of_thing(kind, name, spoken)], {})
    found = without_overlap(text, names.find(text, Setting((region,), tuple(map(load, spoken)))))
    for span in reversed(found):
        text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
    assert text == marked


def test_a_name_without_a_country_is_declined_as_the_participants_of_the_export_do(tmp_path: Path) -> None:
    (tmp_path / "identifiers.csv").write_text("type,value\nplace,Kvistkov\n", encoding="utf-8")
    people = [
        Person(locator="row", participant="P1", name="Ada Quillow", group="GB", export="en"),
        Person(locator="row", participant="P2", name="Eva Kvěchová", group="CZ", export="cz"),
    ]
    spoken = {"GB": ("en",), "CZ": ("cs",)}
    by_export = {
        export: {
            name.languages
            for name in listed_names(people, str(tmp_path / "identifiers.csv"), spoken, export).identifiers
            if name.form == "Kvistkov"
        }
        for export in ("cz", "en", "")
    }
    assert by_export == {"cz": {("cs",)}, "en": {("en",)}, "": {("cs", "en")}}


def test_an_ordinary_english_word_of_a_listed_name_stays_in_another_language() -> None:
    """A list without countries gives its names the languages of the export; the team has coded a translation."""
    listed = [
        replace(form, languages=("cs",))
        for name in ("Larkspur Family Hub", "Quillgate Trust")
        for form in names_of_thing("ORGANISATION", name, ("cs",))
    ]
    names = ListedNames(listed, {})
    czech = Setting(("CZ",), (load("cs"),))
    assert list(names.find("the trust that the family needs, and other family problems", czech)) == []
    assert [span.doubt for span in names.find("the Larkspur said", czech)] == [""]
