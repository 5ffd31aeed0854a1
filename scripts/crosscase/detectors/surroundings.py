"""What stands beside contact data that was found and belongs to it: it waits for a person, too.

Nobody says an address or a number in one go: forty … no, forty-one; the second house, number nine; – and then? – seven
oh six. A detector finds the part that is clear. From there this one goes on word by word, in both directions, as long
as words tell something of that kind (`_TELLING`) and few others stand between them. Where several people speak, it also
looks at the turn before and the one behind: an answer that consists of a number.

A name that waits for review becomes an address if the number of a house stands beside it: twenty-six Ambleton.

ASSUME: a small number before an ordinary word counts it (ten men), and a number before a unit is an amount.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count
from operator import attrgetter

from crosscase.detectors.address_words import signs_of
from crosscase.detectors.date_words import corrections, is_thousand
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import is_hesitation, times, values
from crosscase.detectors.suspicion import UNKNOWN
from crosscase.detectors.words import Word, begins_sentence, words_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language, shape

DOUBT = "beside contact data, and perhaps a part of it"
# What a word may be, beside the signs of `address_words`: a name, an abbreviation in capitals, a month.
_NAME, _CAPITALS, _MONTH, _CORRECTION = "AVME"
_JOIN = "j"  # a word for a dot, a comma, a slash or a hyphen: it joins the words beside it
_NUMBERS, _NUMBER, _LETTER, _PART, _SIGN, _BREAK, _UNIT, _WORD, _OTHER = "NO", "N", "L", "P", "S", "G", "u", "W", "X"
_NUMBERS_OR_SMALL = "NOJC"
# What tells that a word belongs to a doubtful span, and to what is replaced, of which little is left out.
_TELLING = {
    "ADDRESS": frozenset("NOLPQtTRZKUAV"),
    "PHONE": frozenset("NO"),
    "FILE": frozenset("NOLVU"),
    "BIRTHDATE": frozenset("NOM"),
    "EMAIL": frozenset("NOLUQtVAj"),
    "PERSON": frozenset("NOLP"),
}
_TELLING_MORE = {
    "ADDRESS": frozenset("NOPQtTRZKAL"),
    "PHONE": frozenset("N"),
    "FILE": frozenset("NVL"),
    "BIRTHDATE": frozenset("NM"),
    "EMAIL": frozenset("NLUQtVj"),
}
_FREE = frozenset("GECSjwzr")  # words that may stand there in any number
_MOST_BETWEEN = {"ADDRESS": 2, "PHONE": 2, "FILE": 1, "BIRTHDATE": 0, "EMAIL": 2, "PERSON": 1}  # other words
_MOST_BEFORE_TWO = 6  # other words before two numbers in a row, in a telephone number
_COUNTS = 13  # a smaller number before an ordinary word counts it
_LETTERS = 3  # of a name that is spelt
_LONGEST_WORD = 50  # letters; a longer one stands for a placeholder
_TO_TURN = 60  # characters to the next turn
_OF_TURN = 6  # words of an answer among which its number begins
_OF_NAMES = ("PERSON", "PLACE", "ORGANISATION")
_PART_OF_WORD = re.compile(r"['’].{1,3}|.{1,2}['’].?|.{1,2}[.]\w")  # of a letter: l'una, p.o.
_BETWEEN_LETTERS = re.compile(r"[\s,/-]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE = re.compile(r"(?<![.\d])(?<!\b\w)(?<!\b\w\w)(?<!\b\w\w\w)[.](?!\.)|[!?\n]|\s[–—]\s|[«»„“”\"\[\]]|\w:\s")
_TURN_IN_EMAIL = re.compile(r"[!?\n\[\]]|\w:\s")  # a recogniser hears the end of a sentence where there is none
_TURN = re.compile(r"(?:(?<!\w)[^\W\d_]+:|\s[–—])\s")
_ENDS = re.compile(r"\s*(?:[.!?…]|$)")


def find(text: str, setting: Setting, found: Sequence[Span]) -> Iterator[Span]:
    """What stands beside the spans of contact data, with these."""
    passage = None
    for span in found:
        if span.kind in _TELLING and (span.kind != "PERSON" or UNKNOWN in span.doubt):
            passage = passage or _Passage(text, setting, found)
            for start, end in passage.around(span):
                kind = "ADDRESS" if span.kind == "PERSON" else span.kind
                yield Span(start, end, kind, shape(text[start:end]), DOUBT)


class _Passage:
    """The words of a text and what each may be."""

    def __init__(self, text: str, setting: Setting, found: Sequence[Span]) -> None:
        self._text = text
        self._setting = setting
        self._words = words_of(text)
        written = [text[word.start : word.end] for word in self._words]
        signs = signs_of([word.lower() for word in written], setting)
        self._signs = "".join(map(self._sign, self._words, written, signs)) + _OTHER
        self._kinds = [""] * len(self._words)  # of the contact data in which each word stands
        for span in found:
            for place in self._places(span) if span.kind not in _OF_NAMES else ():
                self._kinds[place] = span.kind

    def _places(self, span: Span) -> range:
        """The words in a span."""
        first = bisect_right(self._words, span.start, key=attrgetter("end"))
        return range(first, bisect_left(self._words, span.end, key=attrgetter("start")))

    def around(self, span: Span) -> Iterator[tuple[int, int]]:
        """The places around a span: with what belongs to it if it is doubtful, and the number of an answer."""
        places = self._places(span)
        if not places:
            return
        first = self._reached(places[0], -1, span)
        last = places[-1] if span.kind == "EMAIL" else self._reached(places[-1], 1, span)
        if span.kind == "PERSON" and not self._has_house([*range(first, places[0]), *range(places[-1] + 1, last + 1)]):
            return
        if not span.doubt:
            if first < places[0] and span.kind != "ADDRESS" and self._signs[first] != _LETTER:
                yield self._words[first].start, self._words[places[0] - 1].end
            if last > places[-1] and (last > places[-1] + 1 or self._signs[last] not in (_PART, _LETTER)):
                yield self._words[places[-1] + 1].start, self._words[last].end
        elif first < places[0] or last > places[-1]:
            yield min(span.start, self._words[first].start), max(span.end, self._words[last].end)
        if span.kind in ("PHONE", "ADDRESS"):
            yield from self._answers(last, span)
        if span.kind == "PHONE" and self._is_answered(first):
            yield self._at(self._reached(first - 2, -1, span), first - 2)

    def _sign(self, word: Word, written: str, sign: str) -> str:
        """What a word may be."""
        languages = self._setting.languages
        if any(word.shape in language.months for language in languages):
            return _MONTH
        if any(map(str.isdecimal, word.shape)):
            return _UNIT if _YEAR.fullmatch(word.shape) else "N"
        if any(word.shape in times(language) or is_thousand(word.shape, language) for language in languages):
            return "N"
        if any(word.shape in _joins(language) for language in languages):
            return _JOIN
        if any(word.shape in corrections(language) for language in languages):
            return _CORRECTION
        is_sound = sign != _NUMBER and is_hesitation(word.shape)
        if is_sound or any(word.shape in _fillers(language) for language in languages):
            return _BREAK
        if word.capital and self._setting.cased and sign in "WU":
            if written.isupper() and 1 < len(written) < 5:
                return _CAPITALS
            vocabulary = Vocabulary.of(languages)
            is_name = not vocabulary.is_ordinary(written) and not vocabulary.is_compound(written)
            return _NAME if is_name and not begins_sentence(self._text, word.start) else "W"
        return sign

    def _reached(self, place: int, step: int, span: Span) -> int:
        """The last word in a direction that belongs to a span which ends with a word."""
        telling = (_TELLING if span.doubt else _TELLING_MORE)[span.kind]
        most = _MOST_BETWEEN[span.kind] if span.doubt else 0
        reached, others = place, 0
        for other in count(place + step, step):
            if not 0 <= other < len(self._words) or self._is_apart(other, step, span.kind):
                return reached
            sign = self._signs[other]
            if sign == _UNIT:
                return reached
            is_joined = self._signs[other - step] == _JOIN and sign != _OTHER
            is_joined = is_joined and (sign not in _FREE or span.kind == "EMAIL")
            if is_joined:
                reached, others = other, 0
            elif self._names_box(other, reached, span) or (sign in telling and not self._is_amount(other, span)):
                is_far = others > most and not self._are_two(other, step, span)
                is_letter = sign == _LETTER and self._signs[other - 1 : other] != _PART
                is_letter = is_letter and not (span.kind == "EMAIL" and span.doubt)
                if is_far or (is_letter and not (other == reached + step and self._is_spelt(other, step))):
                    return reached
                reached, others = other, 0
            elif sign == _CORRECTION:
                most = max(1, most)
            elif sign not in _FREE:
                others += 1
                if others > (_MOST_BEFORE_TWO if span.kind == "PHONE" and span.doubt else most):
                    return reached
        return reached

    def _names_box(self, place: int, reached: int, span: Span) -> bool:
        """Whether an ordinary word or two begin an e-mail address before a number or a small word: dragon twelve."""
        if span.kind != "EMAIL" or place != reached - 1 or self._signs[place] != _WORD:
            return False
        if self._text[self._words[place].end : self._words[reached].start] != " ":
            return self._signs[reached] in _NUMBERS
        behind = self._signs[reached : reached + 2]
        return behind[0] in _NUMBERS_OR_SMALL or (behind[0] == _WORD and behind[1] in _NUMBERS)

    def _are_two(self, place: int, step: int, span: Span) -> bool:
        """Whether two numbers that follow each other at some distance may be the rest of a telephone number."""
        return span.kind == "PHONE" and bool(span.doubt) and self._signs[place + step] in _NUMBERS

    def _is_spelt(self, place: int, step: int) -> bool:
        """Whether a letter stands beside another one or a number, and is no part of a word: not l'una, but 12, b, c."""
        word = self._words[place]
        if _PART_OF_WORD.fullmatch(self._text[max(0, word.start - 1) : word.end + 2]):
            return False
        one, other = sorted((place, place - step))
        between = self._text[self._words[one].end : self._words[other].start]
        are_both = self._signs[place - step] == _LETTER or self._signs[place + step] in (_LETTER, _NUMBER)
        return between.isspace() or (are_both and _BETWEEN_LETTERS.fullmatch(between) is not None)

    def _is_apart(self, place: int, step: int, kind: str) -> bool:
        """Whether a word is in something else that was found, or a sentence or a turn ends between it and the last."""
        word = self._words[place]
        if self._kinds[place] not in ("", kind) or word.end - word.start > _LONGEST_WORD:
            return True
        one, other = sorted((place, place - step))
        between = self._text[self._words[one].start : self._words[other].start]
        return (_TURN_IN_EMAIL if kind == "EMAIL" else _SENTENCE).search(between) is not None

    def _is_amount(self, place: int, span: Span) -> bool:
        """Whether a number counts what stands behind it, which that of a date does before units alone."""
        if span.kind == "BIRTHDATE":
            return self._signs[place + 1] == _UNIT
        return self._counts(place, bool(span.doubt))

    def _counts(self, place: int, may_be_house: bool) -> bool:
        """Whether a number counts what stands behind it, as a small one does, and every one beside what is certain."""
        if self._signs[place] not in _NUMBERS:
            return False
        behind = self._signs[place + 1]
        if behind == _UNIT or (not may_be_house and self._value(place) == 1):  # also an article
            return True
        if may_be_house and behind in "WU":
            return self._value(place) < _COUNTS and not self._is_behind_sign(place)
        is_beside = self._text[self._words[place].end : self._words[place].end + 1] == " "
        return is_beside and (behind in "WUX" or self._is_times(place + 1)) and not self._is_behind_sign(place)

    def _is_behind_sign(self, place: int) -> bool:
        """Whether a word such as "number", one for a part of a house or another number stands directly before one."""
        last = self._words[place - 1].end if place else 0
        is_beside = self._text[last : self._words[place].start] == " "
        return is_beside and self._signs[place - 1] in (_PART, _SIGN, _NUMBER)

    def _is_times(self, place: int) -> bool:
        """Whether a word says how often something is."""
        word = self._words[place].shape if place < len(self._words) else ""
        return any(word in language.contact("as_often") for language in self._setting.languages)

    def _value(self, place: int) -> int:
        word = self._words[place].shape
        if word.isdecimal():
            return int(word)
        return next((values(one)[word] for one in self._setting.languages if word in values(one)), _COUNTS)

    def _has_house(self, places: Sequence[int]) -> bool:
        """Whether the number of a house, or letters that are spelt, are among words beside a name."""
        signs = "".join(self._signs[place] for place in places)
        is_large = any(self._signs[place] == "N" and self._value(place) >= _COUNTS for place in places)
        return is_large or "SN" in signs or signs.count("L") >= _LETTERS

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
        if place < 2 or self._signs[place - 2] not in _NUMBERS:
            return False
        between = self._text[self._words[place - 2].end : self._words[place].start]
        return _TURN.search(between) is not None

    def _is_answer(self, place: int, kind: str) -> bool:
        """Whether a number may be that of an answer."""
        if self._signs[place] not in _NUMBERS or self._counts(place, True):
            return False
        return kind == "PHONE" or self._signs[place - 1 : place] == _SIGN or self._value(place) >= _COUNTS

    def _at(self, first: int, last: int) -> tuple[int, int]:
        if self._signs[first - 1 : first] == _SIGN:
            first -= 1
        return self._words[first].start, self._words[last].end


@cache
def _fillers(language: Language) -> frozenset[str]:
    """Words of a small break."""
    listed = [word for name in ("number_fillers", "number_asides") for word in language.contact(name)]
    return frozenset(word for phrase in listed for word in phrase.split())


@cache
def _joins(language: Language) -> frozenset[str]:
    """Words for signs that join what stands beside them."""
    names = ("spoken_dot", "spoken_commas", "slashes", "spoken_hyphens")
    listed = (phrase.split()[-1] for name in names for phrase in language.contact(name))
    small = language.prepositions | language.particles | language.articles | language.conjunctions
    return frozenset(listed) - small
