"""Numbers that are one person's: national identity numbers of nine countries, and bank accounts.

A number whose form is strong (long, with a date or letters and a good checksum) is one wherever it stands. About one in
ten random numbers passes a weak checksum: such a one needs a word beside it that says what it is, else it is doubtful.

Sources: python-stdnum; the National Insurance number by HM Revenue & Customs, NIM39110.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from stdnum import iban

from crosscase.detectors import Setting, Span
from crosscase.detectors.nearby import stands_near

_IBAN = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ \u00a0-]?[A-Z0-9]{2,4}){3,8}(?:[ \u00a0-]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_NINO = re.compile(
    r"(?<![A-Za-z0-9])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![A-Za-z0-9])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Form:
    """A number of a country: how it is written, the module of stdnum that checks it, whether that is enough."""

    written: re.Pattern[str]
    check: str
    strong: bool


def _form(written: str, check: str, strong: bool) -> _Form:
    return _Form(re.compile(rf"(?<![\w.,/+-])(?:{written})(?![\w/]|[.,-]\d)", re.IGNORECASE), check, strong)


_FORMS = {
    "CZ": [_form(r"\d{6} ?/ ?\d{3,4}", "cz.rc", True), _form(r"\d{9,10}|\d{6} \d{4}", "cz.rc", False)],
    "DE": [_form(r"\d{2} ?\d{3} ?\d{3} ?\d{3}", "de.idnr", True)],
    "GR": [
        _form(r"\d{6}[ -]?\d{5}|\d{6}[ -]?\d{2}[ -]?\d{3}|\d{6}[ -]?\d[ -]?\d{4}", "gr.amka", True),
        _form(r"(?:EL ?)?\d{3} ?\d{3} ?\d{3}", "gr.vat", False),
    ],
    "GB": [_form(r"\d{3}[ -]?\d{3}[ -]?\d{4}", "gb.nhs", False), _form(r"\d{5} ?\d{5}K?", "gb.utr", False)],
    "IT": [_form(r"[A-Z]{3} ?[A-Z]{3} ?\w{2}[A-Z]\w{2} ?[A-Z]\w{3} ?[A-Z]", "it.codicefiscale", True)],
    "NL": [_form(r"\d{3}[ .-]?\d{3}[ .-]?\d{3}|\d{4}[ .]\d{2}[ .]\d{3}|\d{4}[ .]\d{3}[ .]\d{2}", "nl.bsn", False)],
    "NO": [_form(r"\d{6} ?\d{5}|\d{6} \d{3} \d{2}|\d{2} ?\d{2} ?\d{2} ?\d{5}", "no.fodselsnummer", True)],
    "PL": [
        _form(r"\d{11}|\d{6} \d{5}|\d{2} \d{2} \d{2} \d{5}", "pl.pesel", True),
        _form(r"\d{3}-?\d{3}-?\d{2}-?\d{2}|\d{3}-\d{2}-\d{2}-\d{3}", "pl.nip", False),
    ],
    "PT": [
        _form(r"\d{8} ?\d ?[A-Z0-9]{2}\d", "pt.cc", True),
        _form(r"(?:PT ?)?\d{3} ?\d{3} ?\d{3}", "pt.nif", False),
    ],
}


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Accounts, then identity numbers."""
    yield from _accounts(text)
    near = [language.near_id for language in setting.languages]
    for region in setting.regions:
        if region == "GB":
            for match in _NINO.finditer(text):
                yield Span(*match.span(), "ID", _compact(match[0]))
        for form in _FORMS.get(region, ()):
            for match in form.written.finditer(text):
                if _valid(form.check, match[0]):
                    certain = form.strong or stands_near(text, *match.span(), near)
                    doubt = "" if certain else f"a number that is valid as {form.check}, without a word that says so"
                    yield Span(*match.span(), "ID", _compact(match[0]), doubt)


def _accounts(text: str) -> Iterator[Span]:
    """IBANs; words in capitals behind one are cut off group by group."""
    for match in _IBAN.finditer(text):
        groups = re.split(r"(?<=[A-Za-z0-9])(?=[ \u00a0-])", match[0])
        while groups and not iban.is_valid("".join(groups).replace("\u00a0", " "), check_country=False):
            groups.pop()
        if groups:
            number = "".join(groups)
            yield Span(match.start(), match.start() + len(number), "IBAN", _compact(number))


def _valid(check: str, number: str) -> bool:
    is_valid: Callable[[str], bool] = import_module(f"stdnum.{check}").is_valid
    return is_valid(re.sub(r"[ .\u00a0-]", "", number))


def _compact(number: str) -> str:
    return re.sub(r"[\s.,/\u00a0-]", "", number).upper()
