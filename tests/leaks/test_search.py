"""The leak scan finds what anonymisation replaced, in any spelling and container, and no more. Names are invented."""

import html
import json
import re
import unicodedata
import urllib.parse

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.leaks import text_parts
from crosscase.leaks.leak_scan import LeakScan
from crosscase.leaks.machine_traces import Traces
from crosscase.leaks.search import Search
from crosscase.leaks.spellings import spellings
from crosscase.leaks.watched import Watched
from tests.builders.leak_scans import KNOWN, SCAN, TRACES
from tests.builders.packed import CONTAINERS, ONLY_LATIN_1
from tests.builders.plain_runs import repeats


def test_a_long_run_without_a_blank_is_searched_in_few_parts() -> None:
    """As in base64 or in a list without blanks. Names before, within and behind it are found."""
    run = "x1," * 400_000
    words = "so they said " * 40_000
    text = f"{words}{run}Rovnodenka,Nováčková,{run} and by Mostu {words}"
    assert len(list(text_parts.of(text))) < 3 * len(text) / text_parts.SIZE
    assert SCAN.search.kinds(text) == {"PERSON", "PLACE"}


def kinds(text: str) -> set[str]:
    return set(SCAN.search_content(text.encode()).kinds)


FOUND = {
    "PERSON": [
        "Nováčková",
        "NOVÁČKOVÁ",
        "Novackova",
        "Nováčkové",
        "Nováčková's",
        unicodedata.normalize("NFD", "Nováčková"),
        "No\u00advá\u200bčková",
        "Nová-\nčková",
        html.escape("Nováčková").replace("á", "&aacute;").replace("č", "&#269;"),
        urllib.parse.quote("Nováčková"),
        urllib.parse.quote(urllib.parse.quote("Nováčková")),
        json.dumps("Nováčková"),
        r"Nov\'a\v{c}kov\'a",
        "<b>Nová</b>čková",
        "jana-novackova",
        "novackova.html",
        "ΠΑΠΑΛΙΘΑΚΗΣ",
        "Παπαλιθάκη",
        "Ｎｏｖáčková",
    ],
    "PLACE": ["Most", "Mostu", "in Most, and"],
    "ORGANISATION": ["Centrum Rovnodenka", "Centra Rovnodenka", "Centrum&nbsp;Rovnodenka"],
    "CODER": ["by LKŘ.", "m.sallowfield", "M. Sallowfield"],
    "DOCUMENT": [
        "Rozhovor_01_Mírnolesí.docx",
        "rozhovor_01_mirnolesi",
        r"Rozhovor\_01\_Mírnolesí",
        "Rozhovor 01 Mírnolesí",
    ],
    "PARTICIPANT": ["CZ-07", "cz07", "CZ_07"],
    "EMAIL": ["JANA.NOV@priklad.example", "jana.nov%40priklad.example"],
    "LINK": ["priklad.example/tym?strana=2", "https://priklad.example/tym%3Fstrana%3D2"],
    "PHONE": ["+420601123456", "601 123 456", "(601) 123-456", "00420 601 123 456", "601.123.456"],
    "IBAN": ["CZ6508000000192000145399", "cz65-0800-0000-1920-0014-5399"],
    "name of a user": ["lbecker", "root@ant", "~root/x"],
    "name of a machine": ["ant-eater7", "x@laptop", "ANT-EATER7.example.org"],
    "place on the machine": [
        "/home/x/y",
        "file:///Users/x/y",
        r"C:\Users\x",
        "/srv/interviews/study/a",
        r"C:\\Users\\x",
    ],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FOUND.items() for text in texts])
def test_an_identifier_is_found_in_every_spelling(kind: str, text: str) -> None:
    assert kind in kinds(f"Some words ({text}) and more.")


@pytest.mark.parametrize("name", ["Ουρανία", "Сара"])  # invented; all letters have a Latin look-alike
def test_a_name_that_could_be_a_disguise_is_searched_as_it_is_written(name: str) -> None:
    assert any(name in read for read in spellings(f"so they said {name}, then left"))


@pytest.mark.parametrize(
    "text",
    [
        "most of all, the mostly",
        "Hope and Portugal",  # the codebook has them
        "Young people were asked",  # replaced somewhere, but an ordinary word
        "Jana, Novák",
        "lkř Lkř",
        "Centrum. Rovnost",
        "12 of 61, P 12",
        "CZ-070 CZ 7",
        "M 1.601 123.456 L 60.112 3456",
        "0.601123456 1601123456789",
        "CZ65 0800",
        "root laptop /homes/x a/home/x https://x.example/home/page",
        "Rozhovor 02",
        "priklad.example/tym",
        "They came",
        "548f0225-de05-5533-8eec-f171986718b5",
        "[PERSON_48291305] P-0123456789",
    ],
)
def test_a_near_miss_is_not(text: str) -> None:
    assert kinds(text) == set()


