"""Registration plates of vehicles, in the form of the text's country.

Forms that nothing else has (AB12 CDE, AA-00-AA) are plates wherever they stand; others need a word beside them.
"""

import re
from collections.abc import Iterator

from crosscase.detectors import Setting, Span
from crosscase.detectors.nearby import stands_near

_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧABEZHIKMNOPTYX"
_FORMS: dict[str, list[tuple[str, bool]]] = {  # the form, and whether it is a plate wherever it stands
    "CZ": [(r"\d[A-Z][A-Z0-9][ -]?\d{4}", True), (r"[A-Z0-9]{5,8}|[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}", False)],
    "DE": [(r"[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\d{1,4}[EH]?", True), (r"[A-ZÄÖÜ]{1,3} [A-Z]{1,2} ?\d{1,4}[EH]?", False)],
    "GR": [(rf"[{_GREEK}]{{3}}[ -]?\d{{4}}", False)],
    "GB": [(r"[A-Z]{2}\d{2} ?[A-Z]{3}", True), (r"[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z]", False)],
    "IT": [(r"[A-HJ-NPR-TV-Z]{2}[ -]?\d{3}[ -]?[A-HJ-NPR-TV-Z]{2}", True)],
    "NL": [
        (r"(?:[A-Z]{2}|\d{2})-(?:[A-Z]{2}|\d{2})-(?!\d{2}(?!\d))(?:[A-Z]{2}|\d{2})|[A-Z]{2}-\d{2}-\d{2}", True),
        (r"[A-Z]{1,3}-\d{2,3}-[A-Z]{1,2}|\d{1,2}-[A-Z]{2,3}-\d{1,2}|[A-Z]-\d{3}-[A-Z]{2}", True),
        (r"[A-Z]{1,2} ?\d{2,3} ?[A-Z]{1,2}|\d{1,2} ?[A-Z]{3} ?\d{1,2}", False),
    ],
    "NO": [(r"[A-Z]{2}[ -]?\d{2} ?\d{3}|[A-Z]{2} ?\d{4}", False)],
    "PL": [(r"[A-Z]{2,3}[ -]?(?=[A-Z0-9]*\d)[A-Z0-9]{4,5}|[A-Z]\d [A-Z0-9]{3,5}", False)],
    "PT": [
        (r"[A-Z]{2}[- ]\d{2}[- ][A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-\d{2}-\d{2}", True),
        (r"[A-Z]{2}\d{2}[A-Z]{2}|\d{2}[A-Z]{2}\d{2}", False),
    ],
}
_COMPILED = {
    region: [(re.compile(rf"(?<![\w-])(?:{form})(?![\w-])"), certain) for form, certain in forms]
    for region, forms in _FORMS.items()
}


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Plates; where the form is not enough and no word says so, nothing: such a form is any code."""
    near = [language.near_plate for language in setting.languages]
    for region in setting.regions:
        for form, certain in _COMPILED.get(region, ()):
            for match in form.finditer(text):
                if any(map(str.isdigit, match[0])) and (certain or stands_near(text, *match.span(), near)):
                    yield Span(*match.span(), "PLATE", re.sub("[ -]", "", match[0]))
