"""Laws that somebody cites: zákona č. 418/2011 Sb., § 8 Abs. 2 SGB VIII, d.lgs. 65/2017. Their numbers are public.

1. A law by its number, which has its year or stands behind a sign and the law's date, behind a word for laws. Words for
   what an office also decides about a family (Bescheid, decreto) are none.
2. A paragraph or an article, with its parts, and the short name of the law behind it.
3. A place in a gazette: BGBl. I S. 1163, Dz.U. 2011 nr 149.

Detectors read a text without the figures of laws, and nothing that lies within such a place waits for a person.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.vocabulary import Language

_INSTEAD = "\u00ac"  # a sign that no detector knows
_FIGURE = re.compile(r"\d")
_NUMERAL = re.compile(r"\d+|(?<!\w)[IVX]{1,5}(?!\w)")
_UNION = r"(?:\s?\(?(?-i:EU|EG|EC|ES|UE|CE|WE|EØS|EEC|EWG|ΕΕ|ΕΚ)\)?)"
_LETTERS_BEHIND = r"(?:/(?-i:[A-ZΑ-Ω]{2,3}))?"  # 2004/38/EG
_OF_YEAR = rf"(?:\d{{1,5}}\s?/\s?(?:(?:19|20)\d\d|\d\d)(?!\d|[/.-]\d)|(?:19|20)\d\d/\d{{1,4}}){_LETTERS_BEHIND}"
_OF_DATE = r"(?:19|20)\d\d-\d\d-\d\d-\d{1,4}"  # Norwegian: lov 1992-07-17-100
_DATE = r"(?:\s[^\W\d_]{1,4})?\s\d{1,2}\.?\s[^\W\d_]+\s\d{4}"
# The short name of a law (SGB VIII, AsylG) ends in a capital letter, as no person's does: § 12 BGB, but § 12 Torhild.
# In capitals alone it is short: § 12 TORHILD may be a person, as in a text that has the names in capitals.
_SHORT_NAME = r"(?:[A-ZÄÖÜ]{2,5}|(?=[A-ZÄÖÜ]+[a-zäöü])[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,7}[A-ZÄÖÜ])(?!\w)"
_NAME = rf"(?:\s(?-i:{_SHORT_NAME})(?:\s(?:(?-i:[IVX]{{1,5}})|\d{{1,2}})(?![\w/.-]))?)"


@cache
def _pattern(language: Language) -> re.Pattern[str] | None:
    """The pattern of a cited law in one language; None if it has no words for laws."""
    laws = language.contact("laws")
    if not laws:
        return None
    sign, joins = any_plain(language.contact("number_signs")), any_plain(language.contact("file_joins"))
    parts, articles = any_plain(language.contact("law_parts")), any_plain(language.contact("law_articles"))
    ends = any_plain(language.contact("law_ends"))
    law = rf"(?<!\w){any_plain(laws)}(?!\w)"  # whole words: Simon is no SI, Leite no lei
    by_year = rf"{_UNION}?(?:,?\s(?:{sign}\s?)?(?:{_OF_YEAR})|[\s-](?:{_OF_DATE}))"
    by_number = rf"\s{sign}\s?\d{{1,5}}(?:\s{joins}\s(?:19|20)\d\d|\s?{ends})"
    by_date = rf"{_DATE},?\s{sign}\s?\d{{1,5}}(?!\w)"
    law = rf"{law}(?:{by_year}|{by_number}|{by_date})(?:\s?{ends})?"
    part = rf"(?:,?\s{parts}\s?(?:\d{{1,3}}[a-z]?|[a-z]\)?)(?!\w))"
    number = r"\d{1,3}[a-z]?(?:-\d{1,2})?(?:\.?[ºª°])?(?:\(\d{1,2}\))?(?![\w/-])"
    article = rf"(?:§{{1,2}}\s?|(?<!\w){articles}\s){number}{part}*"
    before = rf"(?:(?:{parts}|{sign}|{joins}|[IVX]{{1,3}}|[a-z]\.?)\s?){{0,2}}"
    place = rf"(?:,?\s?{before}\d{{1,5}}(?:/[^\W\d_]/?\d{{0,4}}|/\d{{4}})?(?!\w)(?:\s?r\.)?)"
    gazette = rf"(?<!\w){any_plain(language.contact('gazettes'))}{place}{{1,4}}"
    return re.compile(rf"{law}|{article}(?:{_NAME})?|{gazette}", re.IGNORECASE)


def places(text: str, setting: Setting) -> list[tuple[int, int]]:
    """Where a text cites laws."""
    if not _FIGURE.search(text):
        return []
    bare = without_accents(text)
    patterns = filter(None, map(_pattern, setting.languages))
    return sorted(match.span() for pattern in patterns for match in pattern.finditer(bare))


def without_figures(text: str, cited: Sequence[tuple[int, int]]) -> str:
    """A text of the same length in which other signs stand for the figures of laws."""
    for start, end in cited:
        law = _NUMERAL.sub(lambda found: _INSTEAD * len(found[0]), text[start:end])
        text = f"{text[:start]}{law}{text[end:]}"
    return text


def not_of_laws(spans: Sequence[Span], cited: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """The spans without doubtful ones that lie within a place where a law is cited."""
    for span in spans:
        if not (span.doubt and any(start <= span.start and span.end <= end for start, end in cited)):
            yield span
