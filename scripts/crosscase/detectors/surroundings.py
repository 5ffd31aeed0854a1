"""What stands beside contact data that was found and belongs to it: it waits for a person, too.

Nobody says an address or a number in one go: forty … no, forty-one; the second house, number nine; – and then? – seven
oh six. A detector finds the part that is clear. From there this one goes on word by word, in both directions, as long
as words tell something of that kind (`TELLING`) and few others stand between them. Where several people speak, it also
looks at the turn before and the one behind: an answer that consists of a number.

A name that waits becomes an address if the number of a house is beside it: twenty-six Ambleton.
ASSUME: a small number before an ordinary word counts it (ten men), and a number before a unit is an amount.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from crosscase.detectors.address_words import (
    AND,
    LETTER,
    NUMBER,
    OTHER,
    PART,
    SIGN,
    SMALL,
    UNIT,
    UNKNOWN,
    WORD,
)
from crosscase.detectors.beside_finders import FINDERS
from crosscase.detectors.contact_words import (
    CORRECTION,
    FREE,
    JOIN,
    NUMBERED,
    NUMBERS,
    SHORT,
    SPELLING,
    TELLING,
    TELLING_BESIDE_CERTAIN,
    signs_beside,
)
from crosscase.detectors.numbered_places import is_noun
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.suspicion import ORDINARY
from crosscase.detectors.suspicion import UNKNOWN as UNKNOWN_WORD
from crosscase.detectors.words import value_of, words_of
from crosscase.languages.vocabulary import shape

DOUBT = "beside contact data, and perhaps a part of it"
_BEFORE_BOX = (*NUMBERS, SMALL, AND)  # behind the first word of an e-mail address
_BESIDE_LETTERS = (LETTER, NUMBER, PART, SPELLING)
_MOST_BETWEEN = {"ADDRESS": 2, "PHONE": 2, "FILE": 1, "EMAIL": 2, "PERSON": 1, "NUMBER": 2}  # other words; else none
_MOST_BEFORE_TWO = 6  # other words before two numbers in a row, in a telephone number
_COUNTS = 13  # a smaller number before an ordinary word counts it
_MOST_REACHED = 60  # words beside a span, pauses and all; in a table of numbers there would be no end
_MOST_OF_STREET = 1000  # a house beside a name has a smaller number
_LETTERS = 3  # of a name that is spelt
LONGEST_WORD = 50  # letters; a longer one stands for a placeholder
_TO_TURN = 60  # characters to the next turn
_OF_TURN = 6  # words of an answer among which its number begins
_OF_NAMES = ("PERSON", "PLACE", "ORGANISATION")
_OPEN = (*_OF_NAMES, "NUMBER")  # which contact data may have in it
_PART_OF_WORD = re.compile(r"['’].{1,3}|.{1,2}['’].?|.{1,2}[.]\w|[.].{1,3}")  # of a letter: l'una, p.o.
_BETWEEN_LETTERS = re.compile(r"[\s,/-]+")
_NAMES = re.compile(f"{ORDINARY}|{UNKNOWN_WORD}")
_SHOWS_HOUSE = re.compile(f"[{SIGN}{JOIN}]{NUMBER}|{NUMBER}{JOIN}|{PART}[{NUMBER}{LETTER}]")  # number nine, flat nine
SENTENCE_END = re.compile(r"(?<![.\d])(?<!\b\w)(?<!\b\w\w)(?<!\b\w\w\w)[.](?!\.)|[!?\n]|\s[–—]\s|[«»„“”\"\[\]]|\w:\s")
_TURN_IN_EMAIL = re.compile(r"[!?\n\[\]]|\w:\s")  # a recogniser hears the end of a sentence where there is none
_TURN = re.compile(r"(?:(?<!\w)[^\W\d_]+:|\s[–—])\s")
_ENDS = re.compile(r"\s*(?:[.!?…]|$)")


def find(text: str, setting: Setting, found: Sequence[Span]) -> Iterator[Span]:
    """What stands beside the spans of contact data, with these."""
    for find_beside in FINDERS:
        yield from find_beside(text, setting, found)
    passage = None
    for span in found:
        if span.kind in TELLING and (span.kind != "PERSON" or _NAMES.search(span.doubt)):
            passage = passage or _Passage(text, setting, found)
            for start, end in passage.places_beside(span):
                kind = "ADDRESS" if span.kind == "PERSON" else span.kind
                yield Span(start, end, kind, shape(text[start:end]), DOUBT)


class _Passage:
    """The words of a text and what each may be."""

    def __init__(self, text: str, setting: Setting, found: Sequence[Span]) -> None:
        self._text = text
        self._setting = setting
        self._words = words_of(text)
        self._signs = signs_beside(text, self._words, setting)
        self._kinds = [""] * len(self._words)  # of the contact data in which each word stands
        for span in found:
            for place in self._places(span) if span.kind not in _OPEN else ():
                self._kinds[place] = span.kind

    def _places(self, span: Span) -> range:
        """The words in a span."""
        first = bisect_right(self._words, span.start, key=attrgetter("end"))
        return range(first, bisect_left(self._words, span.end, key=attrgetter("start")))

    def places_beside(self, span: Span) -> Iterator[tuple[int, int]]:
        """What stands beside a span: with what belongs to it if it is doubtful, and the number of an answer."""
        places = self._places(span)
        if not places:
            return
        first = self._reached(places[0], -1, span)
        last = places[-1] if span.kind == "EMAIL" else self._reached(places[-1], 1, span)
        beside = [*range(first, places[0]), *range(places[-1] + 1, last + 1)]
        if span.kind == "PERSON" and not self._has_house(beside, UNKNOWN_WORD in span.doubt):
            return
        if not span.doubt:
            if first < places[0] and self._is_worth_a_question(first, places[0], span):
                yield self._words[first].start, self._words[places[0] - 1].end
            if last > places[-1] and (last > places[-1] + 1 or self._signs[last] not in (PART, LETTER)):
                yield self._words[places[-1] + 1].start, self._words[last].end
        elif first < places[0] or last > places[-1]:
            first -= self._signs[first] == PART and self._signs[first - 1 : first] == SMALL  # the house behind
            yield min(span.start, self._words[first].start), max(span.end, self._words[last].end)
        if span.kind in ("PHONE", "ADDRESS"):
            yield from self._answers(last, span)
        if span.kind == "PHONE" and self._is_answered(first):
            yield self._at(self._reached(first - 2, -1, span), first - 2)

    def _is_worth_a_question(self, first: int, end: int, span: Span) -> bool:
        """Whether words before what is certain may identify somebody: a floor with its number, or what is spelt."""
        signs = self._signs[first:end]
        if span.kind != "ADDRESS":
            return signs[0] != LETTER
        return signs.count(LETTER) >= _LETTERS or (PART in signs and not NUMBERED.isdisjoint(signs))

    def _reached(self, place: int, step: int, span: Span) -> int:
        """The last word in a direction that belongs to a span which ends with a word."""
        telling = (TELLING if span.doubt else TELLING_BESIDE_CERTAIN)[span.kind]
        most = _MOST_BETWEEN.get(span.kind, 0) if span.doubt else 0
        reached, others = place, 0
        for other in range(place + step, place + _MOST_REACHED * step, step):
            if not 0 <= other < len(self._words) or self._is_apart(other, step, span.kind):
                return reached
            sign = self._signs[other]
            if sign == UNIT:
                return reached
            is_joined = self._signs[other - step] == JOIN and sign != OTHER
            is_joined = is_joined and (sign not in FREE or span.kind == "EMAIL")
            if self._signs[other - 1 : other] == SPELLING and sign not in telling:
                is_letter = step > 0 and reached == other - 2 and self._signs[reached] == LETTER  # 22 c, as in Charlie
                reached = other if is_letter else reached
                continue
            if is_joined:
                reached, others = other, 0
            elif (
                self._names_box(other, reached, span)
                or self._is_short(other, span)
                or (sign in telling and not self._is_amount(other, span))
            ):
                is_far = others > most and not self._are_two(other, step, span)
                is_letter = sign == LETTER and self._signs[other - 1 : other] != PART
                is_beside = other == reached + step or bool(span.doubt)
                if is_far or (is_letter and not (is_beside and self._is_spelt(other, step))):
                    return reached
                reached, others = other, 0
            elif sign == CORRECTION:
                most = max(1, most)
            elif sign not in FREE:
                others += 1
                if others > (_MOST_BEFORE_TWO if span.kind == "PHONE" and span.doubt else most):
                    return reached
        return reached

    def _names_box(self, place: int, reached: int, span: Span) -> bool:
        """Whether an ordinary word or two begin an e-mail address before a number or a small word: dragon twelve."""
        if span.kind != "EMAIL" or place != reached - 1 or self._signs[place] != WORD:
            return False
        if self._text[self._words[place].end : self._words[reached].start] != " ":
            return self._signs[reached] in NUMBERS
        behind = self._signs[reached : reached + 2]
        return behind[0] in _BEFORE_BOX or (behind[0] == WORD and behind[1] in NUMBERS)

    def _is_short(self, place: int, span: Span) -> bool:
        """Whether an abbreviation stands beside a number behind an address: bl 4, 2 OG."""
        if span.kind != "ADDRESS" or self._signs[place] != SHORT:
            return False
        others = [other for other in (place - 1, place + 1) if 0 <= other < len(self._words)]
        numbers = [self._kinds[other] for other in others if self._signs[other] == NUMBER]
        return bool(numbers) and {"", span.kind}.issuperset(numbers)

    def _are_two(self, place: int, step: int, span: Span) -> bool:
        """Whether two numbers that follow each other at some distance may be the rest of a telephone number."""
        return span.kind == "PHONE" and bool(span.doubt) and self._signs[place + step] in NUMBERS

    def _is_spelt(self, place: int, step: int) -> bool:
        """Whether a letter stands beside another one or a number, and is no part of a word: not l'una, but 12, b, c."""
        word = self._words[place]
        if _PART_OF_WORD.fullmatch(self._text[max(0, word.start - 1) : word.end + 2]):
            return False
        one, other = sorted((place, place - step))
        between = self._text[self._words[one].end : self._words[other].start]
        are_both = self._signs[place - step] in (LETTER, SPELLING) or self._signs[place + step] in _BESIDE_LETTERS
        return between.isspace() or (are_both and _BETWEEN_LETTERS.fullmatch(between) is not None)

    def _is_apart(self, place: int, step: int, kind: str) -> bool:
        """Whether a word is in something else that was found, or a sentence or a turn ends between it and the last."""
        word = self._words[place]
        kinds = ("", kind, "ADDRESS") if kind == "PERSON" else ("", kind)
        if self._kinds[place] not in kinds or word.end - word.start > LONGEST_WORD:
            return True
        one, other = sorted((place, place - step))
        between = self._text[self._words[one].start : self._words[other].start]
        return (_TURN_IN_EMAIL if kind == "EMAIL" else SENTENCE_END).search(between) is not None

    def _is_amount(self, place: int, span: Span) -> bool:
        """Whether a number counts what stands behind it, which that of a date does before units alone."""
        if span.kind == "BIRTHDATE":
            return self._signs[place + 1] == UNIT
        return self._counts(place, bool(span.doubt))

    def _counts(self, place: int, may_be_house: bool) -> bool:
        """Whether a number counts what stands behind it, as a small one does, and every one beside what is certain."""
        if self._signs[place] not in NUMBERS:
            return False
        behind = self._signs[place + 1]
        if behind == UNIT or (not may_be_house and self._value(place) == 1):  # also an article
            return True
        if may_be_house and behind in (WORD, UNKNOWN):
            return self._value(place) < _COUNTS and not self._is_behind_sign(place)
        is_beside = self._text[self._words[place].end : self._words[place].end + 1] == " "
        return (
            is_beside
            and (behind in (WORD, UNKNOWN, OTHER) or self._is_times(place + 1))
            and not self._is_behind_sign(place)
        )

    def _is_behind_sign(self, place: int) -> bool:
        """Whether a word such as "number", one for a part of a house or another number stands directly before one."""
        last = self._words[place - 1].end if place else 0
        is_beside = self._text[last : self._words[place].start] == " "
        return is_beside and self._signs[place - 1] in (PART, SIGN, NUMBER)

    def _is_times(self, place: int) -> bool:
        """Whether a word says how often something is."""
        word = self._words[place].shape if place < len(self._words) else ""
        return any(word in language.contact("as_often") for language in self._setting.languages)

    def _value(self, place: int) -> int:
        word = self._words[place].shape
        if word.isdecimal():
            return value_of(word)
        return next((values(one)[word] for one in self._setting.languages if word in values(one)), _COUNTS)

    def _has_house(self, places: Sequence[int], is_unknown: bool) -> bool:
        """Whether the number of a house, or letters that are spelt, are among words beside a name.

        Beside an ordinary word with a capital letter it must be a noun: Ovčí, jedničce.
        """
        signs = "".join(self._signs[place] for place in places)
        numbers = [place for place in places if self._signs[place] in NUMBERS]
        if not is_unknown or any(map(self._is_noun, numbers)):
            return any(map(self._is_noun, numbers))
        is_large = any(_COUNTS <= self._value(place) < _MOST_OF_STREET for place in numbers)
        return is_large or signs.count(LETTER) >= _LETTERS or _SHOWS_HOUSE.search(signs) is not None

    def _is_noun(self, place: int) -> bool:
        """Whether a number is a noun, as that of a house is: the nine."""
        word = self._words[place]
        return is_noun(self._text[word.start : word.end], self._setting)

    def _answers(self, last: int, span: Span) -> Iterator[tuple[int, int]]:
        """The number at the beginning of the next turn."""
        start, end = self._words[last].start, self._words[last].end
        turn = _TURN.search(self._text, start, end + _TO_TURN)
        if turn is None:
            return
        begin = bisect_left(self._words, turn.end(), key=attrgetter("start"))
        for place in range(begin, min(begin + _OF_TURN, len(self._words))):
            if self._is_answer(place, span.kind):
                reached = self._reached(place, 1, span)
                if span.doubt or _ENDS.match(self._text, self._words[reached].end):
                    yield self._at(place, reached)
                return

    def _is_answered(self, place: int) -> bool:
        """Whether the turn before ends with a number: thirty-one, six ... Father: five."""
        if place < 2 or self._signs[place - 2] not in NUMBERS:
            return False
        between = self._text[self._words[place - 2].end : self._words[place].start]
        return _TURN.search(between) is not None

    def _is_answer(self, place: int, kind: str) -> bool:
        """Whether a number may be that of an answer."""
        if self._signs[place] not in NUMBERS or self._counts(place, True):
            return False
        return kind == "PHONE" or self._signs[place - 1 : place] == SIGN or self._value(place) >= _COUNTS

    def _at(self, first: int, last: int) -> tuple[int, int]:
        if self._signs[first - 1 : first] == SIGN:
            first -= 1
        return self._words[first].start, self._words[last].end
