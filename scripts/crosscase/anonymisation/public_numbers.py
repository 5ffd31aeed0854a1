"""Numbers that are public in the texts that a study words itself: of grants and projects, books, articles and trials.

1. ISBN, ISSN, DOI, and the numbers of registers of trials and reviews by their letters: NCT01234567.
2. A number directly behind what says that it is of a grant, a contract or a project: grant agreement No 727069. It is
   in one piece and no telephone number.
"""

import re

_ENDS = r"(?![\w-]|[ ./]\d)"
_REGISTERED = (
    r"ISBN(?:-1[03])?:? ?(?:97[89][ -]?)?\d(?:[ -]?\d){8}[ -]?[\dX]",
    r"ISSN(?:-L)?:? ?\d{4}-?\d{3}[\dX]",
    r"(?:doi: ?|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/[^\s,;)\]]*[\w]",
    r"(?:NCT|ISRCTN|DRKS|ACTRN|CRD|NTR|EUCTR)[ -]?\d[\d-]{3,15}",
)
_OF = (
    r"grants?|awards?|contracts?|agreements?|projects?|funding|programmes?|förderkennzeichen|fkz|förder\w*|"
    r"finanzhilfevereinbarung|projekt\w*|vertrag\w*|subsid\w+|project\w*|prosjekt\w*|tilskudds?\w*|avtale\w*|umow\w+|"
    r"grant\w*|conven[zç]\w+|convention|subvention|sovvenzione|progetto|projeto|proyecto|projet|subvenção|subvención|"
    r"smlouv\w+|dotac\w+|έργο\w*|επιχορήγησης?|σύμβαση\w*"
)
_CALLED = (
    r"agreement|award|contract|project|number|nummer|numer|numero|número|numéro|code|id|identifier|reference|ref|nos?|nr|"
    r"č|αρ|n"
)
_NUMBER = r"(?!0\d{7,}(?!\w)|00)(?=[\w./-]*\d{3})[A-Z\d][\w/]*(?:[-.][\w/]+)*"
_PUBLIC = re.compile(
    rf"(?<!\w)(?:{'|'.join(_REGISTERED)}){_ENDS}"
    rf"|(?<!\w)(?i:{_OF})(?:[ :.-]{{1,2}}(?i:{_CALLED})(?!\w))*(?:[ :.#(°º№]{{0,3}})(?<!\w){_NUMBER}{_ENDS}"
)


def without(text: str) -> str:
    """A text with blanks in the place of such numbers, and of what says what they are."""
    if not any(map(str.isdecimal, text)):
        return text
    for found in _PUBLIC.finditer(text):
        text = f"{text[: found.start()]}{' ' * len(found[0])}{text[found.end() :]}"
    return text
