"""Geographical coordinates, in degrees with decimals or minutes, and codes for places."""

import re
from collections.abc import Iterator

from crosscase.detectors.nearby import digits_in, plain_signs
from crosscase.detectors.spans import Setting, Span

_AXIS = "(?:NB|ZB|OL|WL|nB|öL|NBr|[NSEWOLØVΒΑ])"  # in the languages of the nine countries
_DEGREES = r"\s?[°º]?\s?"
_DECIMAL = rf"(?:{_AXIS}\s?)?[+-]?\d{{1,3}}[.,]\d{{3,}}{_DEGREES}{_AXIS}?"
_SHORT = r"\d{1,3}[.,]\d{1,2}"  # few decimals count only with both axes
_AXED = (
    rf"(?:[NS]\s?{_SHORT}{_DEGREES}[,;/ ]\s?[EWOØ]\s?{_SHORT}\s?°?"
    rf"|{_SHORT}{_DEGREES}[NSΒ][,;/ ]\s?{_SHORT}{_DEGREES}[EWOØΑ])"
)
_EXACT = r"[+-]?(?!0)\d{1,3}[.,]\d{4,}"  # other numbers rarely have so many decimals, and not two in a row
_TOWARDS = (  # signs that a number with so many decimals is in degrees
    r"(?:\s?[°º]|\s[NSEWOØ](?!\w)|\s(?i:north|south|nord|sør|sud|süd|noord|zuid|norte|sul|sever|jižn|półn|połud|nördl|südl"
    r"|[sj]\. ?š|n\. ?b|s\. ?b|βόρ|νότ|lat|breit))"
)
_APART = r"[^\d\n.!?]{1,12}(?:\.[^\d\n.!?]{1,12}){0,3}"  # "° N and longitude "
_LABEL = (
    r"(?:γ\. ?)?(?:lat|lon|lng|šíř|dél|Breit|Läng|πλ|μήκ|μηκ|breedt|lengt|bredd|lengd|szer|dług|dł\.)[^\W\d]*\.?"
    r"(?: (?:geogr|geograficzn)[^\W\d]*\.?)?\s?[:=]?\s?"
)
_LABELLED = rf"{_LABEL}[+-]?\d{{1,3}}[.,]\d{{2,}}{_DEGREES}{_AXIS}?{_APART}{_LABEL}[+-]?\d{{1,3}}[.,]\d{{2,}}\s?°?"
_SECONDS = r"""(?:\s?\d{1,2}(?:[.,]\d+)?\s?(?:["″”]|''|’’|′′|´´))?"""
_MINUTES = rf"\d{{1,3}}\s?[°º]\s?\d{{1,2}}(?:[.,]\d+)?\s?['′’´]{_SECONDS}\s?{_AXIS}?[a-zžš]{{0,3}}"
_WHOLE = rf"\d{{1,3}}\s?[°º]\s?\d{{1,2}}\.\d{{3,}}\s?{_AXIS}?"  # minutes with decimals, without their sign
_TWO_MINUTES = (
    rf"(?:[NSEWØ]\s?)?(?:{_MINUTES}|{_WHOLE})(?:[\s,;/]+(?:\w{{1,3}}\s)?(?:[NSEWØ]\s?)?(?:{_MINUTES}|{_WHOLE}))?"
)
_PLUS_CODE = r"(?:[23456789CFGHJMPQRVWX]{4}){1,2}\+[23456789CFGHJMPQRVWX]{2,3}"
_THREE_WORDS = r"///[^\W\d_]+\.[^\W\d_]+\.[^\W\d_]+"
_PAIR = re.compile(
    rf"(?<![\w.,])(?:{_DECIMAL}\s?[,;/ ]\s?{_DECIMAL}|{_AXED}|(?i:{_LABELLED})"
    rf"|{_EXACT}(?={_TOWARDS}){_APART}{_EXACT}{_DEGREES}{_AXIS}?|{_TWO_MINUTES}|{_PLUS_CODE}|{_THREE_WORDS})(?!\w)"
)
_FEWEST = 4  # digits of two numbers
_SIGNS = "°º+/"  # one of them is in every coordinate with fewer
_DECIMALS = re.compile(r"\d[.,]\d")
_PLAIN_NUMBERS = re.compile(r"\d{1,3}[.,]\d{3}[,;/ ]+\d{1,3}[.,]\d{3}")  # these may be thousands


def find(text: str, _: Setting) -> Iterator[Span]:
    """Coordinates."""
    has_sign = any(sign in text for sign in _SIGNS)
    if not has_sign and (digits_in(text) < _FEWEST or not _DECIMALS.search(text)):
        return
    for match in _PAIR.finditer(plain_signs(text)):
        if not _PLAIN_NUMBERS.fullmatch(match[0].strip()):
            yield Span(match.start(), match.start() + len(match[0].rstrip()), "COORDINATES", match[0].strip())
