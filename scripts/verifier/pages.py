"""The tables in HTML and LaTeX files, as rows of text."""

import re
from html.parser import HTMLParser

_TABULAR = re.compile(r"\\toprule\n(.*?) \\\\\n\\midrule\n(.*?)\n\\bottomrule", re.DOTALL)
_FORMULA = re.compile(r"'+[=+\-@\t\r\n]")
_COMMANDS = re.compile(
    r"\\(?:raggedright|hangindent=\d+em|hspace\*\{\d+em\}|textbf|allowbreak\{\}|text(?:backslash|ascii\w+|less|greater|bar)\{\})"
)


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


_SIGNS = {
    **{rf"\text{name}{{}}": sign for name, sign in (("backslash", "\\"), ("asciicircum", "^"), ("asciitilde", "~"))},
    **{rf"\text{name}{{}}": sign for name, sign in (("less", "<"), ("greater", ">"), ("bar", "|"))},
    **{rf"\{sign}": sign for sign in "{}$&#%_"},
    r"/\allowbreak{}": "/",
    "{[}": "[",
    "-{}": "-",
}
_ESCAPED = re.compile("|".join(map(re.escape, _SIGNS)))


def latex_columns(source: str) -> tuple[list[str], dict[str, list[str]]]:
    """The labels of a table's rows, and each column by its heading; the panels of a table are joined."""
    labels: dict[tuple[str, ...], list[str]] = {}
    columns: dict[str, list[str]] = {}
    for head, body in _TABULAR.findall(source):
        names = _names(head)
        for line in body.split("\n"):
            cells = _cells(line.removesuffix(r" \\"))
            if len(cells) == len(names) + 1:  # otherwise it is the heading of a group
                labels.setdefault(names, []).append(cells[0])
                for name, text in zip(names, cells[1:], strict=True):
                    columns.setdefault(name, []).append(text)
    return next(iter(labels.values()), []), columns


def latex_numbers(source: str) -> dict[str, str]:
    """What stands below each heading of a table, in a second line."""
    found: dict[str, str] = {}
    for head, _ in _TABULAR.findall(source):
        _, *below = head.split(" \\\\\n")
        for line in below:
            found |= dict(zip(_names(head), _cells(line)[1:], strict=False))
    return found


def letters(text: str) -> str:
    """The letters and digits of a label, without its markup."""
    return "".join(filter(str.isalnum, text))


def plain(text: str) -> str:
    """A text of a CSV file without the apostrophe that keeps a spreadsheet from reading it as a formula."""
    return text[1:] if _FORMULA.match(text) else text


def _cells(line: str) -> list[str]:
    return [_COMMANDS.sub("", cell).replace(r"\%", "%").strip() for cell in _split(line)]


def _names(head: str) -> tuple[str, ...]:
    """The headings of a table, which are its first line."""
    return tuple(_unescaped(cell.strip()) for cell in _split(head.split(" \\\\\n")[0])[1:])


def _split(line: str) -> list[str]:
    return re.split(r"(?<!\\)&", line)


def _unescaped(text: str) -> str:
    """A heading with the signs that LaTeX writes in another way."""
    return _ESCAPED.sub(lambda match: _SIGNS[match[0]], text)
