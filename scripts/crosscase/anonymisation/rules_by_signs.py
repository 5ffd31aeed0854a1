"""Which rules of numbers that count nothing may find a number by the signs beside it, for the triage: mostly none.

Rules are numbered; several are an integer that has the bit of each. Those that need a large number are the higher bits,
where the number may be large.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

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
        self._patterns = patterns
        self.beside: Mapping[str, Mapping[str, int]] = Known(lambda signs: Known(partial(self._look_up_found, signs)))
        self._behind_two: Known[str, int] = Known(self._look_up_behind_two)
        self._before_two: Known[str, int] = Known(self._look_up_before_two)

    def by_two_signs(self, signs: str) -> int:
        """The rules that may find something by the signs of a word with two on each side."""
        found = 0
        for number in range(2, len(signs) - 2):
            found |= self._behind_two[signs[number - 2 : number + 1]] & self._before_two[signs[number : number + 3]]
        return found

    def _look_up_behind_two(self, signs: str) -> int:
        """The rules that may find something by the last one of three signs, behind the others."""
        far, near, sign = tuple(signs)
        if _LEFT_OUT.search(signs):
            return -1
        return self._ruled(
            lambda one: any(one.allows_before(may_be, near, sign) for may_be in _OR_OTHERS.get(far, far))
        )

    def _look_up_before_two(self, signs: str) -> int:
        """The rules that may find something by the first one of three signs, before the others."""
        sign, near, far = tuple(signs)
        if _LEFT_OUT.search(signs):
            return -1
        return self._ruled(
            lambda one: any(one.allows_behind(sign, near, may_be) for may_be in _OR_OTHERS.get(far, far))
        )

    def _look_up_found(self, signs: str, beside: str) -> int:
        """The rules that may find something by the signs of a word, and the one before it and the one behind it.

        All may where a sign is left out, or no word stands beside it.
        """
        before, behind = beside[0], beside[1]
        is_left_out = (signs[0] in _ENDS and before in _AT_END) or (signs[-1] in _ENDS and behind in _AT_END)
        if is_left_out or NOTHING in beside:
            return -1
        found = 0
        for three in zip([before, *signs], signs, [*signs[1:], behind], strict=False):
            found |= self._ruled(partial(Context.allows, before=three[0], sign=three[1], behind=three[2]))
        return found

    def _ruled(self, allows: Callable[[Context], bool]) -> int:
        """The rules of which a context allows something; the higher bits are those with a large number in one."""
        rules = 0
        for number, pattern in enumerate(self._patterns):
            rules |= any(map(allows, pattern.contexts)) << number
            rules |= any(map(allows, pattern.of_large)) << number + len(self._patterns)
        return rules
