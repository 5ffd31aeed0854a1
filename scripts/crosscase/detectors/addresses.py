"""E-mail and web addresses, social media handles and IP addresses, in any language."""

import re
from collections.abc import Iterator
from ipaddress import ip_address

from crosscase.detectors.spans import Setting, Span

_EMAIL = re.compile(r"[\w.+%-]*\w(?:@\w[\w-]*(?:\.[\w-]+)+)+")  # also two that nothing separates
ENDINGS = "com|org|net|eu|info|edu|gov|cz|de|gr|uk|it|nl|no|pl|pt|at|be|ie|cy|example|test|invalid"
_LINK = re.compile(
    rf"(?:https?://|www\.)[^\s<>\[\]\"'»“”]*[^\s<>\[\]\"'»“”.,;:!?)]"
    rf"|(?<![\w@.])(?:[a-z0-9][a-z0-9-]*\.)+(?:{ENDINGS})(?:/[^\s<>\[\]\"'»“”]*[^\s<>\[\]\"'»“”.,;:!?)])?(?![\w.-]*\w)",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@./])@\w[\w.-]*\w(?:@\w[\w.-]*\w)?")
_INNER_SIGN = re.compile(r"\.\w|:[\w:/]")  # every address has one; searching for it is faster
_IP = re.compile(
    r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})(?![\w:]|\.\d)", re.IGNORECASE
)


def find(text: str, _: Setting) -> Iterator[Span]:
    """Addresses and handles."""
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield Span(*match.span(), "EMAIL", match[0])
        for match in _HANDLE.finditer(text):
            yield Span(*match.span(), "HANDLE", match[0])
    if not _INNER_SIGN.search(text):
        return
    for match in _LINK.finditer(text):
        yield Span(*match.span(), "LINK", match[0])
    for match in _IP.finditer(text):
        if _is_address(match[0]):
            yield Span(*match.span(), "IP", match[0])


def _is_address(words: str) -> bool:
    """ASSUME: four single digits with points between them are a chapter number; a time has fewer than four colons."""
    if re.fullmatch(r"\d(?:\.\d){3}|\d{0,2}(?::\d{0,2}){0,3}", words):
        return False
    try:
        ip_address(words)
    except ValueError:
        return False
    return True
