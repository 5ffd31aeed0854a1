"""The rest of a sentence in which contact data is said: it waits for a person, too.

Strangers say what nobody has foreseen: where the house stands, who opens, how it is written. `surroundings` goes on
from what was found as long as words tell something. This goes on without knowing the words:

1. Perhaps an address, an e-mail address or numbers in words: all words of the sentence, up to `_MOST` on each side. A
   person sees them anyway, and one row asks for all of them.
2. Perhaps another number, which is written in figures: as far as words tell something, with what stands between.
3. An address that is replaced: a part of it near by, such as a floor or a second number, to the end of the clause. A
   telephone number in words that is replaced: several numbers near by. An e-mail address: the word directly before it,
   and letters that are said there.
4. A few words between commas behind an address that is replaced, if they are no clause: upstairs, at the very top.

What is replaced otherwise, such as a number plate, ends this, and so does the end of a sentence or of a turn.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import count
from operator import attrgetter

from crosscase.detectors.address_words import CORNER, LETTER, NUMBER, OTHER, PART, SIGN, UNIT, UNKNOWN, WORD
from crosscase.detectors.contact_words import JOIN, MONTH, NAMED, NUMBERS, SHORT, SPELLING, TELLING, telling_signs
from crosscase.detectors.ordinary_use import is_frequent
from crosscase.detectors.spans import Setting, Span, Taken
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.surroundings import LONGEST_WORD, SENTENCE_END
from crosscase.detectors.words import begins_sentence, words_of
from crosscase.languages.vocabulary import shape

DOUBT = "in a sentence with contact data, and perhaps a part of it"
KINDS = frozenset(TELLING) - {"PERSON", "NUMBER"}
_SAID = ("ADDRESS", "EMAIL")  # of which every word may be a part
_NEAR = ("ADDRESS", "PHONE", "EMAIL")  # beside which a part of them may stand though they are replaced
_NAMES = ("PERSON", "PLACE", "ORGANISATION")  # may stand in an address
_MOST = 14  # words on each side
_MOST_BETWEEN = 3  # words between an address that is replaced and a part of it
_FEWEST_NUMBERS = 2  # near a telephone number that is replaced
_MOST_OF_CLAUSE = 4  # further words to the end of the clause
_TELLING = frozenset().union(*TELLING.values()) | {SIGN}
_OF_HOUSE = frozenset("TR") | {PART, NUMBER, CORNER, SHORT, JOIN, NAMED}
_OF_BOX = frozenset({WORD, UNKNOWN, NAMED, NUMBER})
_FEWEST_SAID = 4  # words of an e-mail address that is said
_LONGEST_SMALL = 3  # letters of a preposition before an e-mail address
_OF_PART = (*NUMBERS, CORNER, JOIN)  # of which a part of an address has one
_STREETS = frozenset("TZwzr")  # words for streets and hamlets, before a name
_FEWEST_NAMES = 2  # capitalised words before an address
_MOST_OF_PIECE, _SHORTEST_OF_PIECE = 4, 4  # words of a piece behind an address; letters of one of them
_OF_NO_PIECE = frozenset({OTHER, UNIT, MONTH, NAMED, UNKNOWN, SPELLING})
_PIECE = re.compile(r",\s")
_MOST_TO_LETTER, _BEFORE_LETTER = 3, 2  # words from a letter to an e-mail address, and before the letter
_COUNTED = (UNIT, WORD, UNKNOWN, OTHER, SIGN)
_COUNTS = 13  # a smaller number in words counts something
_CLAUSE_END = re.compile(r"[,;:.!?…–—()\n]")


def find(text: str, setting: Setting, found: Sequence[Span]) -> Iterator[Span]:
    """The rest of the sentences of contact data, with what is doubtful of it, outside of what is replaced."""
    sentences = _Sentences(text, setting, found)
    for span in found:
        if span.kind in KINDS and (span.doubt or span.kind in _NEAR):
            yield from sentences.rest_of(span)


class _Sentences:
    """The words of a text and what each may be."""

    def __init__(self, text: str, setting: Setting, found: Sequence[Span]) -> None:
        self._text = text
        self._setting = setting
        self._words = words_of(text)
        self._replaced = [span for span in found if not span.doubt]
        self._taken = Taken((span.start, span.end) for span in self._replaced)
        self._others: dict[str, Taken] = {}  # by the kind that is not among them

    @cached_property
    def _signs(self) -> str:
        return telling_signs(self._text, self._words, self._setting)

    def _places(self, start: int, end: int) -> range:
        """The words between two characters."""
        first = bisect_right(self._words, start, key=attrgetter("end"))
        return range(first, bisect_left(self._words, end, key=attrgetter("start")))

    def rest_of(self, span: Span) -> Iterator[Span]:
        """A span with the rest of its sentence, in parts beside what is replaced."""
        places = self._places(span.start, span.end)
        if not places:
            return
        first, last = self._reached(places[0], -1, span, places), self._reached(places[-1], 1, span, places)
        if span.kind == "EMAIL" and not span.doubt:
            first, last = self._first_of_box(places), places[-1]
        for piece in self._pieces_beside(places) if span.kind == "ADDRESS" and not span.doubt else ():
            start, end = self._words[piece[0]].start, self._words[piece[-1]].end
            yield Span(start, end, span.kind, shape(self._text[start:end]), DOUBT)
        if first == places[0] and last == places[-1]:
            return
        start, end = min(span.start, self._words[first].start), max(span.end, self._words[last].end)
        whole = Span(start, end, span.kind, shape(self._text[start:end]), DOUBT)
        for part in self._taken.parts_outside(self._text, whole):
            is_found = span.doubt and part.start <= span.start < part.end
            if is_found or self._tells(self._places(part.start, part.end), span):
                yield part

    def _tells(self, places: range, span: Span) -> bool:
        """Whether words beside what is replaced tell something of it."""
        if span.doubt:
            return any(self._signs[place] in _TELLING for place in places)
        if span.kind == "EMAIL":
            return True
        if span.kind == "PHONE":
            return sum(self._signs[place] == NUMBER for place in places) >= _FEWEST_NUMBERS
        are_parts = sum(self._signs[place] == PART for place in places) > 1  # the ground floor flat
        return are_parts or any(
            (self._signs[place] in _OF_PART and self._is_of_house(place))
            or self._is_of_name(place)
            or (self._signs[place] == PART and self._is_capital_letter(place + 1))
            for place in places
        )

    def _is_of_name(self, place: int) -> bool:
        """Whether a word is one for a street or a hamlet directly before a name: cascina Malpaga."""
        return self._signs[place] in _STREETS and self._signs[place + 1] == NAMED

    def _pieces_beside(self, places: range) -> Iterator[range]:
        """What stands between commas directly before an address and behind it, and belongs to it."""
        pieces = (self._names_before(places[0]), self._piece_behind(places[-1]))
        return (piece for piece in pieces if piece)

    def _names_before(self, place: int) -> range | None:
        """A few capitalised words before an address and a comma, such as the name of a house."""
        if not self._is_comma(place):
            return None
        first = place
        while place - first < _MOST_OF_PIECE and first and self._words[first - 1].capital:
            first -= 1
            if self._is_comma(first) or begins_sentence(self._text, self._words[first].start):
                break
        words = self._words[first:place]
        is_name = len(words) >= _FEWEST_NAMES or (words and self._is_led(first))
        are_names = is_name and self._words[first].shape not in self._setting.function_words
        is_free = are_names and not self._taken.overlapping(words[0].start, words[-1].end)
        return range(first, place) if is_free else None

    def _is_led(self, place: int) -> bool:
        """Whether a small word stands before a longer one: im Gemeindehaus."""
        before, word = self._words[place - 1].shape if place else "", self._words[place]
        return before in self._small and word.end - word.start >= _SHORTEST_OF_PIECE

    @cached_property
    def _small(self) -> frozenset[str]:
        """Small words before a noun: in, the, im."""
        setting = self._setting
        contractions = (word for language in setting.languages for word in language.contact("contractions"))
        return (setting.joining | setting.determiners | setting.articles).union(contractions)

    def _is_comma(self, place: int) -> bool:
        """Whether a comma alone stands before a word."""
        before = self._words[place - 1].end if place else 0
        return _PIECE.fullmatch(self._text, before, self._words[place].start) is not None

    def _piece_behind(self, place: int) -> range | None:
        """The few words between commas behind an address, if they are no clause."""
        words = self._words
        if place + 1 >= len(words) or not self._is_comma(place + 1):
            return None
        ends = range(place + 2, place + 2 + _MOST_OF_PIECE)
        end = next((end for end in ends if end >= len(words) or self._ends(_CLAUSE_END, end, 1)), None)
        piece = range(place + 1, end) if end else None
        is_free = piece and not self._taken.overlapping(words[piece[0]].start, words[piece[-1]].end)
        signs = self._signs[piece[0] : piece[-1] + 1] if piece else OTHER
        counted = piece[:-1] if piece and words[piece[-1]].shape.isdecimal() else piece or ()  # bed 14
        if not (piece and is_free and _OF_NO_PIECE.isdisjoint(signs)) or any(map(self._counts, counted)):
            return None
        is_long = any(words[place].end - words[place].start >= _SHORTEST_OF_PIECE for place in piece)
        is_beside = any(words[place].shape in self._small for place in piece[:2])  # near the dyke: no part of a house
        is_part = any(sign in (PART, *NUMBERS) for sign in signs)
        return piece if is_part or (is_long and not is_beside) else None

    def _reached(self, place: int, step: int, span: Span, places: range) -> int:
        """The last word of the sentence in a direction that may belong to a span."""
        others = self._others_than(span.kind)
        is_all = span.kind in _SAID or any(self._is_in_words(number) for number in places)
        reached = place
        for other in count(place + step, step):
            if abs(other - place) > _MOST or self._is_apart(other, step, others):
                break
            if not span.doubt and abs(other - reached) > _MOST_BETWEEN:
                break
            tells = is_all or self._signs[other] in _TELLING if span.doubt else self._is_near(other, span)
            reached = other if tells else reached
        is_address = span.kind == "ADDRESS" and not span.doubt and reached != place
        return self._end_of_clause(reached, step, others) if is_address else reached

    def _others_than(self, kind: str) -> Taken:
        """What is replaced, but for names and for what is of a kind."""
        if kind not in self._others:
            others = (one for one in self._replaced if one.kind not in (kind, *_NAMES))
            self._others[kind] = Taken((one.start, one.end) for one in others)
        return self._others[kind]

    def _first_of_box(self, places: range) -> int:
        """The first word of an e-mail address that is said: an ordinary one may begin the name of the box."""
        first = places[0]
        is_said = len(places) >= _FEWEST_SAID and self._text[self._words[first].end] == " "  # not a.b@c.example
        may_begin = is_said and first > 0 and self._signs[first - 1] in _OF_BOX and not self._is_small(first - 1)
        first -= may_begin and self._text[self._words[first - 1].end : self._words[first].start] == " "
        return self._first_letter(first - self._is_spelt_behind(first - 1, places[-1] + 1))

    def _is_spelt_behind(self, place: int, behind: int) -> bool:
        """Whether the word at a place is a letter that is spelt behind an address: r wood at ..., r as in Robert."""
        if place < 0 or behind + 1 >= len(self._words):
            return False
        letter = self._words[place].shape
        return len(letter) == 1 and letter == self._words[behind].shape and self._signs[behind + 1] == SPELLING

    def _first_letter(self, first: int) -> int:
        """The first of the letters that are said before an e-mail address, with the word "letter": a k, then oakes."""
        reached = first
        while reached:
            near = range(reached - 1, max(-1, reached - 1 - _MOST_TO_LETTER), -1)
            letter = next((place for place in near if self._is_letter(place)), None)
            is_apart = letter is None or any(self._ends(SENTENCE_END, place, -1) for place in range(letter, reached))
            if letter is None or is_apart:
                break
            reached = letter
        return reached if reached == first else max(0, reached - _BEFORE_LETTER)

    def _is_letter(self, place: int) -> bool:
        """Whether a word is a letter that is said, and no part of another word: not it's."""
        start, end = self._words[place].start, self._words[place].end
        is_alone = (self._text[start - 1 : start] or " ").isspace() and self._text[end : end + 1] in (" ", ",")
        return self._signs[place] == LETTER and is_alone and not is_frequent(self._words[place].shape, self._setting)

    def _is_small(self, place: int) -> bool:
        """Whether a word is a short and frequent one, such as a preposition."""
        word = self._words[place]
        return word.end - word.start <= _LONGEST_SMALL and is_frequent(word.shape, self._setting)

    def _is_in_words(self, place: int) -> bool:
        """Whether a word is a number in words."""
        return self._signs[place] in NUMBERS and not self._words[place].shape[0].isdecimal()

    def _is_apart(self, place: int, step: int, others: Taken) -> bool:
        """Whether a word is in something else, or in another sentence than the one before it in a direction."""
        if not 0 <= place < len(self._words):
            return True
        word = self._words[place]
        if others.overlapping(word.start, word.end) or word.end - word.start > LONGEST_WORD:
            return True
        return self._ends(SENTENCE_END, place, step)

    def _ends(self, sign: re.Pattern[str], place: int, step: int) -> bool:
        """Whether a sign stands between a word and the one before it in a direction."""
        one, other = sorted((place, place - step))
        return sign.search(self._text, self._words[one].end - 1, self._words[other].start) is not None

    def _is_near(self, place: int, span: Span) -> bool:
        """Whether a word near what is replaced may be a part of it."""
        if span.kind == "PHONE":
            return self._signs[place] == NUMBER
        return self._is_of_house(place) or self._is_of_name(place)

    def _is_of_house(self, place: int) -> bool:
        """Whether a word is a part of an address that is near: a floor, a name, a number that counts nothing."""
        return self._signs[place] in _OF_HOUSE and not self._counts(place)

    def _counts(self, place: int) -> bool:
        """Whether a number counts what stands behind it, as a small one in words mostly does."""
        if self._signs[place] != NUMBER or self._signs[place - 1 : place] in (PART, SIGN):
            return False
        if self._is_capital_letter(place + 1):  # twelve A
            return False
        word = self._words[place].shape
        is_small = any(values(language).get(word, _COUNTS) < _COUNTS for language in self._setting.languages)
        return is_small or self._signs[place + 1] in _COUNTED

    def _is_capital_letter(self, place: int) -> bool:
        """Whether a word is a capital letter alone, as of a flat."""
        word = self._words[place] if place < len(self._words) else None
        return word is not None and word.capital and word.end - word.start == 1

    def _end_of_clause(self, place: int, step: int, others: Taken) -> int:
        """The last word of a clause in a direction, if it is near."""
        for _ in range(_MOST_OF_CLAUSE):
            further = place + step
            if self._is_apart(further, step, others) or self._ends(_CLAUSE_END, further, step):
                break
            place = further
        return place
