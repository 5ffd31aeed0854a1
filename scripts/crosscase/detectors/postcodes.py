"""Postcodes, in the form of the text's country.

British postcodes have a unique form. Others count near a word of an address or beside a listed place, and, if the form
is particular or a word about post is near, before the name of a place.
"""

import re
from collections.abc import Iterator
from functools import cache

from crosscase.detectors.further_countries import POSTCODES
from crosscase.detectors.nearby import digits_in, plain_signs, stands_near
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.vocabulary import shape

_CAPITAL = r" [^\W\d_a-zà-ÿα-ωά-ώ][^\W\d_]{1,}"
_PLACE = rf"(?=,?{_CAPITAL})"  # a word with a capital letter follows
_DUTCH = r"[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}"
_DUTCH_WORDS = "aan|al|de|en|er|et|ga|ha|he|hj|ik|in|ja|je|km|kg|me|na|nu|of|om|op|te|tm|u|we|wc|ze|zo|is|cm|mm|zn|pk"
_BRITISH = r"[A-Z]{1,2}\d[A-Z\d]?[ -]?\d[ABD-HJLNP-UW-Z]{2}"
_FORMS: dict[str, list[tuple[str, bool]]] = {  # the form, and whether it is certain anywhere
    "CZ": [(rf"\d{{3}} \d{{2}}{_PLACE}|CZ-\d{{3}} ?\d{{2}}", True), (r"\d{3} ?\d{2}", False)],
    "DE": [(rf"DE?-\d{{5}}{_PLACE}", True), (r"(?:D|DE)-\d{5}|\d{2}(?!000)\d{3}|\d{2} \d{3}", False)],
    "GR": [(rf"GR-\d{{3}} ?\d{{2}}{_PLACE}", True), (r"(?:GR-)?(?:\d{3}[ -]?\d{2}|\d{2}[ -]\d{3})", False)],
    "GB": [
        (rf"(?:GIR ?0AA|{_BRITISH})", True),
        (rf"(?i:(?!\w+ ?\d(?:st|nd|rd|th)(?!\w)){_BRITISH})", False),
    ],
    "IT": [(rf"IT?-\d{{5}}{_PLACE}", True), (r"(?:IT?-)?\d{2}(?!000)\d{3}", False)],
    "NL": [
        (rf"{_DUTCH}{_PLACE}|NL-{_DUTCH}", True),
        (rf"{_DUTCH}|[1-9]\d{{3}}[- ]{{1,3}}[A-Z]{{2}}|[1-9]\d{{3}} ?(?!(?:{_DUTCH_WORDS})(?!\w))[a-z]{{2}}", False),
    ],
    "NO": [(rf"NO?-\d{{4}}{_PLACE}", True), (r"(?:NO?-)?(?!\d000(?! [A-ZÆØÅ]))\d{4}", False)],
    "PL": [(r"(?:PL-)?\d{2} ?- ?\d{3}(?= [^\W\d_a-zà-ÿ])|\d{2}-\d{3}", True), (r"\d{2} ?- ?\d{3}|\d{2} ?\d{3}", False)],
    "PT": [(r"\d{4}-\d{3}", True), (r"\d{4} ?- ?\d{3}|\d{4} \d{3}", False)],
}  # fmt: skip
_FORMS |= {region: [(form, False)] for region, form in POSTCODES.items()}
_COUNTRY = "(?:(?:A|B|CH|CY|CZ|DE?|DK|E|F|GR|IT?|NL?|NO|PL?|PT|SE?|SK)-)"
_FOLLOWED = re.compile(_CAPITAL)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_WORD = 40  # characters before a number that are searched for the word before it
_BEFORE_PLACE = r"(?:,? | d[ie] | an? | in | i | v )"
_FEWEST = 2  # digits, in a British postcode
_LONGEST = 24  # characters of a postcode and the separator to its place


@cache
def _patterns(region: str) -> list[tuple[re.Pattern[str], bool]]:
    """The patterns of a country's forms, compiled when the first text of the country is searched."""
    start, end = rf"(?<![\w.,/+-]){_COUNTRY}?", r"(?![\w/]|[.,-]\d|\s?[%€]|\s\d{3})"
    return [(re.compile(f"{start}(?:{form}){end}"), certain) for form, certain in _FORMS.get(region, ())]


def read_ahead() -> None:
    """Make the patterns of all countries: most studies compare several."""
    for region in _FORMS:
        _patterns(region)


@cache
def _before(region: str) -> re.Pattern[str]:
    """The pattern of a country's postcodes before a listed place."""
    return re.compile(rf"(?<![\w.,/+-]){_COUNTRY}?(?:{_FORMS[region][-1][0]})(?={_BEFORE_PLACE}$)")


_BEHIND = {  # a form with a gap, or any form between commas
    "CZ": r"\d{3} \d{2}(?!\d| \d)",
    "GR": r"(?:\d{3} \d{2}|\d{2} \d{3})(?!\d| \d)",
}
_BEHIND_PLACE = {
    region: re.compile(rf",? ({gap})(?![\w/]|[.,-]\d|\s?[%€])|, ({_FORMS[region][-1][0]})(?=[,.;)]|$)")
    for region, gap in _BEHIND.items()
}


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Postcodes."""
    if digits_in(text) < _FEWEST:
        return
    text = plain_signs(text)
    near = [language.near_postcode for language in setting.languages]
    post = [language.near_post for language in setting.languages]
    for region in setting.regions:
        for form, certain in _patterns(region):
            for match in form.finditer(text):
                if _is_of_date(text, match, setting):
                    continue
                if (
                    certain
                    or stands_near(text, *match.span(), near)
                    or (_is_followed(text, match) and stands_near(text, *match.span(), post))
                    or _leads_to_place(text, match, setting)
                ):
                    yield _span(match.start(), match[0])


def beside_place(text: str, start: int, end: int, setting: Setting) -> Iterator[Span]:
    """The postcode directly before or after the listed place from `start` to `end`."""
    text = plain_signs(text)
    first = max(0, start - _LONGEST)
    for region in setting.regions:
        for match in _before(region).finditer(text[first:start]) if region in _FORMS else ():
            if not _YEAR.fullmatch(match[0]):
                yield _span(first + match.start(), match[0])
        if region in _BEHIND_PLACE and (behind := _BEHIND_PLACE[region].match(text, end)):
            group = behind.lastindex or 0
            yield _span(behind.start(group), behind[group])


def _span(start: int, written: str) -> Span:
    return Span(start, start + len(written), "POSTCODE", re.sub("[ -]", "", written).upper())


def _is_of_date(text: str, match: re.Match[str], setting: Setting) -> bool:
    """Whether a number is the year of a date: october 1909."""
    if not _YEAR.fullmatch(match[0]):
        return False
    before = shape(text[max(0, match.start() - _LONGEST_WORD) : match.start()]).split()[-1:]
    return bool(before) and any(before[-1].strip(".,") in language.months for language in setting.languages)


def _is_followed(text: str, match: re.Match[str]) -> bool:
    """Whether a number that is not a year precedes a capital letter."""
    return not _YEAR.fullmatch(match[0]) and _FOLLOWED.match(text, match.end()) is not None


def _leads_to_place(text: str, match: re.Match[str], setting: Setting) -> bool:
    """Whether a number that is not a year follows a preposition or a comma and precedes a capital letter."""
    if not _is_followed(text, match):
        return False
    before = shape(text[max(0, match.start() - _LONGEST_WORD) : match.start()]).split()[-1:]
    return bool(before) and (before[-1].endswith(",") or before[-1] in setting.prepositions)
