"""Which rules of numbers that count nothing may find a number by the signs beside it, for the triage: mostly none.

Rules are numbered, and so are their contexts; several are an integer that has the bit of each. Rules that need a large
number are the higher bits, where the number may be large. A context has rows for each side: signs that may stand beside
a number, with those that may stand beyond them. What each sign allows is worked out once, so that three new signs in a
row take two look-ups.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial, reduce
from operator import or_

from crosscase.anonymisation.known import Known
from crosscase.anonymisation.sign_contexts import END, START, Step
from crosscase.anonymisation.uncounted_patterns import Pattern
from crosscase.detectors.beside_numbers import COMMA, STOP

NOTHING = "\2"  # stands for a word without a sign, beside which others may stand as if it were not there
_ENDS = STOP + COMMA
_AT_END = (STOP, COMMA, START, END)  # where a sign of `_ENDS` may be left out
_LEFT_OUT = re.compile(f"[{STOP}{COMMA}{START}][{STOP}{COMMA}]|{COMMA}{END}|{NOTHING}")
_OR_OTHERS = dict.fromkeys((STOP, COMMA), (STOP, COMMA, START))  # which these may become, or leave at the beginning
_ANY_STEP = Step(frozenset(), None)


class RulesBySigns:
    """The rules of some patterns."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        contexts = [
            (context, 1 << number + place * len(patterns))
            for number, pattern in enumerate(patterns)
            for place, some in enumerate((pattern.contexts, pattern.of_large))
            for context in some
        ]
        self._rules = [rule for _, rule in contexts]
        self._of_sign: Known[str, int] = Known(lambda sign: _bits(sign in one.signs for one, _ in contexts))
        self._before = _Side([one.before for one, _ in contexts])
        self._behind = _Side([one.behind for one, _ in contexts])
        self.beside: Mapping[str, Mapping[str, int]] = Known(lambda signs: Known(partial(self._look_up_found, signs)))
        self._behind_two: Known[str, int] = Known(self._look_up_behind_two)
        self._before_two: Known[str, int] = Known(self._look_up_before_two)
        self._rules_of: Known[int, int] = Known(self._look_up_rules)

    def by_two_signs(self, signs: str) -> int:
        """The rules that may find something by the signs of a word with two on each side."""
        contexts = 0
        for number in range(2, len(signs) - 2):
            contexts |= self._behind_two[signs[number - 2 : number + 1]] & self._before_two[signs[number : number + 3]]
        return contexts and self._rules_of[contexts]

    def _look_up_rules(self, contexts: int) -> int:
        """The rules of some contexts."""
        return _union(self._rules[number] for number in _numbers(contexts)) if contexts >= 0 else -1

    def _look_up_behind_two(self, signs: str) -> int:
        """The contexts that allow the last one of three signs, behind the others: all where a sign may be left out."""
        far, near, sign = tuple(signs)
        return -1 if _LEFT_OUT.search(signs) else self._of_sign[sign] & self._before.allowing(near, far)

    def _look_up_before_two(self, signs: str) -> int:
        """The contexts that allow the first one of three signs, before the others: all where one may be left out."""
        sign, near, far = tuple(signs)
        return -1 if _LEFT_OUT.search(signs) else self._of_sign[sign] & self._behind.allowing(near, far)

    def _look_up_found(self, signs: str, beside: str) -> int:
        """The rules that may find something by the signs of a word, and the one before it and the one behind it.

        All may where a sign is left out, or no word stands beside it.
        """
        before, behind = beside[0], beside[1]
        is_left_out = (signs[0] in _ENDS and before in _AT_END) or (signs[-1] in _ENDS and behind in _AT_END)
        if is_left_out or NOTHING in beside:
            return -1
        return self._rules_of[
            _union(
                self._of_sign[sign] & self._before.near[last] & self._behind.near[following]
                for last, sign, following in zip([before, *signs], signs, [*signs[1:], behind], strict=False)
            )
        ]


class _Side:
    """The steps of contexts to one side, each of them a row; a context without steps allows any signs there."""

    def __init__(self, steps: Sequence[Sequence[Step] | None]) -> None:
        rows = [(number, step) for number, some in enumerate(steps) for step in ([_ANY_STEP] if some is None else some)]
        self._contexts = [number for number, _ in rows]
        self._by_near: Known[str, int] = Known(lambda sign: _bits(step.allows(sign) for _, step in rows))
        self._by_far: Known[str, int] = Known(lambda sign: _bits(step.allows_beyond(sign) for _, step in rows))
        self.near: Known[str, int] = Known(lambda sign: self._of_rows(self._by_near[sign]))

    def allowing(self, near: str, far: str) -> int:
        """The contexts that allow a sign with another one beyond it."""
        return self._of_rows(self._by_near[near] & _union(self._by_far[sign] for sign in _OR_OTHERS.get(far, far)))

    def _of_rows(self, rows: int) -> int:
        """The contexts of some rows."""
        return _union(1 << self._contexts[row] for row in _numbers(rows))


def _bits(are_there: Iterable[bool]) -> int:
    """An integer with the bit of each that is there."""
    return sum(is_there << number for number, is_there in enumerate(are_there))


def _numbers(bits: int) -> Iterator[int]:
    """The numbers of the bits of an integer."""
    while bits:
        rest = bits & bits - 1
        yield (bits ^ rest).bit_length() - 1
        bits = rest


def _union(parts: Iterable[int]) -> int:
    """An integer that has the bits of all."""
    return reduce(or_, parts, 0)
