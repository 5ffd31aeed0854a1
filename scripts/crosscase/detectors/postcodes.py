"""Postcodes, in the form of the text's country.

British ones are like nothing else. Others are taken for one beside a word of an address, or, where the form is
particular, before the name of a place.
"""

import re
from collections.abc import Iterator

from crosscase.detectors import Setting, Span
from crosscase.detectors.nearby import stands_near
from crosscase.languages import shape

_PLACE = r"(?=,? [^\W\d_a-zà-ÿ][^\W\d_]{2})"  # a word with a capital letter follows
_FORMS: dict[str, list[tuple[str, bool]]] = {  # the form, and whether it is a postcode wherever it stands
    "CZ": [(rf"\d{{3}} \d{{2}}{_PLACE}", True), (r"\d{3} ?\d{2}", False)],
    "DE": [(r"\d{5}|D-\d{5}", False)],
    "GR": [(r"\d{3} ?\d{2}|\d{2} \d{3}", False)],
    "GB": [(r"(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})", True)],
    "IT": [(r"\d{5}", False)],
    "NL": [(rf"[1-9]\d{{3}} ?(?!SA|SD|SS)[A-Z]{{2}}{_PLACE}", True), (r"[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}", False)],
    "NO": [(r"\d{4}", False)],
    "PL": [(r"\d{2}-\d{3}", True)],
    "PT": [(r"\d{4}-\d{3}", True)],
}
_FOLLOWED = re.compile(r" [^\W\d_a-zà-ÿ][^\W\d_]{1,}")
_YEAR = re.compile("(?:19|20)\\d\\d")
_COMPILED = {
    region: [
        (re.compile(rf"(?<![\w.,/+-])(?:[A-Z]{{1,2}}-)?(?:{form})(?![\w/]|[.,-]\d|\s?[%€]|\s\d{{3}})"), certain)
        for form, certain in forms
    ]
    for region, forms in _FORMS.items()
}


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Postcodes."""
    near = [language.near_postcode for language in setting.languages]
    for region in setting.regions:
        for form, certain in _COMPILED.get(region, ()):
            for match in form.finditer(text):
                if certain or stands_near(text, *match.span(), near) or _leads_to_place(text, match, setting):
                    yield Span(*match.span(), "POSTCODE", match[0].replace(" ", ""))


def _leads_to_place(text: str, match: re.Match[str], setting: Setting) -> bool:
    """Whether a number, but a year, stands behind a preposition or a comma and before a capital letter."""
    if not _FOLLOWED.match(text, match.end()) or _YEAR.fullmatch(match[0]):
        return False
    before = shape(text[: match.start()]).split()[-1:]
    return bool(before) and (before[-1].endswith(",") or before[-1] in setting.prepositions)
