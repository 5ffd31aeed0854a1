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

_LETTER = r"[^\W\d_]"
_CAPITAL = f"[{''.join(sign for sign in map(chr, range(0x530)) if sign.isupper())}]"  # Latin, Greek, Cyrillic
_BLANK = r"[ \u00a0]"
_SPACES = r" \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"  # all in a line; a line end is the beginning itself

_LINE = rf"(?:\A|[>\0{LINE_ENDS}])"  # also the tag before a field, and what is between two texts
_OMISSION = r"[.…][\])]"
_VOICE = r"<v(?:\.\w+)*\s"  # of WebVTT: <v MH>
_ENDS = rf"{_LINE}|[!?…;]|[.{COLONS}](?!\d)|{_OMISSION}|{_VOICE}"
_OPENING = rf"[{_SPACES}\"'»«“”„‘’(\[{{*_#•·‣⁃▪●○◦■□➢➤→–—-]*"
_COUNT = rf"(?:<?\d[\d:.,-]*[\])#>}}]*[{_SPACES}:)–—-]*)?"  # a number or a time
# (laughs) MH:, ((laughs)) MH:, [laughs] (pause) MH:
_REMARK = rf"(?:[(\[{{*]{{1,2}}[^()\[\]{{}}*{LINE_ENDS}]{{1,40}}[)\]}}*]{{1,2}}[{_SPACES},:–—-]*){{0,2}}"
_SIGNS_BEFORE = rf"{_OPENING}{_COUNT}{_REMARK}{_OPENING}<?"
_ANY_OTHER, _OTHER = (rf"{first}(?:[.-]?{_LETTER}){{1,3}}\.?" for first in (_LETTER, _CAPITAL))  # another speaker
_JOINT = rf"(?:{_BLANK}?[/&+,]{_BLANK}?|{_BLANK}{_LETTER}{{1,4}}{_BLANK})"  # MH/JB, MH and JB
_WHO = rf"{_CAPITAL}[\w.-]{{0,19}}(?:{_BLANK}[\w.-]{{1,20}})?{_BLANK}"  # Speaker MH
_CODE = rf"{_CAPITAL}+\d[\w.-]{{0,9}}{_BLANK}[(\[]"  # FG1 (MH)
_SEPARATOR = r"\s(?://?|\|)\s?"  # between turns in one line
_LOOK_BACK = 90  # characters

_FORMATS = r"(?:</(?:b|i|u|em|strong)>)"
_CLOSING = rf"[\])}}>*_]{{0,3}}{_FORMATS}?[\])}}>*_]{{0,2}}"
_QUOTES = r"[\"'»«“”‘’]?"
_NOTE = r"(?:[ \u00a0]?[(\[][^()\[\]\n]{1,40}[)\]])?"  # MH (mother):
_NUMBER = r"(?:[ \u00a0]?\d{1,3})?"  # MH 2:
_COLON_ALONE = r"(?:：|:(?![\d/]))"
_COLON = rf"{_BLANK}?{_COLON_ALONE}"
_WITH_COLON = rf"{_QUOTES}{_CLOSING}{_NUMBER}{_NOTE}{_CLOSING}{_COLON}"
_CLOSED = rf"{_CLOSING}{_BLANK}?(?:{_COLON_ALONE}|[)\]])"
_ALONE = (
    rf"(?:{_WITH_COLON}|{_FORMATS}|{_CLOSING}{_BLANK}?[;|\t>)=\]}}]"
    rf"|{_CLOSING}(?:{_BLANK}?[{DASHES}]{{1,3}}(?=\s)|[*_]{{1,2}}(?=\s)|[ \u00a0\t]*{TIME}))"
)
_NO_NUMERAL = "".join(rf"(?<!{_BLANK}[IVX]{{{letters}}})" for letters in (2, 3, 4))  # Chapter IV:
_NO_NUMBER = r"(?!\s*[<>=±−-]?\s?[.\d])"  # Mean (MH): 3.2
_AT_LINE = (  # MH   yes, MH –yes, MH, teacher:
    rf"(?:{_BLANK}{{2,}}(?={_LETTER})|{_BLANK}?[–—―](?={_LETTER})"
    rf"|,{_BLANK}{_LETTER}+(?:{_BLANK}{_LETTER}+){{0,2}}{_COLON})"
)
BEHIND = rf"(?:{_ALONE}|(?:{_JOINT}{_ANY_OTHER}){{1,2}}{_CLOSED}|{_AT_LINE})"


def _forms(other: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What stands before a mark, with what stands behind it then; `other` is another speaker's mark."""
    begins = f"(?:{_ENDS}){_SIGNS_BEFORE}"
    forms = (
        (begins, _ALONE),
        (begins, rf"(?:{_JOINT}{other}){{1,2}}{_CLOSED}"),
        (rf"{begins}(?:{other}{_JOINT}){{1,2}}", _CLOSED),
        (rf"{_LINE}{_SIGNS_BEFORE}", _AT_LINE),
        (rf"{_LINE}[{_SPACES}]*\|[{_SPACES}]*", _ALONE),
        (rf"{_LINE}{_SIGNS_BEFORE}(?:{_WHO}|{_CODE})|{_SEPARATOR}", rf"{_NO_NUMERAL}{_WITH_COLON}"),
        (rf"{_LINE}{_SIGNS_BEFORE}{_WHO}[(\[]", rf"{_WITH_COLON}{_NO_NUMBER}"),
    )
    return tuple((re.compile(rf"(?:{before})\Z"), re.compile(behind)) for before, behind in forms)


_FORMS = {True: _forms(_OTHER), False: _forms(_ANY_OTHER)}  # in a text with usual capitals, and in one without
_SMALL = re.compile(rf"{_LINE}{_OPENING}\Z"), re.compile(_COLON_ALONE)
_HTML_TAG = re.compile(  # of two to four letters
    "abbr|area|base|bd[io]|big|body|br|cite|code|col|d[dlt]|del|dfn|dir|div|em|font|form|h[r1-6]|head|html|img|ins|kbd|li"
    "|link|main|map|mark|menu|meta|nav|ol|pre|r[pt]|ruby|samp|span|su[bp]|svg|t[dhrt]|time|ul|var|wbr",
    re.IGNORECASE,
)
_TIMETABLE = re.compile(rf"\s*\d{{1,2}}[:.]\d\d\s?[{DASHES}]\s?\d{{1,2}}[:.]\d\d(?![:\d])")


def is_mark(text: str, start: int, end: int, cased: bool = True) -> bool:
    """Whether a turn may begin with what stands between `start` and `end`, marked by the signs around it."""
    is_tag = text[start - 1 : start] == "<" and text[end : end + 1] == ">" and _HTML_TAG.fullmatch(text, start, end)
    if is_tag:
        return False
    return any(_is_between(text, start, end, form) for form in _FORMS[cased])


def may_be_subject(text: str, end: int) -> bool:
    """Whether what ends there may stand in a timetable: PE 9:00 – 10:00."""
    return _TIMETABLE.match(text, end) is not None


def is_mark_in_any_case(text: str, start: int, end: int) -> bool:
    """Whether it begins a line, with a colon directly behind it: no capital letter has to show what it is."""
    return _is_between(text, start, end, _SMALL)


def _is_between(text: str, start: int, end: int, form: tuple[re.Pattern[str], re.Pattern[str]]) -> bool:
    before, behind = form
    return bool(behind.match(text, end) and before.search(text, max(0, start - _LOOK_BACK), start))
