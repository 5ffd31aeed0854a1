"""The trace of each cell: it counts what the cell counts, and leads to the place in the raw file."""

import csv
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase import cli
from crosscase.coding import cell_codings
from crosscase.explain import addresses, explanations
from crosscase.explain.addresses import CellAddress, SampleAddress
from crosscase.messages.errors import StudyError
from crosscase.provenance import proofs
from crosscase.storage import files
from crosscase.storage.schemas import Cell, CellCoding, CodebookEntry, Participant, SampleCount, Segment, State
from crosscase.study import study_folder
from crosscase.tables.domain_tables import SUPPRESSED, TOTAL
from tests.builders import counted_mentions, invented_cells
from tests.builders.invented_cells import with_unknown
from tests.builders.plain_runs import covering, repeats
from tests.builders.projects import ROOT, Study
from tests.reconstruction import retraced

WORDS = st.sampled_from(["yes", "no", None])
OTHER = "Other positions"
MANAGER = "Manager/director/principal"
CODES = {"time": "barriers", "reach": "impacts"}


@st.composite
def segments(draw: st.DrawFn) -> list[Segment]:
    """Valid segments of few people in few places, so that passages are shared."""
    found = []
    for number in range(draw(st.integers(0, 25))):
        person, export = draw(st.sampled_from(["P-1", "P-2"])), draw(st.sampled_from(["a", "b"]))
        code, start = draw(st.sampled_from(sorted(CODES))), draw(st.sampled_from([None, 0, 9]))
        coder, words = draw(st.sampled_from(["C-1", "C-2", None])), draw(WORDS)
        places = (start, None if start is None else start + 3, words)
        group = {"P-1": "CZ", "P-2": "NO"}[person]
        found.append(Segment(f"s{number}", export, f"D-{person}", person, group, CODES[code], code, coder, *places))
    return found


@given(segments())
def test_a_trace_counts_what_the_mentions_count(found: list[Segment]) -> None:
    rows = cell_codings.list_codings(found)
    passages = {(row.export, row.participant, row.group, row.domain, row.code, row.passage) for row in rows}
    assert Counter(key[:5] for key in passages) == {
        (m.export, m.participant, m.group, m.domain, m.code): m.segments for m in counted_mentions.count(found)
    }
    assert sorted(row.segment_id for row in rows) == sorted(segment.segment_id for segment in found)
    first = [(row.domain, row.code, row.group, row.participant) for row in rows]
    assert first == sorted(first)


