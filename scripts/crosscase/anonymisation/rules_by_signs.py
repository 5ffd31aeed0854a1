"""Which rules of numbers that count nothing may find a number by the signs beside it, for the triage: mostly none.

Rules are numbered; several are an integer that has the bit of each. Those that need a large number are the higher bits,
where the number may be large.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial, reduce
from operator import or_

from crosscase.anonymisation.known import Known
from crosscase.anonymisation.sign_contexts import END, START, Context
from crosscase.anonymisation.uncounted_patterns import Pattern
from crosscase.detectors.beside_numbers import COMMA, STOP

NOTHING = "\2"  # stands for a word without a sign, beside which others may stand as if it were not there
_ENDS = STOP + COMMA
_AT_END = (STOP, COMMA, START, END)  # where a sign of `_ENDS` may be left out
_LEFT_OUT = re.compile(f"[{STOP}{COMMA}{START}][{STOP}{COMMA}]|{COMMA}{END}|{NOTHING}")
_OR_OTHERS = dict.fromkeys((STOP, COMMA), (STOP, COMMA, START))  # which these may become, or leave at the beginning


class RulesBySigns:
    """The rules of some patterns."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._contexts = [
            (context, 1 << number + place * len(patterns))
            for number, pattern in enumerate(patterns)
            for place, contexts in enumerate((pattern.contexts, pattern.of_large))
            for context in contexts
        ]
        self.beside: Mapping[str, Mapping[str, int]] = Known(lambda signs: Known(partial(self._look_up_found, signs)))
        # Contexts are numbered like rules.
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
        return reduce(or_, [rule for number, (_, rule) in enumerate(self._contexts) if contexts >> number & 1], 0)

    def _look_up_behind_two(self, signs: str) -> int:
        """The contexts that allow the last one of three signs, behind the others: all where a sign may be left out."""
        far, near, sign = tuple(signs)
        if _LEFT_OUT.search(signs):
            return -1
        may_be = _OR_OTHERS.get(far, far)
        return self._those(lambda one: any(one.allows_before(other, near, sign) for other in may_be))

    def _look_up_before_two(self, signs: str) -> int:
        """The contexts that allow the first one of three signs, before the others: all where one may be left out."""
        sign, near, far = tuple(signs)
        if _LEFT_OUT.search(signs):
            return -1
        may_be = _OR_OTHERS.get(far, far)
        return self._those(lambda one: any(one.allows_behind(sign, near, other) for other in may_be))

    def _those(self, allows: Callable[[Context], bool]) -> int:
        """The contexts that allow something."""
        return sum(allows(context) << number for number, (context, _) in enumerate(self._contexts))

    def _look_up_found(self, signs: str, beside: str) -> int:
        """The rules that may find something by the signs of a word, and the one before it and the one behind it.

        All may where a sign is left out, or no word stands beside it.
        """
        before, behind = beside[0], beside[1]
        is_left_out = (signs[0] in _ENDS and before in _AT_END) or (signs[-1] in _ENDS and behind in _AT_END)
        if is_left_out or NOTHING in beside:
            return -1
        contexts = 0
        for three in zip([before, *signs], signs, [*signs[1:], behind], strict=False):
            contexts |= self._those(partial(Context.allows, before=three[0], sign=three[1], behind=three[2]))
        return self._rules_of[contexts]
