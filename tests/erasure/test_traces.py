"""The traces of a person: pseudonyms of the documents as the exports have them. All names are invented."""

from pathlib import Path

import pytest
from pyarrow import parquet

from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.erasure import traces
from crosscase.storage import files
from crosscase.storage.schemas import AnonymisedCoding
from tests.builders.in_process import KEY, person


def test_a_document_is_found_by_the_name_that_the_export_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The register has the address of a part of a focus group; the codings have its name."""
    monkeypatch.chdir(tmp_path)
    pseudonyms = Pseudonyms(KEY)
    whose, document = pseudonyms.participant("DE-01"), pseudonyms.document("x", "Anna")
    coding = AnonymisedCoding("s1", "x", document, whose, [], ["Time"], None, None, None, "never", "f1")
    path = Path("data/processed/anonymised/x.parquet")
    path.parent.mkdir(parents=True)
    files.write_rows(str(path), AnonymisedCoding, [coding])
    found = traces.collect(person("DE-01", "fg_1/Anna"), ["x"], pseudonyms)
    assert {whose, document, pseudonyms.document("x", "fg_1/Anna")} <= set(found.pseudonyms)


def test_a_build_by_an_earlier_version_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who withdraws need not wait until the study was built again."""
    monkeypatch.chdir(tmp_path)
    pseudonyms = Pseudonyms(KEY)
    whose = pseudonyms.participant("DE-01")
    coding = AnonymisedCoding("s1", "x", "D-1", whose, [], ["Time"], None, None, None, "a long passage of words", "f1")
    path = Path("data/processed/anonymised/x.parquet")
    path.parent.mkdir(parents=True)
    files.write_rows(str(path), AnonymisedCoding, [coding])
    parquet.write_table(parquet.read_table(path).drop_columns(["left_out"]), path)
    found = traces.collect(person("DE-01"), ["x"], pseudonyms)
    assert (found.codings, found.passages) == (("f1", "s1"), ("a long passage of words",))


def test_a_name_that_somebody_else_has_is_no_trace() -> None:
    """Nothing says whose it is, and the log of who stays has it: a withdrawal would never end."""
    found = traces.Traces(names=("belmiro inventado", "inventado, belmiro", "ottokar erdichtet"))
    assert found.without_names_of([person("PT-01")]).names == ("ottokar erdichtet",)


def test_ids_of_letters_and_digits_are_traces_and_those_of_others_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    documents = ("Talk 1", "DE-7.docx", "PT-02")
    found = traces.collect(person("Gatwold-01", *documents), ["x"], Pseudonyms(KEY))
    assert found.ids == ("de-7", "gatwold-01", "pt-02")
    assert found.without_names_of([person("PT-02")]).ids == ("de-7", "gatwold-01")
    assert found.without_ids().ids == () and found.without_ids().pseudonyms == found.pseudonyms
    assert traces.collect(person("Gatwold", "12"), ["x"], Pseudonyms(KEY)).ids == ()
