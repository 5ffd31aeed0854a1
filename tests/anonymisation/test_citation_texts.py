"""Names in the citation file of a study. All are invented."""

from pathlib import Path

import pytest

from crosscase.anonymisation import study_texts
from crosscase.study import citation_texts, own_texts, study_folder
from tests.builders.searched_texts import reviewed, search_of
from tests.builders.small_study import write_small_study

CITED = """title: Schools in talks
authors: [{family-names: Fauxley, given-names: Cormacan, email: c@fauxley.example, affiliation: AFFILIATION}]
contact: [{name: The team, website: "https://team.example"}]
version: 1.0.0
date-released: 2024-01-01
license: CC-BY-4.0
doi: 10.5555/12345678
keywords: [KEYWORD]
abstract: ABSTRACT
references: [{title: The will of Jowan Tregenza, authors: [{name: Jowan Tregenza}]}]
"""
PLAIN_CITATION = {"AFFILIATION": "Utrecht University", "KEYWORD": "schools", "ABSTRACT": "Talks about schools."}


def asked_about_citation(folder: Path, **texts: str) -> list[str]:
    content = CITED
    for name, plain in PLAIN_CITATION.items():
        content = content.replace(name, texts.get(name, plain))
    (folder / citation_texts.FILE).write_text(content, encoding="utf-8")
    searched = search_of(cited=citation_texts.authors())
    texts_there = [one for one in own_texts.of(study_folder.study_here()) if one.file == citation_texts.FILE]
    return [one.text for one in study_texts.waiting(searched, reviewed(), texts_there)]


@pytest.mark.parametrize(
    ("key", "text", "is_asked"),
    [
        *(("KEYWORD", text, True) for text in ("Hathersage", "Scarthorpe", "Keziah Blomfield", "anna")),
        *(
            ("ABSTRACT", text, True)
            for text in ("Talks in Hathersage.", "With Keziah Blomfield.", "Asked in Scarthorpe.")
        ),
        *(("AFFILIATION", text, True) for text in ("Hathersage Institute", "University of Scarthorpe")),
        *(("KEYWORD", text, False) for text in ("Brexit", "Sure Start", "Utrecht University", "Horizon 2020", "Leeds")),
        *(
            ("KEYWORD", text, False)
            for text in ("REFI-QDA", "Hope", "Universität Konstanz", "University of York", "NGOs")
        ),
        *(("ABSTRACT", text, False) for text in ("By Cormacan Fauxley and others.", "Funded by Horizon 2020.")),
        ("ABSTRACT", "Funded by the European Union (Horizon 2020, grant agreement No 727069).", False),
        *(("AFFILIATION", text, False) for text in ("University of Hathersage", "Hathersage University")),
        *(("AFFILIATION", text, False) for text in ("Uniwersytet Jagielloński", "Keziah Blomfield Institute")),
    ],
)
def test_the_citation_file_is_read_like_labels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, text: str, is_asked: bool
) -> None:
    """Authors are named there on purpose, and literature that is cited is public."""
    write_small_study(tmp_path / "study")
    monkeypatch.chdir(tmp_path / "study")
    assert asked_about_citation(tmp_path / "study", **{key: text}) == ([text] if is_asked else [])
