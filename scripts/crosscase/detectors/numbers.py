"""Numbers that belong to one person: national identity numbers, and bank accounts.

A number with a strong form (long, with a date or letters and a good checksum) is certain anywhere. About one in ten
random numbers passes a weak checksum: such a number is certain near a word that says what it is, otherwise doubtful.
A number in any other grouping, or without a checksum, counts only near such a word.

Sources: python-stdnum; the National Insurance number by HM Revenue & Customs, NIM39110.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import import_module

from crosscase.detectors.further_countries import IDENTITY_NUMBERS
from crosscase.detectors.nearby import digits_in, plain_signs, stands_near
from crosscase.detectors.spans import Setting, Span

_SIGN = "(?: ?[-.·/] ?| )"  # between two groups of a number
_IBAN = re.compile(
    rf"(?<![A-Za-z0-9])[A-Z]{{2}}{_SIGN}?\d{{2}}(?:{_SIGN}?[A-Z0-9]){{11,34}}(?![A-Za-z0-9])", re.IGNORECASE
)
_GROUPS = re.compile(rf"(?<=[A-Za-z0-9])(?={_SIGN}[A-Za-z0-9])")
_NINO = (
    rf"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    rf"{_SIGN}?\d{{2}}{_SIGN}?\d{{2}}{_SIGN}?\d{{2}}"
)
_DATE = r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}"


class _Trust(Enum):
    """When a number of a form counts as an identity number."""

    ALWAYS = 1
    NEAR = 2  # near a word that says so; otherwise it is doubtful
    ONLY_NEAR = 3  # near a word that says so; otherwise it is any number


@dataclass(frozen=True, slots=True)
class _Form:
    """A number of a country: its spelling, the module of stdnum that checks it (or empty), and when it counts."""

    written: str
    check: str
    trust: _Trust

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern of its spelling, compiled when the first text of its country is searched."""
        return _compiled(self.written)


@cache
def _compiled(written: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,/+-])(?:{written})(?![\w/]|[.,-]\d)", re.IGNORECASE)


def _form(written: str, check: str, trust: _Trust) -> _Form:
    return _Form(written.replace("_", f"{_SIGN}?"), check, trust)


def _digits(number: str, check: str, trust: _Trust = _Trust.ONLY_NEAR) -> _Form:
    """Some digits ("8,9" for eight or nine) in any grouping, without further digits beside them."""
    least, _, most = number.partition(",")
    more = f"{int(least) - 1},{int(most) - 1}" if most else str(int(least) - 1)
    return _form(rf"(?<!\d )\d(?:_\d){{{more}}}(?!{_SIGN}\d)", check, trust)


