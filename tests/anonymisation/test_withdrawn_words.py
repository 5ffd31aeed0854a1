"""What is written for the team alone has no name of somebody who withdrew. All names are invented."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pytest

from crosscase.anonymisation import identifiers
from crosscase.anonymisation.decision_rows import COLUMNS, Choice, Decision, Where, id_of
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.anonymisation.review_outcomes import Outcomes
from crosscase.anonymisation.reviews import Reviews
from crosscase.anonymisation.withdrawn_things import of_withdrawn
from crosscase.anonymisation.withdrawn_words import WithdrawnWords
from crosscase.coding.hidden_names import CODE
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from tests.builders.registered_people import KEY, PEOPLE, person

WHO = person("DE-01", "Quenby Athersage", withdrawn=True)
EVERYBODY = [WHO, person("DE-02", "Mildrith Pockfell"), *PEOPLE]
NAMES = ListedNames(identifiers.names_of_people(EVERYBODY, {}), {}, identifiers.ids_of(EVERYBODY))
WITHDRAWN = WithdrawnWords(NAMES, {WHO.participant})
SETTING = Setting((), ())
TEXT = "I met Athersage, Quenby at Grelmby hall, and athersage sent Mildrith Pockfell away."


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Quenby Athersage was there.", "[PERSON] was there."),
        ("Athersage, Quenby, was there.", "[PERSON], was there."),
        ("so quenby athersage said, and Q. Athersage", "so [PERSON] said, and [PERSON]"),
        ("Mrs Athersage and Quenby", "Mrs [PERSON] and [PERSON]"),
        ("DE-01 and Mildrith Pockfell, DE-02", "[PERSON] and Mildrith Pockfell, DE-02"),
        ("quenby.athersage@example.org", "[PERSON]@example.org"),
        ("nobody was there", "nobody was there"),
    ],
)
def test_the_names_of_who_withdrew_are_replaced_and_no_others(said: str, shown: str) -> None:
    assert WITHDRAWN.replaced(said) == shown
    assert WithdrawnWords(NAMES, ()).replaced(said) == said


def test_the_log_has_no_row_for_who_withdrew_and_shows_hidden_names_without_it() -> None:
    pseudonyms = Pseudonyms(KEY, {WHO.participant})
    redacted = Redactor(NAMES, pseudonyms).redact(f"{TEXT} quenby.athersage@example.org", SETTING).text
    assert "thersage" not in redacted
    hidden = pseudonyms.hidden(CODE, "“why Quenby Athersage left”")
    log = list(pseudonyms.log(WITHDRAWN.replaced))
    assert (CODE, "“why [PERSON] left”", hidden) in log
    assert "Mildrith Pockfell" in [original for _, original, _ in log]
    assert not [row for row in log if "thersage" in str(row) or "uenby" in str(row)]
    assert ("PERSON", "athersage") in pseudonyms.given  # the leak search looks for it


def queued(reviews: Reviews) -> list[dict[str, str]]:
    redactor = Redactor(NAMES, Pseudonyms(KEY, {WHO.participant}))
    redactor.redact(TEXT, SETTING, partial(Outcomes(reviews).of, "Talk 1"))
    return [dict(zip(COLUMNS, row, strict=True)) for row in reviews.queue()]


def test_the_queue_shows_a_doubtful_word_without_the_name_beside_it() -> None:
    (row,) = queued(Reviews("x", {}, Pseudonyms(KEY), without_withdrawn=WITHDRAWN.replaced))
    assert row["words"] == "Grelmby"
    assert row["places"].startswith("I met [PERSON] at Grelmby hall, and [PERSON] sent Mildrith")


def test_a_whole_name_of_ordinary_words_is_replaced_without_a_question() -> None:
    """A single word still waits: it may be the word."""
    who = person("EN-02", "Hope Winter", withdrawn=True)
    names = ListedNames(identifiers.names_of_people([who], {"CZ": ("en",)}), {})
    withdrawn = WithdrawnWords(names, {who.participant})
    reviews = Reviews("x", {}, Pseudonyms(KEY), without_withdrawn=withdrawn.replaced)
    redactor = Redactor(names, Pseudonyms(KEY, {who.participant}))
    text = "There was little hope winter would end soon, said Mary, and she lost all hope then."
    shown = redactor.redact(text, Setting((), (load("en"),)), partial(Outcomes(reviews).of, "Talk 1")).text
    assert "hope winter" not in shown
    assert "[PERSON]" in shown
    assert not [row for row in reviews.queue() if "hope winter" in str(row)]


def test_what_was_decided_once_before_and_after_a_withdrawal_stays_decided() -> None:
    for reviews in (
        Reviews("x", {}, Pseudonyms(KEY)),
        Reviews("x", {}, Pseudonyms(KEY), without_withdrawn=WITHDRAWN.replaced),
    ):
        (row,) = queued(reviews)
        decided = {id_of({**row, "where": Where.ONCE}, Pseudonyms(KEY)): Decision(Choice.KEEP, "")}
        assert not queued(Reviews("x", decided, Pseudonyms(KEY), without_withdrawn=WITHDRAWN.replaced))


MILL = ("Brindlewick Mill",)
WORKED = replace(WHO, employers=MILL, towns=("Scarthorpe", "Grelmby"))
STAYS = replace(person("DE-02", "Mildrith Pockfell"), employers=("Grelmby hall",), towns=("Grelmby",))
SAID_OF_WORK = "They met at Brindlewick Mill in Scarthorpe, not in Grelmby, and brindlewick was Quork's."


def without_who(people: list[Person], listed: Sequence[Identifier] = ()) -> tuple[str, list[tuple[str, str, str]], str]:
    """The text, the log, and the only row that waits, when the first one has withdrawn."""
    spoken = {"CZ": ("en",)}
    things = of_withdrawn(people, listed)
    names = ListedNames([*listed, *identifiers.names_of_people(people, spoken)], {})
    pseudonyms = Pseudonyms(KEY, {WHO.participant}, things)
    shown = WithdrawnWords(names, {WHO.participant}, things).replaced
    reviews = Reviews("x", {}, Pseudonyms(KEY), without_withdrawn=shown)
    redactor = Redactor(names, pseudonyms)
    text = redactor.redact(SAID_OF_WORK, Setting((), (load("en"),)), partial(Outcomes(reviews).of, "Talk 1")).text
    return text, list(pseudonyms.log(shown)), " ".join(map(str, reviews.queue()))


def test_employers_and_towns_of_nobody_else_go_as_the_name_does() -> None:
    text, log, queue = without_who([WORKED, STAYS])
    assert text.startswith("They met at [ORGANISATION] in [PLACE], not in [PLACE_")
    assert "and [ORGANISATION] was Quork" in text
    assert [original for _, original, _ in log] == ["Grelmby"]
    assert "Quork" in queue and not any(word in queue for word in ("rindlewick", "Scarthorpe"))


@pytest.mark.parametrize("way", ["another participant", "a longer name of another", "the list"])
def test_what_somebody_else_or_the_list_has_too_keeps_its_number(way: str) -> None:
    has = {"another participant": ("brindlewick mill",), "a longer name of another": ("Brindlewick Mill Nursery",)}
    stays = replace(STAYS, employers=has.get(way, ()))
    listed = list(identifiers.names_of_thing("ORGANISATION", MILL[0])) if way == "the list" else []
    text, log, _ = without_who([WORKED, stays], listed)
    assert text.startswith("They met at [ORGANISATION_")
    assert "in [PLACE], not in [PLACE_" in text
    assert "Brindlewick Mill" in [original for _, original, _ in log]
