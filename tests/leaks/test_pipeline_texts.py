"""No name that the pipeline's own words contain by chance stops a build. All names are invented."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from crosscase.detectors.words import WORD
from crosscase.leaks import contents, public_texts
from crosscase.leaks.contents import Place, Sort
from crosscase.leaks.hits import kinds_of
from crosscase.leaks.leak_scan import LeakScan
from crosscase.leaks.search import ANY_TEXT, About, Search
from crosscase.leaks.watched import Watched
from crosscase.study import own_texts
from tests.builders.leak_scans import TRACES, pipeline_texts
from tests.builders.plain_runs import repeats
from tests.builders.projects import ROOT, Study

COMPOSED = Place("results/tables/a.svg", composed=True)
NAMED = About(named=True)
WITHOUT_PASSAGES = (
    *("provenance/steps.json", "provenance/manifest.json", "datapackage.json", "tables/sample.xlsx"),
    *("tables/sample.html", "tables/sample.tex", "figures/barriers.svg", "figures/similarity_of_groups.svg"),
)
_SHORTEST = 4  # letters of a word that joins a name


def search(*names: str, kind: str = "PERSON", stated: str = "", kept: tuple[str, ...] = ()) -> Search:
    """A search for these names in a study whose own texts are `stated`."""
    text = "\n".join([public_texts.text_of_pipeline(), stated])
    watched = [Watched(kind, name, ("de", "en")) for name in names]
    return Search(watched, public_texts.public_words(text), text, kept=kept, own=pipeline_texts())


def kinds(found: Search, text: str, place: Place = COMPOSED) -> frozenset[str]:
    return LeakScan(found, TRACES).search_content(text.encode(), place=place).kinds


def people_with(word: str) -> list[Watched]:
    """People of whose names a word is a joined form, the beginning, the end or the whole."""
    cuts = (1, len(word) // 2, len(word) - 1)
    names = [f"{word[:cut].title()} {word[cut:].title()}" for cut in cuts]
    return [Watched("PERSON", name, ("de", "en")) for name in (*names, word.title(), f"{word}xyz", f"Xyz{word}")]


def own_words(results: Path) -> Iterator[tuple[str, About]]:
    """The words that results have in names of files, in files about the build and in tables and figures."""
    for path in sorted(path for path in results.rglob("*") if path.is_file()):
        name = path.relative_to(results.parent).as_posix()
        yield from ((word, NAMED) for word in WORD.findall(name))
        if name.removeprefix("results/") in WITHOUT_PASSAGES:
            for sort, words in contents.texts(path.read_bytes(), place=Place(name, composed=True)):
                if sort in (Sort.COMPOSED, Sort.NAME):
                    yield from ((word, About(composed=True)) for word in WORD.findall(words))


def test_no_word_that_the_pipeline_writes_is_a_piece_of_a_name(built: Study) -> None:
    stated = [ROOT / file for file in (*own_texts.FILES, "config/codebook.csv") if (ROOT / file).exists()]
    of_study = public_texts.public_words("\n".join(path.read_text(encoding="utf-8-sig") for path in stated))
    text = public_texts.text_of_pipeline()
    public = public_texts.public_words(text)
    words = dict.fromkeys(one for one in own_words(built.folder / "results") if one[0].isalpha() and one[0].isascii())
    long = [one for one in words if len(one[0]) >= _SHORTEST and one[0].lower() not in of_study]
    assert len(long) > 1000
    found = [
        (word, about)
        for word, about in islice(long, 0, None, repeats(8, 1))
        if Search(people_with(word), public, text, own=pipeline_texts()).kinds(f"{word} {word}1", about)
    ]
    assert not found, " ".join(sorted({word for word, _ in found}))


@pytest.mark.parametrize(
    ("name", "file"), [("Tim E", "results/analysis/agreement_over_time.csv"), ("Mat Rix", "results/tables/matrix.csv")]
)
def test_a_joined_name_in_the_name_of_a_result_is_none_but_the_name_beside_it_is_one(name: str, file: str) -> None:
    scan = LeakScan(search(name), TRACES)
    assert not scan.hits_in_name(file)
    assert kinds_of(scan.hits_in_name(file.replace("results/", f"results/{name.replace(' ', '_')}/"))) == {"PERSON"}


@pytest.mark.parametrize("text", ["agreement over time", "Time: 12", "time2", "agreement_over_time.csv", "Marks"])
def test_a_name_is_found_beside_the_words_of_the_pipeline(text: str) -> None:
    found = search("Tim E", "Mark S", "Tim Eder", "Mark Sala", "Eder", "Sala")
    assert not kinds(found, text)
    for planted in ("Tim Eder", "tim.eder", "timeder", "Sala", "Mark S."):
        assert kinds(found, f"{text}; {planted}") == {"PERSON"}, planted


def test_a_code_joins_an_initial_or_is_an_ordinary_word_but_no_whole_name() -> None:
    found = search("Dee D", "Mark Sala", "Mar Ket", stated="deed_1,Deed 1\nmarksala,Marksala\nmarket,Market")
    assert not kinds(found, "Deed 1: 3, Market: 2")
    assert kinds(found, "Marksala: 3") == {"PERSON"}
    assert not kinds(search("Mark Sala", stated="Marksala", kept=("Marksala",)), "Marksala: 3")


@pytest.mark.parametrize("mark", ["seaborn", "Cambria", "xlsxwriter", "simplemma"])
def test_a_mark_of_a_file_is_no_name_where_the_pipeline_wrote_it(mark: str) -> None:
    found = search(mark.title())
    assert not kinds(found, f'"{mark}"')
    assert kinds(found, f"so {mark} told us", Place()) == {"PERSON"}
    assert kinds(found, mark.upper()) == {"PERSON"}


def test_a_colour_in_a_workbook_is_nobody_who_is_called_so() -> None:
    found = search("Gray")
    assert not kinds(found, '<patternFill patternType="gray125"/>')
    assert kinds(found, "so Gray told us", Place()) == {"PERSON"}


@pytest.mark.parametrize("written", ["SHA-256", "UTF-8"])
def test_an_id_that_the_pipeline_writes_is_none_there(written: str) -> None:
    found = search(written, kind="PARTICIPANT")
    assert not kinds(found, f"a digest ({written})")
    assert kinds(found, f"so {written} told us", Place()) == {"PARTICIPANT"}
    assert kinds(search("SHA-257", kind="PARTICIPANT"), "SHA-257") == {"PARTICIPANT"}


def test_several_words_that_the_pipeline_writes_in_a_row_are_no_name() -> None:
    found = search("Own Texts", "Clopper Pearson")
    assert search("Over Time").kinds("Agreement Over Time", ANY_TEXT) == set()
    assert found.kinds("Pearson Clopper", ANY_TEXT) == set()
    assert found.kinds("with Own Texts", ANY_TEXT) == {"PERSON"}
