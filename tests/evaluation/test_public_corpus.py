"""A labelled corpus is read as it is written, and its persons are counted. All names are invented."""

from pathlib import Path

import pytest

from benchmarks.measure_public_corpus import main, measure, sentences, text_of

CORPUS = """0\tThen\tO
1\tZsoldra\tB-PER
2\tQuirnmoor\tI-PER
3\t,\tO
4\ta\tO
5\tteacher\tO
6\t,\tO
7\tcame\tO
8\t.\tO

0\tNobody\tO
1\twas\tO
2\tthere\tO
3\t.\tO
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "en").mkdir()
    path = tmp_path / "en/test.conllu"
    path.write_text(CORPUS, encoding="utf-8")
    return path


def test_a_sentence_is_written_as_usual_and_its_persons_are_marked(corpus: Path) -> None:
    first, second = map(text_of, sentences(corpus))
    text, (mark,) = first
    assert text == "Then Zsoldra Quirnmoor, a teacher, came." and text[mark.start : mark.end] == "Zsoldra Quirnmoor"
    assert second == ("Nobody was there.", [])


def test_persons_are_counted(corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    found = measure(corpus, "en", 10)
    assert (found.words, found.persons, found.noticed, found.replaced, found.rows) == (9, 1, 1, 0, 1)
    monkeypatch.setattr("sys.argv", ["measure", str(corpus.parents[1])])
    main()
    assert "| en | 9 | 1 | 100.0 | 0.0 | 111 | 111 |" in capsys.readouterr().out