def table(path: Path) -> list[tuple[str, str]]:
    """The ids and places of an export, as the team's folder has them."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [(row["id"], row["place"]) for row in csv.DictReader(stream)]


@pytest.fixture(scope="module")
def again() -> dict[tuple[str, str, str], retraced.Cell]:
    """Every cell of the bundled study, from the raw files by other code."""
    return retraced.retrace(ROOT)


def test_every_cell_is_derived_again_from_the_raw_exports(
    built: Study, again: dict[tuple[str, str, str], retraced.Cell]
) -> None:
    rows = defaultdict(set)
    true_places = dict(row for path in built.folder.glob("data/restricted/places/*.csv") for row in table(path))
    for r in files.read_rows(built.folder / "results/provenance/cell_codings.parquet", CellCoding):
        places = (r.document, (r.start, r.end), r.coder, true_places[r.segment_id])
        rows[r.domain, r.code, r.group].add((r.participant, r.export, r.segment_id, *places))
    cells = list(files.read_rows(built.folder / "results/cells/cells.parquet", Cell))
    assert len(cells) == 31 * 9
    for cell in cells:
        place = (cell.domain, cell.code, cell.group)
        expected = again.get(place, retraced.Cell())
        assert rows[place] == expected.codings
        counted = (len(expected.participants), len(expected.segments))
        assert (cell.participants or 0, cell.segments or 0) == counted
        assert cell.state == State.NOT_CODED or (cell.state == State.PRESENT) == bool(expected.codings)


@pytest.fixture
def explained(
    built: Study, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[str], str]:
    """What the command prints of a cell, run in the folder of the study."""
    monkeypatch.chdir(built.folder)

    def run(cell: str) -> str:
        assert cli.main(["trace", cell]) == cli.DONE
        return capsys.readouterr().out

    return run


def test_the_command_tells_cells_at_random_as_the_raw_exports_have_them(
    built: Study, explained: Callable[[str], str], again: dict[tuple[str, str, str], retraced.Cell]
) -> None:
    steps = files.read_json(built.folder / "results/provenance/steps.json")
    for domain, code, group in random.Random(2026).sample(sorted(again), repeats(4, 12)):
        cell = again[domain, code, group]
        text = explained(f"{domain}/{code}/{group}")
        assert f"participants    {len(cell.participants)} of " in text
        codings = f"{len(cell.codings)} coding{'' if len(cell.codings) == 1 else 's'}"
        assert f"segments        {len(cell.segments)}, from {codings}; codings of" in text
        assert set(re.findall(r"^  (P-\w+)$", text, re.MULTILINE)) == cell.participants
        assert text.count(", at ") == len(cell.codings)
        for who, export, identifier, document, span, coder, locator in cell.codings:
            place = "place not stated" if span[0] is None else f"{span[0]} to {span[1]} in the tool's units"
            line = rf"{who}, segment \d+: {code}, {place}, document {document}, coder {coder}, id {identifier}, at "
            assert re.search(line + re.escape(locator) + "$", text, re.MULTILINE)
            assert f"export {export}, {steps['exports'][export]}" in text
        for word in (*steps["libraries"], steps["code_sha256"], steps["lock_sha256"], steps["codebook_sha256"]):
            assert word in text
        for rule in ("render_tables", "aggregate_groups", "validate_codes", "import_segments", "anonymise_export"):
            assert f"  {rule}: " in text


def test_the_command_says_why_a_cell_is_empty_and_who_is_in_the_sample(
    built: Study, explained: Callable[[str], str]
) -> None:
    declared = explained("impacts on children and families/fewer-agencies-less-stress/Norge")
    assert "not coded\n" in declared
    assert "config/study.yaml declares it: Invented for the reconstruction" in declared
    absent = explained("facilitating_factors/Professional development/CZ")
    assert "blank\n" in absent
    assert "nobody raised it in the 10 documents of this country (exports: cz)" in absent
    sample = explained("sample/position/City councilor")
    assert "in the table    4 (6.6 %)" in sample
    assert len(re.findall(r"^  P-\w+$", sample, re.MULTILINE)) == 4
    assert proofs.of_rebuild(built.folder) in " ".join(sample.split())
    assert str(built.folder) not in declared + absent + sample


POOR = "insufficient_poor_communication"


@pytest.mark.parametrize(
    ("address", "cell"),
    [
        (f"barriers/{POOR}/CZ", CellAddress("barriers", POOR, "CZ")),
        ("Barriers/Insufficient/poor communication/czechia", CellAddress("barriers", POOR, "CZ")),
        ("results/tables/barriers.csv/Insufficient/poor communication/Total", CellAddress("barriers", POOR, TOTAL)),
        ("joint trainning/NO", CellAddress("facilitating_factors", "joint_training", "NO")),
        ("tables/sample_tidy.csv/position/manager/director/principal", SampleAddress("position", MANAGER)),
        ("sample/country/Greece", SampleAddress("country", "EL")),
        ("sample_by_country/position/Manager/director/principal/EL", SampleAddress("position", MANAGER, "EL")),
        ("tables/sample_by_country.csv/position/other positions/Total", SampleAddress("position", OTHER, TOTAL)),
    ],
)
def test_a_cell_may_be_named_in_several_ways(
    built: Study, monkeypatch: pytest.MonkeyPatch, address: str, cell: CellAddress | SampleAddress
) -> None:
    monkeypatch.chdir(built.folder)
    codebook = list(files.read_rows("data/processed/codebook.parquet", CodebookEntry))
    assert addresses.find(address, study_folder.study_here(), codebook) == cell


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("barriers", "Write domain/code/country"),
        ("", "Write domain/code/country"),
        ("barriers/lack of trust/CZ", "Similar: resistance_or_lack_of_trust"),
        ("barriers/joint_training/CZ", "no code has this name in the domain barriers"),
        (
            "barrier/joint_training/CZ",
            "the domain 'barrier': it does not exist, and no code is called 'barrier/joint_training'. Domains: facil",
        ),
        ("barriers/political_climate_change/Polen", "Similar: PL"),
        ("sample/positon/Expert", "Similar: position"),
        ("sample/position/boss", "Known: Manager/director/principal"),
    ],
)
def test_an_unknown_cell_is_an_error_with_similar_names(
    built: Study, monkeypatch: pytest.MonkeyPatch, address: str, answer: str
) -> None:
    monkeypatch.chdir(built.folder)
    codebook = list(files.read_rows("data/processed/codebook.parquet", CodebookEntry))
    with pytest.raises(StudyError, match=re.escape(answer)):
        addresses.find(address, study_folder.study_here(), codebook)


def test_every_category_of_the_sample_has_its_people(built: Study, explained: Callable[[str], str]) -> None:
    people = list(files.read_rows("data/processed/participants/cz.parquet", Participant))
    counts = list(files.read_rows("results/cells/sample.parquet", SampleCount))
    for count in counts:
        address = SampleAddress(count.variable, count.category)
        traced = explanations.explain_sample(address, counts, people, study_folder.study_here())
        assert len(traced.participants) == count.participants
    with (built.folder / "results/tables/sample_by_country.csv").open(encoding="utf-8", newline="") as stream:
        *rows, _ = csv.DictReader(stream)  # the last one is all participants
    for row, group in covering(rows, ("CZ", "EN", TOTAL)):
        text = explained(f"sample_by_country/{row['variable']}/{row['category']}/{group}")
        assert f"in the table    {row[group]}\n" in text
        people = re.findall(r"^  P-\w+$", text, re.MULTILINE)
        assert len(people) == (0 if row[group] == SUPPRESSED else int(row[group]))


def test_an_unknown_cell_and_a_total_over_it_say_so() -> None:
    cells = [cell for row in with_unknown().rows for cell in row.cells]
    study = invented_cells.STUDY
    found = explanations.explain_cell(CellAddress("barriers", "time", "EL"), "Time", cells, [], [], study)
    assert found.facts[:2] == [("in the table", "?"), ("state", "not known")]
    assert found.facts[-1][0] == "why"
    assert "config/study.yaml does not say whether it was coded" in found.facts[-1][1]
    total = explanations.explain_total(CellAddress("barriers", "time", TOTAL), "Time", cells, [], study)
    assert dict(total.facts) == {
        "in the table": "1–2",
        "rule": "number of countries marked x",
        "countries": "CZ",
        "not known": "EL: marked ?, so the number is a range",
    }
