"""What a doubtful number is called, which waits with it: rodné číslo 095412/8836, PESEL 11283004715, ref. HB 77 402.

The name stands directly before the number: a word for an identity number, one about files or a sign such as "no.", or
any one word between a comma and the number (the policy, series EDU 0088).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.vocabulary import Language, shape

_KINDS = "FILE", "NUMBER"
_BEFORE = 40  # characters before a number in which its name stands
_BETWEEN = re.compile(r"\w*:?\s")  # the rest of the name, directly before the number
_APPOSED = re.compile(r",\s(?P<name>[^\W\d_]{3,}\.?\s)\Z")
_DOUBT = "a number, with what it is called"


def find(text: str, setting: Setting, found: Sequence[Span]) -> Iterator[Span]:
    """The doubtful numbers among some spans, each with its name directly before it."""
    for span in found:
        if span.kind in _KINDS and span.doubt and span.start:
            begin = max(0, span.start - _BEFORE)
            before = without_accents(text[begin : span.start]).lower()
            for language in setting.languages:
                start = _start(before, span.kind, language, setting)
                if start is not None:
                    yield Span(begin + start, span.end, span.kind, shape(text[begin + start : span.end]), _DOUBT)


def _start(before: str, kind: str, language: Language, setting: Setting) -> int | None:
    """Where the name of a number begins in what stands before it."""
    names = [name for name in language.near_id.finditer(before) if _BETWEEN.fullmatch(before, name.end())]
    if names:
        return names[-1].start()
    name = _of_files(language).search(before) if kind == "FILE" else None
    if name:
        return name.start()
    apposed = _APPOSED.search(before) if kind == "FILE" else None
    is_name = apposed and apposed["name"].strip(" .") not in setting.function_words | setting.predicates
    return apposed.start("name") if apposed and is_name else None


@cache
def _of_files(language: Language) -> re.Pattern[str]:
    """A word about files or a sign such as "no." at the end of a text, perhaps both."""
    words = any_plain([*language.contact("file_strong"), *language.contact("file_weak")])
    signs = any_plain(language.contact("number_signs"))
    return re.compile(rf"(?<!\w)(?:{words}\w{{0,3}}[.:]{{0,2}}\s(?:{signs}\s)?|{signs}\s)\Z", re.IGNORECASE)