_FEWEST = 5  # digits, in the number of an Italian identity card
_FORMS = {
    "CZ": [
        _form(r"\d{6} ?/ ?\d{3,4}|\d{6}[-.· ]\d{4}|\d\d[. ]?\d\d[. ]?\d\d ?/ ?\d{3,4}", "cz.rc", _Trust.ALWAYS),
        _form(r"\d{9,10}", "cz.rc", _Trust.NEAR),
        _digits("9,10", "cz.rc"),
    ],
    "DE": [
        _form(r"\d{2}_\d{3}_\d{3}_\d{3}|\d{3} \d{3} \d{3} \d{2}", "de.idnr", _Trust.ALWAYS),
        _form(rf"\d{{2}}_{_DATE}_[A-Z]_\d{{3}}", "", _Trust.ALWAYS),  # of the pension insurance
        _digits("11", "de.idnr"),
        _form(r"\d{2,3} ?/ ?\d{3,4} ?/ ?\d{4,5}", "", _Trust.ONLY_NEAR),  # of the tax office
        _form(r"[CFGHJKLMNPRTVWXYZ](?=\w*\d)[CFGHJKLMNPRTVWXYZ\d]{8}\d?", "", _Trust.ONLY_NEAR),  # card
    ],
    "GR": [
        _form(r"\d{6}_\d{5}|\d{6}_\d{2}_\d{3}|\d{6}_\d_\d{4}|\d\d_\d\d_\d\d_\d{5}", "gr.amka", _Trust.ALWAYS),
        _form(r"(?:EL ?)?\d{3} ?\d{3} ?\d{3}", "gr.vat", _Trust.NEAR),
        _digits("11", "gr.amka"),
        _digits("9", "gr.vat"),
        _form(r"[Α-ΩA-Z]{1,2}[ -]?\d{6}", "", _Trust.ONLY_NEAR),  # of the identity card
    ],
    "GB": [
        _form(rf"{_NINO}_[A-D]", "", _Trust.ALWAYS),
        _form(_NINO, "", _Trust.ONLY_NEAR),
        _form(r"\d{3}[ -]?\d{3}[ -]?\d{4}", "gb.nhs", _Trust.NEAR),
        _form(r"\d{5} ?\d{5}K?", "gb.utr", _Trust.NEAR),
        _digits("10", "gb.nhs"),
        _digits("10", "gb.utr"),
    ],
    "IT": [
        _form(r"[A-Z]{3}_[A-Z]{3}_\w{2}_[A-Z]_\w{2}_[A-Z]_\w{3}_[A-Z]", "it.codicefiscale", _Trust.ALWAYS),
        _form(r"C[A-Z]_?\d{5}_?[A-Z]{2}|A[A-Z]_?\d{7}", "", _Trust.ONLY_NEAR),  # of the identity card
    ],
    "NL": [
        _form(
            r"\d{3}[ .-]?\d{3}[ .-]?\d{3}|\d{4}[ .-]\d{2}[ .-]\d{3}|\d{4}[ .-]\d{3}[ .-]\d{2}", "nl.bsn", _Trust.NEAR
        ),
        _digits("8,9", "nl.bsn"),
    ],
    "NO": [
        _form(
            r"\d{6}_\d{5}|\d{6}_\d{3}_\d{2}|\d{2}_\d{2}_\d{2}_\d{5}|\d{2}_\d{2}_\d{2}_\d{3}_\d{2}",
            "no.fodselsnummer",
            _Trust.ALWAYS,
        ),
        _digits("11", "no.fodselsnummer"),
    ],
    "PL": [
        _form(r"\d{6}_\d{5}|\d{2}_\d{2}_\d{2}_\d{5}|\d{2}_\d{2}_\d{2}_\d{3}_\d{2}", "pl.pesel", _Trust.ALWAYS),
        _form(r"\d{3}-?\d{3}-?\d{2}-?\d{2}|\d{3}-\d{2}-\d{2}-\d{3}", "pl.nip", _Trust.NEAR),
        _digits("11", "pl.pesel"),
        _digits("10", "pl.nip"),
        _form(r"[A-Z]{3} ?\d{6}", "", _Trust.ONLY_NEAR),  # of the identity card
    ],
    "PT": [
        _form(r"\d{8}_\d_[A-Z0-9]{2}_?\d", "pt.cc", _Trust.ALWAYS),
        _form(r"(?:PT ?)?\d{3} ?\d{3} ?\d{3}", "pt.nif", _Trust.NEAR),
        _digits("9", "pt.nif"),
    ],
}  # fmt: skip
_FORMS |= {
    region: [_form(written, check, _Trust[trust]) for written, check, trust in forms]
    for region, forms in IDENTITY_NUMBERS.items()
}
_WITHOUT_COUNTRY = {  # an IBAN without its beginning, which is always the same
    "PL": (re.compile(rf"(?<![\w+-])\d(?:{_SIGN}?\d){{25}}(?!\w)"), "PL"),
    "PT": (re.compile(rf"(?<![\w+-])\d(?:{_SIGN}?\d){{20}}(?!\w)"), "PT50"),
}


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Accounts, then identity numbers."""
    if digits_in(text) < _FEWEST:
        return
    text = plain_signs(text)
    yield from _accounts(text)
    near = [language.near_id for language in setting.languages]
    for region in setting.regions:
        yield from _national_accounts(text, region)
        for form in _FORMS.get(region, ()):
            for match in form.pattern.finditer(text):
                if not _valid(form.check, match[0]):
                    continue
                certain = form.trust is _Trust.ALWAYS or stands_near(text, *match.span(), near)
                if certain or form.trust is _Trust.NEAR:
                    doubt = "" if certain else f"a number that is valid as {form.check}, without a word that says so"
                    yield Span(*match.span(), "ID", _compact(match[0]), doubt)


def _accounts(text: str) -> Iterator[Span]:
    """IBANs; words after an IBAN are cut off group by group."""
    for match in _IBAN.finditer(text):
        groups = _GROUPS.split(match[0])
        while groups and not _is_iban(_compact("".join(groups))):
            groups.pop()
        if groups:
            number = "".join(groups)
            yield Span(match.start(), match.start() + len(number), "IBAN", _compact(number))


def _national_accounts(text: str, region: str) -> Iterator[Span]:
    """National account numbers: an IBAN without its beginning."""
    if region in _WITHOUT_COUNTRY:
        written, beginning = _WITHOUT_COUNTRY[region]
        for match in written.finditer(text):
            number = beginning + _compact(match[0])
            if _is_iban(number):
                yield Span(*match.span(), "IBAN", number)


def _is_iban(number: str) -> bool:
    """Whether a number passes as an IBAN. Few exports have one, and stdnum reads its list of countries on import."""
    from stdnum import iban

    return bool(iban.is_valid(number, check_country=False))


def _valid(check: str, number: str) -> bool:
    """Whether a number passes its check; a form without a check is always valid."""
    if not check:
        return True
    is_valid: Callable[[str], bool] = import_module(f"stdnum.{check}").is_valid
    return is_valid(_compact(number)) or is_valid(number)  # a Finnish number needs its sign


def _compact(number: str) -> str:
    return re.sub(r"\W", "", number).upper()
