"""The leak scan searches all files and their names, quotes no words, and stops the build. Names are invented."""

import gzip
import html
import re
from pathlib import Path

import pytest

from crosscase.anonymisation import identifiers
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.register import Person
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.leaks import public_texts
from crosscase.leaks.leak_scan import LeakScan
from crosscase.leaks.proofs import Proofs
from crosscase.leaks.search import Search
from crosscase.leaks.watched import Watched, read
from crosscase.messages.errors import StudyError
from crosscase.running.pipeline import PACKAGE
from tests.builders import large_results
from tests.builders.leak_scans import SCAN, TRACES
from tests.builders.packed import png, zipped
from tests.builders.projects import ROOT, Study


def test_file_names_are_searched_and_not_quoted(tmp_path: Path) -> None:
    (tmp_path / "tables/jana nováčková").mkdir(parents=True)
    (tmp_path / "tables/jana nováčková/a.csv").write_text("nothing")
    (tmp_path / "tables/b.csv").write_text("Paní Nováčková")
    with pytest.raises(StudyError) as stopped:
        SCAN.verdict_on(tmp_path)
    first, second = map(str, stopped.value.problems)
    assert f"{tmp_path}/tables/b.csv: it contains an identifier (person)" in first
    assert f"{tmp_path}/tables/, file 2 of 2 below it, in the order of names: its name contains an identifier" in second
    assert "nov" not in str(stopped.value).replace(str(tmp_path), "").lower()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (zipped(b"words " * 100)[:-30], "a zip archive"),
        (b"%PDF-1.7 and nothing", "a PDF file"),
        (gzip.compress(b"words " * 100, mtime=0)[:-9], "a compressed file"),
        (png("")[:-20], "a PNG picture"),
        (b"SQLite format 3\0" + bytes(100), "an SQLite database"),
        (b"PAR1nothing", "a Parquet table"),
    ],
)
def test_what_cannot_be_opened_does_not_pass(tmp_path: Path, content: bytes, what: str) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(StudyError, match=f"cannot be searched for identifiers: it looks like {what}"):
        SCAN.verdict_on(tmp_path)


