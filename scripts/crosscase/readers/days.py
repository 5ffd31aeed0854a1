"""The day on which a coding was made, where the tool writes it so that it has one meaning.

>>> day_of("2024-03-05 10:11:12"), day_of("2024-03-05T10:11:12Z"), day_of("Tue Mar  5 10:11:12 2024"), day_of("5/3/24")
('2024-03-05', '2024-03-05', '2024-03-05', '')
"""

import re
from datetime import date

_MONTHS = {name: number for number, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}  # noqa: SIM905
_ISO = re.compile(r"\s*(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_OF_R = re.compile(r"\s*\w{3}\s+(?P<month>[A-Z][a-z]{2})\s+(?P<day>\d\d?)\s+[\d:]{5,8}\s+(?P<year>\d{4})\s*")


def day_of(written: object) -> str:
    """The day as year, month and day; empty if it is none, or could be read in two ways."""
    if not isinstance(written, str):
        return ""
    if found := _ISO.match(written):
        month = int(found["month"])
    elif found := _OF_R.fullmatch(written):
        month = _MONTHS.get(found["month"], 0)
    else:
        return ""
    try:
        return date(int(found["year"]), month, int(found["day"])).isoformat()
    except ValueError:
        return ""
