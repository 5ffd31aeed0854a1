"""What decisions that overlap leave of a text. All people, streets and numbers are invented."""

import re
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.shown_places import place_of
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.spans import Span
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import shape
from tests.builders.decided_texts import DOCUMENT, EDGES, ENGLISH, GERMAN, KEY, WIDE, Outcome

LINES = (  # no word twice
    ("I met Plimsworth from the red mill behind our old school.", ENGLISH),  # one row
    (WIDE.replace("die holt", "sie holt").replace("und die macht das", "da macht alle"), GERMAN),  # parts within a row
    (EDGES, GERMAN),  # two rows
    ("Ruf an unter 030 2312544 oder schreib dem Quilpert dort einen Brief.", GERMAN),  # a row, and a certain number
)


@st.composite
def decided_phrases(draw: st.DrawFn) -> tuple[int, list[tuple[int, int, str]], str]:
    """The number of a line, runs of its words with where each decision holds, and what is decided on the rows."""
    line = draw(st.integers(0, len(LINES) - 1))
    count = len(WORD.findall(LINES[line][0]))
    run = st.tuples(st.integers(0, count - 1), st.integers(1, 6), st.sampled_from(["everywhere", "document", "once"]))
    drawn = draw(st.lists(run, min_size=1, max_size=6))
    phrases = {(first, min(count, first + length)): where for first, length, where in drawn}
    return line, [(*run, where) for run, where in phrases.items()], draw(st.sampled_from(["keep", ""]))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(decided_phrases())
@example((0, [(2, 4, "everywhere"), (3, 7, "everywhere")], ""))
@example((0, [(6, 8, "document"), (3, 7, "once"), (2, 4, "once")], "keep"))
def test_no_word_of_a_decision_that_applies_at_a_place_stays_there(
    path: Path, drawn: tuple[int, list[tuple[int, int, str]], str]
) -> None:
    """Wherever it stands, also where no rule finds anything."""
    line, phrases, on_rows = drawn
    text, setting = LINES[line]
    words = list(WORD.finditer(text))
    found = Redactor(ListedNames([], {}), Pseudonyms(KEY)).find(text, setting)
    places = {  # of the words that each span has
        span: frozenset(place for place, word in enumerate(words) if span.start <= word.start() < span.end)
        for span in found
    }
    rows = []
    for first, end, where in phrases:
        whole = Span(words[first].start(), words[end - 1].end(), "", "")
        near = next((span for span in found if span.doubt and places[span] & set(range(first, end))), whole)
        where = "document" if end == first + 1 and len(words[first][0]) == 1 else where  # a letter stands anywhere
        written = {"words": text[whole.start : whole.end], "decision": "redact", "where": where}
        rows.append(written | {"document": DOCUMENT, "places": place_of(text, near)})
    mine = {shape(row["words"]) for row in rows}
    kept = [{"words": one, "decision": on_rows} for one in Outcome(path, text, (), setting).words]
    kept = [row for row in kept if shape(row["words"]) not in mine]
    outcome = Outcome(path, text, [*rows, *kept], setting)
    gone = frozenset().union(*(range(*phrase[:2]) for phrase in phrases))
    gone |= frozenset().union(*(places[span] for span in found if not span.doubt))
    left = [word[0] for place, word in enumerate(words) if place not in gone]
    assert WORD.findall(re.sub(r"\[[A-Z]+\]", " ", outcome.text)) == left
    assert Outcome(path, text, [*kept, *reversed(rows)], setting).numbered == outcome.numbered
