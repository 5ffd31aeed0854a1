"""The leak search and anonymisation find decided words in the same spellings. All names are invented."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from crosscase.leaks.leak_scan import LeakScan
from crosscase.leaks.search import About
from crosscase.storage.text_form import nfc
from tests.builders.decided_searches import search
from tests.builders.decided_spellings import DECIDED, texts
from tests.builders.decided_texts import ENGLISH, Outcome


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> dict[str, LeakScan]:
    """The search under a decision on each of the words."""
    return {words: search(tmp_path_factory.mktemp("scan"), [{"words": words}]) for words in DECIDED}


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts())
def test_results_are_searched_for_what_is_replaced_in_passages_and_for_no_more(
    tmp_path: Path, scans: dict[str, LeakScan], words_and_text: tuple[str, str]
) -> None:
    words, text = words_and_text
    outcome = Outcome(tmp_path / "decisions.csv", nfc(text), [{"decision": "redact", "words": words}], ENGLISH)
    runs = outcome.reviews.decided_words.find(nfc(text), ENGLISH)
    is_replaced = any(run.words not in run.others for run in runs)
    assert bool(scans[words].search_content(text.encode()).kinds) is is_replaced
    assert scans[words].search_content(outcome.numbered.encode()).kinds == set()


@pytest.mark.parametrize(
    ("words", "published", "is_found"),
    [
        ("zed-4", "zed4, zed 4", True),
        ("zed-4", "zed 42, zeds 4, azed-4", False),
        ("gate", "gateway, agate, gates, the-gateau", False),
        ("a part", "set apart", False),
        ("AT-3", "so at 3 it began", False),
        ("AT-3", "so AT 3 began", True),
        ("shed", "she'd gone", False),
        ("o'neill's gate", "at o’neills gate", True),
        ("oneills gate", "at o'neill's gate", True),
        ("בית", "אל הביתה", False),
        ("סנורקי", "והסנורקי", True),
        ("青门", "我们去了青门那里。", True),
        ("门", "我们去了青门那里。", False),
        ("felmarda", "我们去felmarda那里。", True),
        ("ประตูฟ้า", "ไปประตูฟ้าแล้ว", True),
        ("सीता", "और सीता आई", True),
        ("सीता", "और सते आई", False),
        ("Blue Gate", "the blue gate", True),
        ("bluegate", "at the blue gate", True),
        ("bluegate", "at the blue-gate", True),
        ("bluegate", "at the blue  gate", True),
        ("bluegate", "at the blue\u2009gate", True),
        ("bluegate", "at the blue\u2014gate", True),
        ("bluegate", "at the blue.gate", True),
        ("blue gate", "at the bluegate", True),
        ("Goodman", "such a good man", False),
        ("JJ", "so J. J. came", True),
        ("JJ", "so J J came", False),
        ("J.J.", "so JJ came", True),
        ("M.K.Z.", "so MKZ came", True),
        ("QZ", "so q.z. came", True),
        ("QZ", "so Q-Z came", True),
        ("QZ", "so q-z came", False),
        ("zed-4", "so z e d 4 came", True),
        ("an", "so a n came", False),
        ("K9", "so K9 came", True),
        ("K9", "so K 9 came, AK9", False),
    ],
)
def test_a_word_is_found_in_its_spellings_and_not_in_others(
    tmp_path: Path, words: str, published: str, is_found: bool
) -> None:
    assert bool(search(tmp_path, [{"words": words}]).search_content(published.encode()).kinds) is is_found
    outcome = Outcome(tmp_path / "decisions.csv", published, [{"decision": "redact", "words": words}], ENGLISH)
    assert (outcome.text != published) is is_found


def test_public_words_in_their_spelling_are_no_leak(tmp_path: Path) -> None:
    rows = [{"words": "zed-4"}, {"words": "青门"}, {"words": "blue gate"}]
    public = "trust in zed4, 青门小学, the blue-gate"
    scan = search(tmp_path, rows, public=public)
    assert scan.search_content(public.encode()).kinds == set()
    assert scan.search_content(b"zed 4").kinds == {"DECIDED"}


def test_cells_beside_each_other_are_no_decided_words_in_what_the_pipeline_composed(tmp_path: Path) -> None:
    found = search(tmp_path, [{"words": "blue gate"}, {"words": "zed-4"}], public="zed").search
    composed = About(composed=True)
    for text in ("| blue | gate |", "blue & gate", "blue\0gate", "zed 4", "zed\n4"):
        assert found.hits(text, composed) == set()
    assert found.hits("blue\0gate") == set()
    assert {hit.kind for hit in found.hits("the blue gate", composed)} == {"DECIDED"}
    assert {hit.kind for hit in found.hits("zed 4")} == {"DECIDED"}


def test_words_of_two_signs_count_where_texts_stand_and_nowhere_else(tmp_path: Path) -> None:
    found = search(tmp_path, [{"words": "K9"}, {"words": "JJ"}, {"words": "7"}]).search
    for about in (About(composed=True), About(named=True), About(shortest=6), About(whole_names=True)):
        assert found.hits("so K9 and JJ came", about) == set()
    assert {hit.words for hit in found.hits("so K9 and J.J. came, all 7")} == {"K9", "JJ"}
    assert search(tmp_path, [{"words": "K9"}], public="the K9 team").search.hits("so K9 came") == set()
