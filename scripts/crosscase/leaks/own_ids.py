"""The ids that the pipeline and its libraries make of digests. Letters in them say nothing.

ASSUME: no identifier is written as 16, 32, 40 or 64 hexadecimal digits, some of them figures.
"""

import re

_LENGTHS = frozenset({16, 32, 40, 64})  # of parts of SHA-256, MD5, SHA-1, SHA-256
_HEX = re.compile(rb"[0-9a-f]*[0-9][0-9a-f]*|[0-9A-F]*[0-9][0-9A-F]*")
_ID = re.compile(
    r"(?<![^\W_])(?:[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"  # GUID
    r"|[A-Z]-[0-9a-f]{10}"  # pseudonym
    r"|(?=[0-9]*[a-f])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32}|[0-9a-f]{16})"
    r"|sha256-[A-Za-z0-9+/]{43}=?"  # in the page's security policy
    r"|(?<=[\"#])[a-z][0-9a-f]{10}(?=[\")])"  # of Matplotlib, in SVG
    r"|(?<=\")(?:axes|figure|line2d|matplotlib\.axis|patch|text)_[0-9]+(?=\")"
    r"|(?<= d=\")(?:[MLHVCSQTAZmlhvcsqtaz](?![A-Za-z])|[0-9.,\s-])+(?=\")"  # the path of a line in SVG
    r"|(?<=xmlns:)wp?[0-9]+(?==\")"  # of office files
    r"|(?<=mc:Ignorable=\")wp?[0-9]+(?: wp?[0-9]+)*(?=\")|sheet[0-9]+(?=\.xml)"
    r")(?![^\W_])"
)


def is_digest(token: bytes) -> bool:
    """Whether a word is a digest, or a part of one that serves as an id."""
    return len(token) in _LENGTHS and _HEX.fullmatch(token) is not None


def without_ids(text: str) -> str:
    """A text without these ids, which contain short names and numbers by chance."""
    return _ID.sub(" ", text)
