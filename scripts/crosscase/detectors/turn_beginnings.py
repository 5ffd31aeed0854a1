"""How a turn of a transcript begins: what stands before the mark of who speaks, and what behind it.

All that reads such marks takes the forms from here: initials of listed people, in passages and in results
(`speaker_initials`), and the casing of a passage (`anonymisation.passage_casing`).

ASSUME: a turn begins where a line or a sentence does. Signs of a list, a number, the time in a recording and what
begins emphasis or a bracket may stand before its mark (`• 12 [00:01:23] **MH:**`).
"""

import re

LINE_ENDS = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"  # those of `str.splitlines`
COLONS = ":："
LINE_TAG = re.compile(r"</?(?:br|p|div|li|tr|td)(?:\s[^<>]{0,60})?/?>", re.IGNORECASE)
SIGNS = f"{COLONS};–—|\t>)="  # behind a mark; in a sentence they have another meaning
DASHES = "-‐‑–—―"
TIME = r"[\[(<#]?\d{1,2}:\d\d(?::\d\d)?"  # in a recording

_ENDS = f"[!?…;>\0{LINE_ENDS}]|[.{COLONS}](?!\\d)"  # also the tag before a field, and what is between two texts
_OPENING = r"[\s\"'»«“”„‘’(\[{*_#•·‣⁃▪●○◦■□➢➤→–—-]*"
_COUNT = r"(?:<?\d[\d:.,-]*[\])#>}]*[\s:)–—-]*)?"  # a number or a time
_BEFORE = re.compile(rf"(?:\A|{_ENDS}){_OPENING}{_COUNT}{_OPENING}\Z")
_LOOK_BACK = 60  # characters

_CLOSING = r"[\])}>*_]{0,3}"
_NOTE = r"(?:[ \u00a0]?[(\[][^()\[\]\n]{1,40}[)\]])?"  # MH (mother):
_NUMBER = r"(?:[ \u00a0]?\d{1,3})?"  # MH 2:
_COLON = r"[ \u00a0]?(?:：|:(?![\d/]))"
BEHIND = (
    rf"(?:{_CLOSING}{_NUMBER}{_NOTE}{_CLOSING}{_COLON}"
    rf"|{_CLOSING}[ \u00a0]?(?:[;|\t>)=\]}}]|[{DASHES}](?=\s)|[*_]{{1,2}}(?=\s))"
    rf"|{_CLOSING}[ \u00a0\t]*{TIME})"
)


def begins_turn(text: str, start: int) -> bool:
    """Whether a turn may begin with what stands at `start`."""
    return _BEFORE.search(text, max(0, start - _LOOK_BACK), start) is not None