def test_the_verdict_counts_and_says_no_more(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("nobody")
    (tmp_path / "leaks").mkdir()
    (tmp_path / "leaks/verdict.txt").write_text("of an earlier build")
    assert SCAN.verdict_on(tmp_path) == "No leak found: 1 file searched for 19 identifiers.\n"


def test_what_is_public_is_no_proof_but_only_as_one_word() -> None:
    text = public_texts.public_text([str(ROOT / "config/study.yaml")])
    known = public_texts.public_words(text)
    assert {"portugal", "manager", "participant"} <= known
    assert {"commit", "clean"} <= known  # what the rules find of the checkout
    assert not {"brodersen", "desktop"} & known  # of a comment in the code, and of the help of a command
    search = Search([Watched("PERSON", "Portugal", ("pt",)), Watched("PERSON", "Rui Portugal", ("pt",))], known)
    assert search.kinds("in Portugal") == set()
    assert search.kinds("by Rui Portugal") == {"PERSON"}


def test_who_is_to_be_cited_is_no_secret() -> None:
    listed = [Watched("PERSON", name, ("cs",)) for name in ("Jana Nováčková", "Nováčková", "Jiří Kramařík")]
    search = Search(listed, cited="authors:\n- family-names: Nováčková\n  given-names: Jana\n")
    assert search.kinds("Jana Nováčková") == set()
    assert search.kinds("Jiří Kramařík") == {"PERSON"}


def test_what_a_person_has_kept_is_no_proof(tmp_path: Path) -> None:
    listed = tmp_path / "cz.csv"
    listed.write_text("type,words,languages\nPLACE,Most,cs\nPLACE,Lom,cs\nKEPT,Most,\n", encoding="utf-8")
    watched, kept = read([str(listed)])
    assert kept == {"Most"}
    search = Search(watched, kept=kept)
    assert (search.kinds("Most"), search.kinds("Lom")) == (set(), {"PLACE"})


@pytest.mark.parametrize(
    ("kind", "words", "elsewhere"),
    [
        ("NUMBER", "4471 2093", "44712093"),
        ("NUMBER", "88 412 730", "88 412 7301"),
        ("FILE", "12 Ca 4471/19", "12 Ca 4471-19"),
        ("FILE", "K-4471-XY", "K.4471 XY"),
        ("PERSON", "Rose Cottage", "Rose Cottages"),
    ],
)
def test_what_is_kept_in_one_document_and_replaced_in_another_stops_nothing(
    kind: str, words: str, elsewhere: str
) -> None:
    """Only where it is written as the decision that keeps it has it, perhaps among other words."""
    other = [Watched("NUMBER", "9915 2093")]
    for kept in (words, f"it was {words} there"):
        search = Search([Watched(kind, words, listed=False), *other], kept=[kept])
        assert search.kinds(f"so {words}, yes") == set()
        assert search.kinds("so 9915 2093, yes") == {"NUMBER"}
    assert Search([Watched(kind, words, listed=False)]).kinds(f"so {words}, yes") == {kind}
    written = Search([Watched(kind, elsewhere, listed=False)], kept=[words])
    assert written.kinds(f"so {elsewhere}, yes") == {kind}


def test_the_pipelines_own_files_need_no_search() -> None:
    """A crate holds the code, whose comments may name somebody who is called like a participant."""
    code = (PACKAGE / "detectors/name_forms.py").read_bytes()
    search = Search([Watched("PERSON", "Fährmoser", ("de",))])
    assert LeakScan(search, TRACES).search_content(zipped(code)).kinds == {"PERSON"}
    scan = LeakScan(search, TRACES, public_texts.digests_of_pipeline())
    assert scan.search_content(zipped(code)).kinds == set()
    assert scan.search_content(zipped(code + b"\n")).kinds == {"PERSON"}


def test_anonymisation_lists_what_must_not_leave() -> None:
    """Ids and documents of people who withdrew, too, whom it gives no pseudonym."""
    names = ListedNames([Identifier("PERSON", "Nováčková", "1", ("cs",)), Identifier("PLACE", "Lom", "Lom")], {})
    gone = Person(
        locator="row 2", participant="CZ-01", name="Jana Nováčková", group="CZ", documents=("R01.docx",), withdrawn=True
    )
    pseudonyms = Pseudonyms(bytes(32))
    pseudonyms.coder("LKŘ")
    assert list(identifiers.identifiers_to_protect(names, [gone], pseudonyms, {"Most"})) == [
        ("CODER", "LKŘ", ""),
        ("DOCUMENT", "R01.docx", ""),
        ("KEPT", "Most", ""),
        ("PARTICIPANT", "CZ-01", ""),
        ("PERSON", "Nováčková", "cs"),
        ("PLACE", "Lom", "und"),
    ]


def test_a_clean_build_has_a_verdict_and_no_notice(built: Study) -> None:
    verdict = built.text("results/leaks/verdict.txt")
    assert re.fullmatch(r"No leak found: \d+ files searched for \d{3} identifiers\.\n", verdict)
    assert not (built.folder / "results/DO-NOT-SHARE.txt").exists()


def test_a_planted_name_stops_the_last_step_and_is_not_quoted(rebuilt_small: Study) -> None:
    """A file that no step makes, found by its being there: a name is in it and, of another person, in its own name."""
    from tests.builders.results import rows

    one, _, other, _ = (
        row["name"] for row in rows(rebuilt_small, "data/raw/participants.csv")
    )  # no author of the study
    (rebuilt_small.folder / "results/figures" / f"{other}.png").write_bytes(png("nobody"))
    (rebuilt_small.folder / "results/tables/notes.html").write_text(
        f"<p>said by {html.escape(one)}</p>", encoding="utf-8"
    )
    run = rebuilt_small.snakemake()
    assert run.returncode != 0
    assert "results/tables/notes.html: it contains an identifier (person)" in run.stdout
    assert "results/figures/, file" in run.stdout
    log = max((rebuilt_small.folder / ".snakemake/log").glob("*.log")).read_text(encoding="utf-8")
    assert set(re.findall(r"Error in rule (\w+)", log)) == {"scan_results"}
    assert not (rebuilt_small.folder / "results/leaks/verdict.txt").exists()
    assert (rebuilt_small.folder / "results/DO-NOT-SHARE.txt").exists()
    messages = [run.stdout, rebuilt_small.text("logs/scan_results.log"), rebuilt_small.text("logs/problems.txt")]
    messages += [path.read_text("utf-8") for path in (rebuilt_small.folder / ".snakemake/log").iterdir()]
    assert not any(name in text for name in (one, other) for text in messages)


def test_each_alarm_ends_when_its_advice_is_followed(tmp_path: Path) -> None:
    """In files that a step makes, in others, in one that cannot be opened, and in an edited table."""
    results = tmp_path / "results"
    (results / "cells").mkdir(parents=True)
    watched = [
        *(Watched("PLACE", "Lom", ("cs",)), Watched("PERSON", "Jana Nováčková", ("cs",))),
        *(Watched("DECIDED", "felmarda"), Watched("PARTICIPANT", "CZ-07")),
    ]
    made = [str(results / name) for name in ("a.txt", "jana nováčková.csv")]
    proofs = Proofs(large_results.study())

    def problems(kept: tuple[str, ...] = (), without: str = "") -> list[str]:
        search = Search([one for one in watched if one.kind != without], kept=kept)
        try:
            LeakScan(
                search, TRACES, proofs=proofs, made=[path.replace(str(results), "results") for path in made]
            ).verdict_on(results)
        except StudyError as error:
            return [str(problem) for problem in error.problems]
        return []

    (results / "a.txt").write_text("the quarry is called Lom", encoding="utf-8")
    assert "the review asks about it: decide `keep`" in problems()[0] and "No step" not in problems()[0]
    assert not problems(kept=("Lom",))
    (results / "a.txt").write_text("so felmarda came", encoding="utf-8")
    assert "take the decision to replace them back" in problems()[0] and "`keep`" not in problems()[0]
    assert not problems(without="DECIDED")
    (results / "a.txt").write_text("so CZ-07 came", encoding="utf-8")
    assert "another name in register and exports" in problems()[0] and "`keep`" not in problems()[0]
    assert not problems(without="PARTICIPANT")
    (results / "a.txt").write_text("nobody came", encoding="utf-8")
    assert not problems()
    (results / "jana nováčková.csv").write_text("nothing", encoding="utf-8")
    assert "study.yaml states: change it there" in problems()[0] and "delete" not in problems()[0]
    (results / "jana nováčková.csv").rename(results / "other.csv")
    assert not problems()
    for name, content, advice in (
        ("b.txt", "by Jana Nováčková", "delete it"),
        ("b.txt", "so felmarda came", "delete it"),
        ("b.txt", "built in /srv/interviews/study", "delete it"),
        ("jana nováčková.txt", "nothing", "delete it"),
        ("c.zip", "PK\x03\x04 and nothing", "delete it"),
        ("cells/sample.csv", "variable,category,participants,percent\nmy own variable,x,1,1.0\n", "Delete it"),
    ):
        (results / name).write_text(content, encoding="utf-8")
        assert [advice in problem for problem in problems()] == [True]
        (results / name).unlink()
        assert not problems()
