"""Preflight: each export is described before anything is built, without words of an interview. All is invented."""

import shutil

import pytest

from crosscase import preflight
from crosscase.preflight import Findings, pages
from crosscase.schemas import Participant, Sighting
from crosscase.sightings import Aspect, Tally
from crosscase.study import Country, ExportSettings
from tests.conftest import Study

COUNTRIES = [Country("CZ", "Czech Republic", "CZ", ["Česko"]), Country("EL", "Greece", "GR")]
GROUPED = ExportSettings("data/raw/x.xlsx", "auto", country_from="document_group")


def seen(*sightings: tuple[Aspect, str, int, str, float | None]) -> list[Sighting]:
    tally = Tally("x")
    tally.add(Aspect.FORMAT, "maxqda", detail="it has the headings")
    for aspect, name, count, detail, score in sightings:
        tally.add(aspect, name, count, detail, score)
    return list(tally.rows())


def findings(*sightings: tuple[Aspect, str, int, str, float | None], settings: ExportSettings = GROUPED) -> Findings:
    (found,) = preflight.describe(seen(*sightings), {"x": settings}, COUNTRIES)
    return found


def test_what_is_there_is_counted() -> None:
    found = findings(
        (Aspect.TOOL, "MAXQDA", 1, "", None),
        (Aspect.DOCUMENT, "D-1", 4, "P-1", None),
        (Aspect.DOCUMENT, "D-2", 1, "P-1", None),
        (Aspect.DOCUMENT, "D-3", 0, "P-2", None),
        (Aspect.CODE, "Barriers > Time", 5, "label", None),
        (Aspect.CODER, "C-1", 3, "", None),
        (Aspect.COUNTRY, "CZ", 5, "", None),
    )
    assert preflight.row(found) == ("x", "MAXQDA", "maxqda", "2 of 3", "2", "1", "5", "1", "CZ (document group)", "")
    assert found.to_look_at == []


@pytest.mark.parametrize(
    ("sighting", "told"),
    [
        ((Aspect.DOCUMENT, "D-1", 2, "", None), "1 source of nobody in the register: D-1"),
        ((Aspect.DOCUMENT, "D-1", 2, "withdrawn", None), "1 source of people who withdrew, 2 codings left out"),
        ((Aspect.CODE, "Tine", 3, "unknown", None), "1 code not in the codebook, 3 codings: “Tine”"),
        ((Aspect.COUNTRY, "Česko", 3, "", None), "“Česko” is understood as CZ, 3 codings"),
        ((Aspect.COUNTRY, "Atlantis", 3, "", None), "no country of the study: “Atlantis”, 3 codings"),
        ((Aspect.COUNTRY, "", 3, "", None), "3 codings of documents of which it tells no country"),
        ((Aspect.OFFSETS, "D-1", 9, "code points", 0.899), "source D-1 fit its text badly (0.89)"),
        ((Aspect.ENCODING, "letters of Czech", 1, "", None), "its encoding was found out: letters of Czech"),
        ((Aspect.PASSED_OVER, "PictureSource", 2, "", None), "not read: PictureSource, 2 in number"),
    ],
)
def test_what_a_person_should_look_at_is_said(sighting: tuple[Aspect, str, int, str, float | None], told: str) -> None:
    (sentence,) = findings(sighting).to_look_at
    assert told in sentence


def test_a_code_in_the_words_of_an_interview_is_counted_not_shown() -> None:
    words = "“we never had the time to meet, not once”"
    found = findings((Aspect.CODE, words, 1, "unknown", None), (Aspect.CODE, "long " * 20, 1, "unknown", None))
    assert found.to_look_at == ["2 codes not in the codebook, 2 codings: 2 in the words of interviews"]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (ExportSettings("f", "maxqda", country="CZ"), "CZ (the whole export)"),
        (ExportSettings("f", "maxqda"), "from the register alone"),
        (ExportSettings("f", "maxqda", country_from={"variable": "Land"}), "EL (variable Land)"),
        (ExportSettings("f", "maxqda", country_from={"document": "{country}_*"}), "EL (document {country}_*)"),
    ],
)
def test_where_the_country_came_from_is_said(settings: ExportSettings, told: str) -> None:
    assert findings((Aspect.COUNTRY, "gr", 1, "", None), settings=settings).country == told


def test_a_participant_whom_no_export_has_is_told_by_the_row_of_the_register() -> None:
    people = [Participant("P-1", "CZ", [], True, "row 2"), Participant("P-2", "CZ", [], True, "row 3")]
    assert preflight.unheard(seen((Aspect.DOCUMENT, "D-1", 0, "P-1", None)), people) == ["row 3"]


def test_the_report_escapes_what_it_shows() -> None:
    found = findings((Aspect.CODE, "<b>&", 1, "unknown", None))
    page = pages.page([found], [], "Study", "")
    assert "<b>" not in page
    assert "&lt;b&gt;&amp;" in page


def test_the_bundled_study_is_described(built: Study) -> None:
    text = built.text("results/preflight/exports.txt")
    assert len([line for line in text.splitlines() if line[:3] in ("cz ", "de ", "el ", "pl ", "pt ")]) == 5
    assert "no export has a document" not in text
    (italian,) = [line.split() for line in text.splitlines() if line.startswith("it ")]
    assert italian[4:7] == ["10", "of", "11"]  # one participant was interviewed and never coded
    assert "Synthetic" in text
    page = built.text("results/preflight/exports.html")
    assert page.count('<th scope="row">') == 9
    assert "<script" not in page


def test_where_one_export_cannot_be_read_the_others_are_described(rebuilt: Study) -> None:
    raw = rebuilt.folder / "data/raw/exports/pl.xlsx"
    raw.write_bytes(raw.read_bytes()[:500])
    shutil.rmtree(rebuilt.folder / "results/preflight")
    run = rebuilt.snakemake("preflight")
    assert run.returncode != 0
    assert "data/raw/exports/pl.xlsx: it is not a workbook" in run.stdout
    described = run.stdout[run.stdout.index("export  tool") :]
    assert "\nde " in described
    assert "\npl " not in described
