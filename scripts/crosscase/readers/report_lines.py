"""The lines of a report that may be text, a Word document or a web page.

The content shows the kind, not the name. A Word document is read by the paragraphs of its body
(ECMA-376, WordprocessingML: `w:p`, `w:r`, `w:t`, `w:tab`, `w:br`, `w:cr`), a web page by the text of its
body, one line for each block.
"""

import io
import re
from collections.abc import Collection, Iterator
from html.parser import HTMLParser

from crosscase.messages.errors import damaged, unreadable
from crosscase.storage import untrusted_xml, zip_files
from crosscase.storage.limits import Limits
from crosscase.storage.text_form import nfc

_BODY = re.compile(r"word/document\d*\.xml")
_WORD = re.compile(r"\{[^}]*/wordprocessingml/(?:2006/)?main\}(\w+)")
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html|head|body|\?xml)\b", re.IGNORECASE)
_BLOCKS = frozenset("br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table td tr ul".split())  # noqa: SIM905
_HIDDEN = frozenset(("head", "script", "style"))


def lines(path: str, content: bytes, limits: Limits, place: str = "") -> list[str]:
    """The lines of a report, without white space around them.

    `path` and `place` name the file in errors. Raises ReadError if it is none of the three kinds.
    """
    if content.startswith(b"PK"):
        text = "".join(_words_of_document(path, content, limits, place))
    else:
        text = _decoded(path, content, place)
        if _PAGE.match(text):
            text = _words_of_page(path, text, place)
    return [line.strip() for line in re.split(r"\r\n|[\r\n\f]", nfc(text))]


def is_document(names: Collection[str]) -> bool:
    """Whether an archive with these members is a Word document."""
    return any(map(_BODY.fullmatch, names))


def _decoded(path: str, content: bytes, place: str) -> str:
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        remedy = "Export it again as a Word document or web page, or save it as UTF-8 text."
        raise unreadable(path, f"it is not text in {encoding.upper()}", remedy, place) from None
    if "\0" in text:
        raise unreadable(path, "it is neither text nor a Word document nor a web page", place=place)
    return text


def _words_of_document(path: str, content: bytes, limits: Limits, place: str) -> Iterator[str]:
    with zip_files.opened(io.BytesIO(content), "a Word document", limits, path, place) as archive:
        body = next(filter(_BODY.fullmatch, archive.names), None)
        if body is None:
            raise unreadable(path, "it is neither text nor a Word document nor a web page", place=place)
        root = untrusted_xml.root_of(archive.read(body))
        if root is None:
            raise damaged(path, "a Word document", place=place)
    ends = {"tab": "\t", "br": "\n", "cr": "\n"}
    for element in root.iter():
        name = _word(element.tag)
        if name == "p":
            yield "\n"
        elif name == "r":
            for part in element:
                kind = _word(part.tag)
                yield (part.text or "") if kind == "t" else ends.get(kind, "")


def _word(tag: object) -> str:
    match = _WORD.fullmatch(tag) if isinstance(tag, str) else None
    return match[1] if match else ""


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _HIDDEN:
            self._hidden.append(tag)
        self._edge(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        self._edge(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(re.sub(r"\s+", " ", data))

    def _edge(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.words.append("\n")
        if tag == "body":
            self._hidden.clear()


def _words_of_page(path: str, text: str, place: str) -> str:
    page = _Page()
    try:
        page.feed(text)
        page.close()
    except AssertionError:  # the parser raises it for some malformed declarations
        raise damaged(path, "a web page", place=place) from None
    return "".join(page.words)
