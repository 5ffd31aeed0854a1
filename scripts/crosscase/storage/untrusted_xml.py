"""XML of unknown origin: without entities and document types; little memory is told apart from damage."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element, ParseError, XMLPullParser
from xml.parsers.expat import ExpatError, ParserCreate, errors

from defusedxml import DefusedXmlException, ElementTree

_NO_MEMORY = errors.codes[errors.XML_ERROR_NO_MEMORY]


def root_of(content: bytes) -> Element | None:
    """The root of an XML; None if it is damaged or defines entities. Raises MemoryError if it needs too much."""
    try:
        root: Element = ElementTree.fromstring(content, forbid_dtd=True)
    except ParseError as error:
        if error.code == _NO_MEMORY:
            raise MemoryError from None
        return None
    except (DefusedXmlException, ValueError, LookupError):
        return None
    return root


def ends(pieces: Iterable[bytes]) -> Iterator[Sequence[Element]]:
    """Yield, at the end of each element, the elements from the root to it. What the caller drops takes no memory.

    Raises ValueError if the XML is damaged or has a document type, and MemoryError if it needs too much.
    """
    chain: list[Element] = []
    parser: Any = XMLPullParser(("start", "end"))
    try:
        for piece in _without_document_type(pieces):
            parser.feed(piece)
            yield from _ended(parser, chain)
        parser.close()
        yield from _ended(parser, chain)
    except (ParseError, ExpatError) as error:
        if error.code == _NO_MEMORY:
            raise MemoryError from None
        raise ValueError("damaged") from None
    except LookupError:  # an encoding that nobody knows
        raise ValueError("damaged") from None


def _ended(parser: Any, chain: list[Element]) -> Iterator[Sequence[Element]]:
    """The chain of each element that has ended; it keeps those that have not."""
    for event, element in parser.read_events():
        if event == "start":
            chain.append(element)
        else:
            yield chain
            chain.pop()


def _without_document_type(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces. Raises ValueError if there is a document type, which can only stand before the root."""

    def refuse(*_: object) -> None:
        raise ValueError("it has a document type")

    def finish(*_: object) -> None:
        guard.StartElementHandler = None
        begun.append(True)

    begun: list[bool] = []
    guard = ParserCreate()
    guard.StartDoctypeDeclHandler, guard.StartElementHandler = refuse, finish
    for piece in pieces:
        if not begun:
            guard.Parse(piece, False)
        yield piece


def drop(chain: Sequence[Element]) -> None:
    """Remove the last element of a chain from the one that it lies in."""
    if len(chain) > 1:
        chain[-2].remove(chain[-1])
