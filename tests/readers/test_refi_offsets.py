"""The rule by which a REFI-QDA file counts is found from its selections."""

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crosscase.coding.observations import TRUSTED
from crosscase.readers import refi_offsets
from crosscase.readers.refi_offsets import Rule, Selection, Text

TEXT = "\ufeffErste Zeile 😀 mit Wörtern.\r\nZweite Zeile, noch mehr Wörter.\r\n\r\nDritte 😀😀 Zeile hier.\r\n"
RULES = [Rule(*choice) for choice in itertools.product((False, True), (2, 1), (False, True), (False, True))]


def counted(words: list[str], rule: Rule) -> list[Selection]:
    """Selections of single words as a tool that counts by `rule` would write them."""
    body = TEXT if rule.bom_counted else TEXT.removeprefix("\ufeff")
    if rule.crlf == 1:
        body = body.replace("\r\n", "\n")

    def length(text: str) -> int:
        return len(text.encode("utf-16-le")) // 2 if rule.utf16 else len(text)

    selections = []
    for word in words:
        start = length(body[: body.index(word)])
        selections.append(Selection(start, start + length(word) - rule.end_inclusive, ""))
    return selections


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_each_rule_is_found(rule: Rule) -> None:
    words = ["Zeile", "mit", "Wörtern", "Zweite", "mehr", "Wörter.", "Dritte", "hier"]
    selections = counted(words, rule)
    found, score = refi_offsets.detect(TEXT, selections)
    assert [Text(TEXT, found).words(selection) for selection in selections] == words
    assert score == 1.0


def test_a_quote_in_the_name_decides() -> None:
    text = "a b c d e f g"
    exclusive, _ = refi_offsets.detect(text, [Selection(2, 3, "b")])
    assert not exclusive.end_inclusive
    inclusive, _ = refi_offsets.detect(text, [Selection(2, 4, "b c…")])
    assert inclusive.end_inclusive


@pytest.mark.parametrize("end", [" ", "\u2028", "\t", " \n", "\r\n"])
def test_passages_that_end_with_a_blank_say_nothing_of_the_counting(end: str) -> None:
    text = f"one{end}\n\ntwo{end}\n\nthree{end}\n\n"
    words = [f"{word}{end}" for word in ("one", "two", "three")]
    selections = [Selection(text.index(word), text.index(word) + len(word), "") for word in words]
    rule, _ = refi_offsets.detect(text, selections)
    assert not rule.end_inclusive


def test_offsets_that_fit_nowhere_score_low() -> None:
    text = "Donaudampfschifffahrtsgesellschaft " * 5
    _, score = refi_offsets.detect(text, [Selection(n, n + 9, "") for n in range(3, 20)])
    assert score < TRUSTED


def test_without_selections_the_standard_holds() -> None:
    assert refi_offsets.detect(TEXT, []) == (Rule(False, 2, False, False), 1.0)


@given(st.text("ab 😀\r\n\ufeff", max_size=30), st.integers(-3, 40), st.integers(-3, 40))
def test_any_offsets_give_words_or_none(text: str, start: int, end: int) -> None:
    assume("\ufeff" not in text[1:])
    selection = Selection(start, end, "x")
    rule, score = refi_offsets.detect(text, [selection])
    words = Text(text, rule).words(selection)
    assert 0 <= score <= 1
    assert words is None or len(words) <= len(text)


@given(st.text("ab 😀𝔸", max_size=20), st.data())
def test_utf16_units_are_those_of_the_encoded_text(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    first, last, all_units = (len(part.encode("utf-16-le")) // 2 for part in (text[:start], text[:end], text))
    reading = Text(text, Rule(True, 1, False, False))
    assert reading.words(Selection(first, last, "")) == text[start:end]
    assert reading.words(Selection(0, all_units + 1, "")) is None
