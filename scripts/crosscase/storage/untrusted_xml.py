"""XML of unknown origin: without entities and document types; little memory is told apart from damage."""

from xml.etree.ElementTree import Element, ParseError
from xml.parsers.expat import errors

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
