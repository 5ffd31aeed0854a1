"""Preflight: each export is described before anything is built, without words of an interview. All is invented."""

import shutil
from dataclasses import replace

import pytest

from crosscase.coding.casing import Casing
from crosscase.coding.observations import BESIDE, HAS_CODES, ObservationCounter, ObservationKind
from crosscase.labels import labels
from crosscase.preflight import findings, html
from crosscase.preflight.findings import Findings
from crosscase.storage.schemas import Observation, Participant
from crosscase.study.facts import ExportSettings, Group
from crosscase.study.own_labels import labels_of
from tests.builders.invented_cells import STUDY
from tests.builders.printed_words import others, printed_by, words_of, words_of_language
from tests.builders.projects import Study

GROUPS = [Group("CZ", "Czech Republic", "CZ", ["Česko"]), Group("EL", "Greece", "GR")]
WORDS = labels.of("en", {}, "country", "countries")
GROUPED = ExportSettings("data/raw/x.xlsx", "auto", group_from="document_group")

CODED = (ObservationKind.DOCUMENT, "D-9", 1, "P-1", None)


def observations_of(*observations: tuple[ObservationKind, str, int, str, float | None]) -> list[Observation]:
    tally = ObservationCounter("x")
    tally.add(ObservationKind.FORMAT, "maxqda", detail="it has the headings")
    for kind, name, count, detail, score in observations:
        tally.add(kind, name, count, detail, score)
    return list(tally.rows())


def described(
    *observations: tuple[ObservationKind, str, int, str, float | None], settings: ExportSettings = GROUPED
) -> Findings:
    (found,) = findings.describe(observations_of(*observations), {"x": settings}, GROUPS, WORDS)
    return found


def test_what_is_there_is_counted() -> None:
    found = described(
        (ObservationKind.TOOL, "MAXQDA", 1, "", None),
        (ObservationKind.DOCUMENT, "D-1", 4, "P-1", None),
        (ObservationKind.DOCUMENT, "D-2", 1, "P-1", None),
        (ObservationKind.DOCUMENT, "D-3", 0, "P-2", None),
        (ObservationKind.CODE, "Barriers > Time", 5, "label", None),
        (ObservationKind.CODER, "C-1", 3, "", None),
        (ObservationKind.GROUP, "CZ", 5, "", None),
    )
    assert findings.row(found, WORDS) == (
        "x",
        "MAXQDA",
        "maxqda",
        "2 of 3",
        "2",
        "1",
        "5",
        "1",
        "CZ (document group)",
        "",
    )
    assert found.to_check == []


@pytest.mark.parametrize(
    ("observation", "words"),
    [
        ((ObservationKind.DOCUMENT, "D-1", 2, "", None), "1 document belongs to no participant in the register: D-1"),
        (
            (ObservationKind.DOCUMENT, "D-1", 2, "withdrawn", None),
            "1 document of participants who withdrew, 2 codings left out",
        ),
        ((ObservationKind.CODE, "Tine", 3, "unknown", None), "1 code not in the codebook, 3 codings: “Tine”"),
        ((ObservationKind.CODE, "Time", 3, "ambiguous", None), "1 name that several codes have, 3 codings: “Time”"),
        ((ObservationKind.CODE, "Barriers", 3, "uncodable", None), "1 heading or domain with codings, 3 codings"),
        ((ObservationKind.LEFT_OUT, "Speakers", 3, "", None), "3 codings left out by `leave_out`: “Speakers”"),
        ((ObservationKind.UNSEEN, "Time", 3, "", None), "1 name has a sign that nobody sees, and is compared"),
        ((ObservationKind.GROUP, "Česko", 3, "", None), "“Česko” is read as CZ, 3 codings"),
        ((ObservationKind.GROUP, "Atlantis", 3, "", None), "not one of the study's countries, 3 codings: “Atlantis”"),
        ((ObservationKind.GROUP, "", 3, "", None), "3 codings in documents whose country is not stated"),
        (
            (ObservationKind.REGISTERED, f"DE{BESIDE}Česko", 2, "", None),
            "2 codings of another country than the register's: “Česko” for a participant of DE",
        ),
        ((ObservationKind.OFFSETS, "D-1", 9, "code points", 0.899), "document D-1 do not fit its text well (0.89)"),
        (
            (ObservationKind.CASING, "D-1", 9, "small letters", None),
            "1 document is written in small letters: D-1. Names that no list has cannot be found there: read each",
        ),
        ((ObservationKind.ENCODING, "letters of Czech", 1, "", None), "the encoding was detected: letters of Czech"),
        ((ObservationKind.PASSED_OVER, "PictureSource", 2, "", None), "PictureSource: 2 elements not read"),
    ],
)
def test_what_to_check_is_a_sentence(
    observation: tuple[ObservationKind, str, int, str, float | None], words: str
) -> None:
    (sentence,) = described(CODED, observation).to_check
    assert words in sentence


def test_a_domain_or_heading_without_codings_is_no_unknown_code() -> None:
    found = described(
        CODED,
        (ObservationKind.CODE, "Barriers", 0, "uncodable", None),
        (ObservationKind.CODE, "Barriers > Time", 5, "label", None),
    )
    assert (found.to_check, findings.row(found, WORDS)[5]) == ([], "1")


def test_a_line_of_leave_out_that_leaves_nothing_out_is_told() -> None:
    found = observations_of((ObservationKind.LEFT_OUT, "Memo*", 3, "", None))
    exports = {name: ExportSettings("f", "maxqda", leave_out=["Memo*", "Speker"]) for name in "xy"}
    assert findings.idle_patterns(found, exports, WORDS) == ["`leave_out` has “Speker”, but no coding has such a code"]


