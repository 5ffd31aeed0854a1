"""The tables in HTML files, as rows of text."""

import re
from html.parser import HTMLParser

_FORMULA = re.compile(r"'+[=+\-@\t\r\n]")


class _Table(HTMLParser):
    """Collects the cells of each row: the class of a cell and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[tuple[str, str]]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A row or a cell begins."""
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append((dict(attrs).get("class") or "", ""))
            self._inside = True
        elif tag == "br":  # a new line of a cell counts as a space
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        """A cell ends."""
        if tag in ("td", "th"):
            self._inside = False

    def handle_data(self, data: str) -> None:
        """Text inside or outside of a cell."""
        if self._inside and self.rows and self.rows[-1]:
            kind, text = self.rows[-1][-1]
            self.rows[-1][-1] = (kind, text + data)


def html_rows(page: str) -> list[list[tuple[str, str]]]:
    """The rows of all tables of a page, with the class and the text of each cell."""
    parser = _Table()
    parser.feed(page)
    parser.close()
    return parser.rows


def letters(text: str) -> str:
    """The letters and digits of a label, without its markup."""
    return "".join(filter(str.isalnum, text))


def plain(text: str) -> str:
    """A text of a CSV file without the apostrophe that keeps a spreadsheet from reading it as a formula."""
    return text[1:] if _FORMULA.match(text) else text
