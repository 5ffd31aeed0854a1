"""The form in which headings of columns are compared, whoever wrote them."""

import re
from functools import lru_cache

from crosscase.languages.vocabulary import plain

_BETWEEN = re.compile(r"[\s_.:#°º()/‐-―-]+")


@lru_cache(2**13)  # each list is compared with all headings that are known, which are some 7000
def heading_form(heading: str) -> str:
    """Small letters without accents; signs between words are spaces (`Participant-ID`, `participant id`)."""
    return " ".join(filter(None, _BETWEEN.split(plain(heading))))