def test_a_hidden_name_is_counted_and_its_place_is_named() -> None:
    found = described(
        CODED,
        (ObservationKind.CODE, "[CODE_12345678]", 1, "unknown", None),
        (ObservationKind.CODE, "Tine", 1, "unknown", None),
    )
    shown = "data/restricted/replacements/x.csv shows the hidden names"
    (sentence,) = found.to_check
    assert sentence.startswith(f"2 codes not in the codebook, 2 codings: “Tine” and “[CODE_12345678]”; {shown}. Add a")


@pytest.mark.parametrize(
    ("settings", "group"),
    [
        (ExportSettings("f", "maxqda", group="CZ"), "CZ (the whole export)"),
        (ExportSettings("f", "maxqda"), "from the register only"),
        (ExportSettings("f", "maxqda", group_from={"variable": "Land"}), "EL (variable Land)"),
        (ExportSettings("f", "maxqda", group_from={"document": "{group}_*"}), "EL (document {group}_*)"),
    ],
)
def test_the_origin_of_the_group_is_described(settings: ExportSettings, group: str) -> None:
    assert described((ObservationKind.GROUP, "gr", 1, "", None), settings=settings).group == group


def test_a_participant_without_a_document_is_named_by_the_pseudonym() -> None:
    people = [Participant("P-1", "CZ", [], True), Participant("P-2", "CZ", [], True)]
    assert findings.without_document(observations_of((ObservationKind.DOCUMENT, "D-1", 0, "P-1", None)), people) == [
        "participant P-2"
    ]


def test_the_report_escapes_what_it_shows() -> None:
    found = described((ObservationKind.CODE, "<b>&", 1, "unknown", None))
    page = html.page([found], STUDY, [])
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


def test_where_one_export_cannot_be_read_the_others_are_described(rebuilt_small: Study) -> None:
    (rebuilt_small.folder / "data/raw/exports/ie.csv").write_bytes(b"PK\3\4 and no archive")
    shutil.rmtree(rebuilt_small.folder / "results/preflight")
    run = rebuilt_small.snakemake("preflight")
    assert run.returncode != 0
    assert "data/raw/exports/ie.csv: it is not a workbook" in run.stdout
    described = run.stdout[run.stdout.index("export  tool") :]
    assert "\nen " in described
    assert "\nie " not in described


@pytest.mark.parametrize("language", [language for language in labels.languages() if language != "en"])
def test_the_report_is_in_the_language_of_the_study(language: str) -> None:
    """Every sentence, and no English word but what a reader has noted: on the page it says that it is English."""
    document = ObservationKind.DOCUMENT
    every = [
        CODED,
        *((document, f"D-{n}", 2, detail, None) for n, detail in enumerate(("", "withdrawn", "P-1"))),
        *((ObservationKind.CODE, "Qq", 3, match, None) for match in ("unknown", "ambiguous", "uncodable")),
        *((ObservationKind.GROUP, name, 3, "", None) for name in ("", "Česko", "Qqland")),
        (ObservationKind.REGISTERED, f"EL{BESIDE}Česko", 2, "", None),
        *((ObservationKind.OFFSETS, f"D-{n}", 9, "Qqpoints", 0.5 + n / 10) for n in range(2)),
        *((ObservationKind.CASING, "D-1", 9, how, None) for how in Casing if how != Casing.USUAL),
        (ObservationKind.ENCODING, "Qq", 1, "", None),
        (ObservationKind.PASSED_OVER, "Qq", 2, "", None),
        (ObservationKind.UNSEEN, "Qq", 1, "", None),
        (ObservationKind.LEFT_OUT, "Qq", 1, "", None),
        (ObservationKind.MODEL, "Qq", 1, "0", None),
        *((ObservationKind.UNREAD, "[COLUMN_1]", 1, detail, None) for detail in ("", HAS_CODES)),
    ]
    facts = replace(STUDY, output_language=language)
    words = labels_of(facts)
    found = []
    for settings in (GROUPED, ExportSettings("f", "tidy", group="CZ"), ExportSettings("f", "tidy")):
        found += findings.describe(observations_of(*every), {"x": settings}, GROUPS, words)
    for source in ({"variable": "Qq"}, {"code": "Qq"}, {"document": "Qq"}):
        settings = ExportSettings("f", "tidy", group_from=source)
        found += findings.describe(
            observations_of(CODED, (ObservationKind.GROUP, "", 3, "", None)), {"x": settings}, GROUPS, words
        )
    found += findings.describe(observations_of(), {"x": GROUPED}, GROUPS, words)
    of_study = findings.idle_patterns([], {"x": ExportSettings("f", "tidy", leave_out=["Qq"])}, words)
    own = words_of(
        STUDY, "CZ EL Česko Qq Qqland Qqpoints maxqda tidy MAXQDA xlsx sha COLUMN whole document review columns"
    )
    own |= words_of("some passages")
    own |= words_of("crosscase aliases codable yes leave_out country_from group_from config/study.yaml participant")
    own |= words_of("data/raw/x.xlsx data/restricted/replacements/x.csv")
    assert not others(
        printed_by(html.page(found, facts, ["participant P-3"], of_study)), own, words_of_language(language)
    )
    assert not others(printed_by(html.page([], facts, [])), own, words_of_language(language))
    texts = [
        html.text(found, facts, ["participant P-3"], of_study),
        html.text([], facts, []),
        html.text(found[-1:], facts, []),
    ]
    assert not others(words_of(*texts), own, words_of_language(language))
