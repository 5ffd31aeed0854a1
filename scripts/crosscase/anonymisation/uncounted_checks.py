"""Whether a number in a text may be one that counts nothing, for the triage: most are none.

The rules of `uncounted_numbers` are patterns of signs, one a word. What a word's sign is depends little on the words
beside it, so that the signs that it may have are remembered for each word of a text. One that may have several has a
sign for that, which the patterns take for each of them. Where no pattern fits then, no rule does. Mostly the words
beside each number tell already that none does, which is remembered, too.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from crosscase.anonymisation.known import Known
from crosscase.anonymisation.neighbours import Words
from crosscase.anonymisation.possible_signs import COUNTED, PossibleSigns
from crosscase.anonymisation.rules_by_signs import NOTHING, RulesBySigns
from crosscase.anonymisation.sign_contexts import END, START
from crosscase.anonymisation.uncounted_patterns import (
    LETTERS,
    ONE,
    any_of,
    as_capital,
    pattern_of,
)
from crosscase.anonymisation.words_of_lists import of_lists
from crosscase.detectors.address_words import (
    AND,
    BREAK,
    LETTER,
    LIKE,
    NAME,
    NUMBER,
    OTHER,
    SIGN,
    SMALL,
    UNKNOWN,
    sign_of,
)
from crosscase.detectors.address_words import WORD as ORDINARY
from crosscase.detectors.beside_numbers import (
    ADJECTIVE,
    COMMA,
    FREQUENT,
    STOP,
)
from crosscase.detectors.evidence_needs import Needs
from crosscase.detectors.spans import Setting
from crosscase.detectors.uncounted_evidence import FEWEST_LETTERS
from crosscase.detectors.uncounted_numbers import RULES, rules_for
from crosscase.detectors.words import WORD, words_of

_TURN = ":"
_ENDS = STOP + COMMA
_GAPS = (STOP + STOP, STOP + COMMA, COMMA + STOP, COMMA + COMMA)
_GAP = re.compile(f"[{STOP}{COMMA}]{{2,}}")
# Of these one is in most texts.
_IN_ALL = frozenset({ADJECTIVE, UNKNOWN, NUMBER, SMALL, OTHER, ORDINARY, FREQUENT, BREAK, STOP, COMMA})
_ONES = frozenset(one + end for one in (ONE, as_capital(ONE)) for end in ("", *_ENDS))
# What a word directly before a one, or behind it, is where this is a number: in addresses, and in sentences.
_BESIDE_ONE = {
    -1: ((NUMBER, AND, SIGN), any_of(NUMBER + LETTER + NAME + LIKE + ADJECTIVE)),
    0: ((NUMBER, AND), any_of(NUMBER)),
}
_BEFORE_GENITIVE = 4  # words before a number, of which one may be a street
Places = Sequence[tuple[int, Mapping[str, int]]]  # of numbers, each with the rules that may find it there


def read_ahead() -> None:
    """Make the patterns of all rules, which are the same in all languages."""
    for rule in RULES:
        pattern_of(rule)


class UncountedChecks:
    """The checks of one setting; `read` gives the text of some words as detectors read it.

    Rules are numbered; several are an integer that has the bit of each.
    """

    def __init__(self, setting: Setting, read: Callable[[Words], str]) -> None:
        self._setting = setting
        self._read = read
        self._signs_of = Known(PossibleSigns(setting, read).of)
        self._before_one: Known[str, bool] = Known(lambda word: self._may_make_one(word, -1))
        self._behind_one: Known[str, bool] = Known(lambda word: self._may_make_one(word, 0))
        self._listed_articles = frozenset(of_lists(setting, "street_articles"))
        self._endings = tuple(of_lists(setting, "street_genitives"))
        self._patterns = [pattern_of(rule) for rule in rules_for(setting)]
        self._rules = self._with(lambda _: True)
        self._of_any_case = self._with(lambda needs: not needs.is_small)  # also in passages with capital letters
        self._of_turns = self._with(lambda needs: needs.is_turn)  # in passages in which it says who speaks
        self._of_letters = self._with(lambda needs: needs.fewest > 1)
        self._of_genitives = self._with(lambda needs: needs.is_genitive)
        self._with_any_number = self._with(lambda needs: not needs.is_large)
        rules_by_signs: dict[frozenset[str], int] = {}
        for number, pattern in enumerate(self._patterns):
            for signs in pattern.in_text:
                if _IN_ALL.isdisjoint(signs):
                    rules_by_signs[signs] = rules_by_signs.get(signs, 0) | 1 << number
        self._evidence = list(rules_by_signs.items())  # signs of which some rules need one
        self._with_evidence = Known(self._look_up_with_evidence)
        self._letters: set[str] = set()
        self._articles: set[str] = set()  # before a genitive that is a street
        self._genitives: set[str] = set()
        self._by_signs = RulesBySigns(self._patterns)
        self._last_signs: Known[str, str] = Known(lambda word: self._signs_beside(word)[-2:])
        self._first_signs: Known[str, str] = Known(lambda word: self._signs_beside(word)[:2])

    def _with(self, is_one: Callable[[Needs], bool]) -> int:
        """The rules whose needs are such ones."""
        return sum(1 << number for number, pattern in enumerate(self._patterns) if is_one(pattern.needs))

    def note(self, word: str) -> int:
        """Note a new word of texts, and say what it tells: 1 if it may be a number, and the bits of `_evidence`."""
        signs = self._signs_of[word]
        tells = int(not COUNTED.isdisjoint(signs))
        for number, (needed, _) in enumerate(self._evidence, 1):
            tells |= (not needed.isdisjoint(signs)) << number
        if not LETTERS.isdisjoint(signs):
            self._letters.add(word)
        if self._of_genitives:
            shapes = [one.shape for one in words_of(self._read([word]))]
            if not self._listed_articles.isdisjoint(shapes):
                self._articles.add(word)
            if any(shape.endswith(self._endings) for shape in shapes):
                self._genitives.add(word)
        return tells

    def found_beside(self, word: str) -> Mapping[str, int] | None:
        """The rules that may find a noted word if it is a number, by the signs before it and behind it.

        Those that need a large number are the higher bits, where it may be large.
        """
        signs = self._signs_of[word]
        return None if COUNTED.isdisjoint(signs) else self._by_signs.beside[signs]

    def clear(self) -> None:
        """Forget all noted words."""
        for words in (self._letters, self._articles, self._genitives):
            words.clear()

    def may_be_in(self, words: Words, text: str, places: Places, told: int) -> bool:
        """Whether a rule may find something in a text of these noted words, which tell so much together.

        Its numbers have these places.
        """
        rules = self._with_evidence[told]
        is_small = not (words[0][:1].isupper() or next(filter(str.isalpha, text), "").isupper())
        if not is_small and self._setting.cased:
            rules &= self._of_any_case
            if text.find("\n", 0, -1) < 0:
                rules &= self._beside(words, places, rules | rules << len(self._patterns))
            if not rules:
                return False  # mostly
        if _TURN not in text:
            rules &= ~self._of_turns
        if rules & self._of_letters and not self._has_several_letters(words):
            rules &= ~self._of_letters
        if rules & self._of_genitives and not any(self._follows_genitive(words, place) for place, _ in places):
            rules &= ~self._of_genitives
        return bool(rules) and self._fits(rules, self._signs_in(words, text))

    def _look_up_with_evidence(self, told: int) -> int:
        """The rules of which a text has all signs that they need, by what its words tell."""
        lacking = 0
        for number, (_, needing) in enumerate(self._evidence, 1):
            lacking |= 0 if told >> number & 1 else needing
        return self._rules & ~lacking

    def _has_several_letters(self, words: Words) -> bool:
        letters = self._letters
        return sum([len(self._signs_of[word]) for word in words if word in letters]) >= FEWEST_LETTERS

    def _follows_genitive(self, words: Words, place: int) -> bool:
        """Whether a genitive behind an article may stand before a number."""
        first = max(0, place - _BEFORE_GENITIVE)
        before = words[first:place]
        if not all(map(self._signs_of.__getitem__, before)):
            return True  # a sign alone, beside which words may stand as if nothing were between them
        articles, genitives = self._articles, self._genitives
        return any(
            word in genitives and (word in articles or words[number - 1] in articles)
            for number, word in enumerate(before, first)
        )

    def _signs_beside(self, word: str) -> str:
        """The signs of a word, beside which a sign may be left out if it has none but such signs."""
        signs = self._signs_of[word]
        return signs if signs.strip(_ENDS) else NOTHING

    def _beside(self, words: Words, places: Places, asked: int) -> int:
        """The rules that may find something by the signs beside each number; of these some are asked for."""
        last_of, first_of, last = self._last_signs, self._first_signs, len(words) - 2
        found = 0
        for place, found_beside in places:
            before = last_of[words[place - 1]] if place else START
            behind = first_of[words[place + 1]] if place < last else END
            found_here = asked & found_beside[before[-1] + behind[0]]
            # A one is mostly an article.
            if found_here and (self._signs_of[words[place]] not in _ONES or self._may_be_one(words, place)):
                if len(before) == 1:
                    before = (last_of[words[place - 2]][-1] if place > 1 else START) + before
                if len(behind) == 1:
                    behind += first_of[words[place + 2]][0] if place + 1 < last else END
                found |= found_here & self._by_signs.by_two_signs(before + self._signs_of[words[place]] + behind)
        return found & (found >> len(self._patterns) | self._with_any_number)

    def _may_be_one(self, words: Words, place: int) -> bool:
        """Whether a word for one, mostly an article, may be a number by the words beside it."""
        return self._before_one[words[place - 1]] or self._behind_one[words[place + 1]]

    def _may_make_one(self, word: str, place: int) -> bool:
        """Whether the last word of a text's word, or the first one, may make a number of a one behind or before it."""
        parts, signs = WORD.findall(self._read([word])), self._signs_of[word].strip(_ENDS)
        if not (parts and signs):
            return bool(word)
        of_address, of_sentence = _BESIDE_ONE[place]
        return sign_of(parts[place].lower(), self._setting) in of_address or signs[place] in of_sentence

    def _fits(self, rules: int, signs: str) -> bool:
        """Whether the pattern of one of some rules is in these signs."""
        while rules:
            rest = rules & rules - 1
            if self._patterns[(rules ^ rest).bit_length() - 1].may_be_in(signs):
                return True
            rules = rest
        return False

    def _signs_in(self, words: Words, text: str) -> str:
        """The signs that the words of a text may have, with one between two words at most."""
        signs_of = self._signs_of.__getitem__
        signs = "".join(map(signs_of, words))
        if "\n" in text.rstrip():
            signs = STOP.join(["".join(map(signs_of, line.split())) for line in text.split("\n")])
        signs = signs.lstrip(STOP + COMMA)
        if any(map(signs.__contains__, _GAPS)):
            signs = _GAP.sub(lambda gap: STOP if STOP in gap[0] else COMMA, signs)
        return signs.removesuffix(COMMA) + STOP if signs.endswith(COMMA) else signs