@pytest.mark.parametrize("container", CONTAINERS)
def test_an_identifier_is_found_in_every_container(container: str) -> None:
    name = "Maria Sallowfield" if container in ONLY_LATIN_1 else "Jana Nováčková"
    scan = LeakScan(Search([Watched("PERSON", name, ("cs",))], KNOWN), TRACES)
    assert scan.search_content(CONTAINERS[container](name)).kinds == {"PERSON"}
    assert scan.search_content(CONTAINERS[container]("Nobody at all")).kinds == set()


@pytest.mark.parametrize("text", ["interview_jana_novackova", "jana-novackova.csv"])
def test_a_whole_name_counts_though_the_words_of_a_file_are_public(text: str) -> None:
    public = frozenset({"interview", "jana", "novackova"})
    scan = LeakScan(Search([Watched("PERSON", "Jana Nováčková", ("cs",))], public), TRACES)
    assert scan.search_content(text.encode()).kinds == {"PERSON"}
    assert scan.search_content(b"jana and novackova").kinds == set()


NAMES = st.text("abcdefghijklmnoprstuvzáčěřšžąćęłóśżäöüßøåéñçãõαβγδεικλμνοπρστω", min_size=6, max_size=12).map(
    str.capitalize
)
AROUND = st.text(st.characters(codec="utf-8", exclude_categories=("L", "M", "N", "Pc", "C")), max_size=20)


@settings(max_examples=repeats(20, 60))
@given(NAMES, NAMES, AROUND, AROUND, st.sampled_from(sorted(set(CONTAINERS) - {"PDF", *ONLY_LATIN_1})), st.booleans())
def test_any_listed_name_is_found_within_any_text(
    given_name: str, family: str, before: str, after: str, container: str, both: bool
) -> None:
    name = f"{given_name} {family}" if both else family
    scan = LeakScan(Search([Watched("PERSON", name, ("cs", "pl", "el"))], frozenset()), TRACES)
    before, after = (20 * re.sub(r"[\s\\&%<>/\"@._-]", " ", text) for text in (before, after))
    assert "PERSON" in scan.search_content(CONTAINERS[container](f"{before} {name} {after}")).kinds


@pytest.mark.parametrize("passage", ["ováčková told us", "\n váčková told us", "as I told Nováčk", "said papalithaki"])
def test_a_name_that_the_edge_of_a_passage_has_cut_is_found(passage: str) -> None:
    assert kinds(passage) == {"PERSON"}


@pytest.mark.parametrize("passage", ["told ováčková us", "the vá", "kov told us", "hope told us"])
def test_a_part_of_a_name_elsewhere_is_not(passage: str) -> None:
    assert kinds(passage) == set()


def test_a_short_name_of_a_machine_is_found_in_text_and_not_in_bytes_that_hold_it_by_chance() -> None:
    traces = Traces(["root"], ["vm"], [], KNOWN)
    assert {hit.kind for hit in traces.hits("root@vm")} == {"name of a machine", "name of a user"}
    chance = b"\x89\x00\x01 A@VM/x \x03\x9c" + bytes(range(128, 255))
    assert LeakScan(SCAN.search, traces).search_content(chance).kinds == frozenset()


_FAR = "the children said nothing of it " * 300  # longer than what is kept around anything that is undone


@pytest.mark.parametrize(
    "spelling",
    [
        json.dumps("Nováčková"),
        "Nov&aacute;&#269;kov&aacute;",
        "<b>Nová</b>čková",
        "<i>Nov</i>&aacute;čková",
        "Nová-\nčková",
        "N-o-v-a-c-k-o-v-a",
        f"<i title='{'so ' * 1000}'>Nov</i>&aacute;čková",
    ],
)
def test_what_is_undone_is_found_at_the_beginning_the_middle_and_the_end_of_a_long_text(spelling: str) -> None:
    assert not kinds(_FAR)
    for text in (f"{spelling} {_FAR}", f"{_FAR}{spelling} {_FAR}", f"{_FAR}{spelling}", f"<p>{_FAR}</p>{spelling}"):
        assert kinds(text) == {"PERSON"}


@pytest.mark.parametrize("shift", range(12))
def test_the_rest_of_a_word_far_from_what_is_undone_is_no_name(shift: int) -> None:
    words = f"{'Aanováčková ' * 900}{'x' * shift}"
    assert not kinds(f"<b>{words}</b> &amp; <b>{words}</b>")


@pytest.mark.parametrize("written", ["lbecker@ab", "LBECKER@ab", "lbec\u212aer@ab", "Zdeněk Dvořák", "ZDENĚK DVOŘÁK"])
def test_a_user_is_found_in_any_case(written: str) -> None:
    traces = Traces(["lbecker", "Zdeněk Dvořák"], [], [], KNOWN)
    assert [hit.kind for hit in traces.hits(f"built by {written} in June")] == ["name of a user"]
    assert not traces.hits("built by l.becker and Zden in June")
