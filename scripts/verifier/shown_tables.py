"""What a reader sees of a table: nothing but the counted cells, and the words that belong to them.

The page that belongs to a table is written again and compared as a whole: elements, attributes, styles and words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from verifier import codebook
from verifier.package import Package, Row
from verifier.words import Words

_TEMPLATE = "code/scripts/crosscase/html/templates/page.html.j2"
_HIDING = re.compile(
    r"display:none|visibility|opacity|content:|transparent|clip|transform|font-size:0|position:|@import|url\("
)
_METHODS = {"wilson": "Wilson", "clopper_pearson": "Clopper–Pearson"}
Heading = tuple[str, str, bool, str]  # text, long form, whether numbers stand below it, participants if it is a group
Entry = tuple[str, str]  # text, maybe of two lines, and the state that it marks; a number marks none
Line = tuple[str, int, list[Entry]]  # label, depth of nesting, entries


@dataclass(frozen=True)
class Shown:
    """A table as its pages show it."""

    caption: str
    first: str  # heading of the labels
    headings: list[Heading]
    sections: list[tuple[str, list[Line]]]
    notes: list[str]
    words: Mapping[int, int] = field(default_factory=dict)  # columns of words, from 0, and their widths in letters
    is_triangle: bool = False  # of a divided table, each part begins with the row of its first column


def page(package: Package, name: str, shown: Shown) -> Iterator[str]:
    """The page has the elements and words that belong to the table, and the pipeline's style."""
    text = package.text(name)
    style = _style(package.text(_TEMPLATE))
    if _HIDING.search("".join(style.split())):
        yield f"{_TEMPLATE}: its style hides something"
    expected = _parts(_page(shown, package, style))
    found = _parts(text)
    for number, part in enumerate(expected):
        if number >= len(found) or found[number] != part:
            other = found[number] if number < len(found) else "nothing"
            yield f"{name}: {_short(other)} stands where {_short(part)} belongs"
            return
    if len(found) > len(expected):
        yield f"{name}: {_short(found[len(expected)])} stands behind the end"


def notes_of_domain(
    package: Package,
    groups: dict[str, str],
    gaps: Sequence[Row],
    title: str,
    cells: Sequence[Row],
    are_marks: bool = True,
) -> list[str]:
    """The notes below the table of a domain with these cells, of its marks or of the numbers behind them."""
    words = package.words
    shown = {"present": "x", "absent": words("blank"), "not_coded": words("mark_not_coded")}
    shown |= {"unknown": "?", "not_asked": "–"}
    meanings, states = words.under(words.rule), {cell["state"] for cell in cells}
    not_known = {cell["group"] for cell in cells if cell["state"] == "unknown"}
    unknown = ", ".join(name_and_code(code, groups[code]) for code in groups if code in not_known)
    missed = {cell["group"]: (int(cell["interviewed"]), int(cell.get("not_asked", 0))) for cell in cells}
    partly = ", ".join(
        f"{name_and_code(code, groups[code])} {missed[code][0]}/{sum(missed[code])}"
        for code in groups
        if missed.get(code, (0, 0))[1]
    )
    named = [
        (name_and_code(gap["group"], groups[gap["group"]]), gap["reason"]) for gap in gaps if gap["group"] in groups
    ]
    fragile = sum(cell["state"] == "present" and cell["participants"] == "1" for cell in cells)
    specific = [
        *(f"{words('gap', title=title, group=name)} {reason}".strip() for name, reason in named),
        *([words("undeclared", title=title, groups=unknown)] if unknown else []),
        *([words("asked_about", title=title, groups=partly)] if partly else []),
        *([words("found_fragile", number=words.number(fragile))] if fragile else []),
    ]
    legend = [f"{mark}: {meanings[s]}" for s, mark in shown.items() if s in {"present", "absent"} | states]
    total = words("total_asked" if partly else "total_range" if unknown else "total_meaning", total=words("total"))
    of_marks = [
        f"{total} {words('n_meaning')}",
        *words.other_rules(),
    ]
    if not are_marks:
        method = _METHODS[package.study["interval"]]
        about = (words("counts_note"), words("interval_note", method=method), words("sample_meaning"))
        of_marks, legend = [" ".join(about)], legend[2:]
    kept = [f"{'; '.join(legend)}."] if legend else []
    return [*of_marks, *names_of(groups), codebook.version(package), *specific, *kept]


def names_of(groups: dict[str, str]) -> list[str]:
    """The note that says what the codes of the groups stand for, if they are not the names."""
    named = [f"{code}: {name}" for code, name in groups.items() if code != name]
    return [", ".join(named) + "."] if named else []


def several(number: int, words: Words) -> list[str]:
    """The note on participants in more than one group."""
    return [words.counted("in_several_groups", number)] if number else []


def name_and_code(code: str, name: str) -> str:
    """A group with its code in brackets, if that is not its name."""
    return name if name == code else f"{name} ({code})"


def with_size(title: str, number: str) -> str:
    """The title of a domain with the number of interviews at which its groups are compared, if there is one."""
    return f"{title} ({_size(number)})" if number else title


def with_number(head: str, number: str) -> str:
    """The head of a group with the number of its participants, if there is one."""
    return f"{head} {_size(number)}" if number else head


def _size(number: str) -> str:
    return f"n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}{number}"


def long_form(code: str, name: str) -> str:
    """The long form of a heading; none if it is the code."""
    return "" if name == code else name


def _style(page: str) -> str:
    inside = page.partition("<style>")[2].partition("</style>")[0]
    return re.sub(r"\{%.*?%\}", "", inside)


def _page(shown: Shown, package: Package, style: str) -> str:
    """The page of a table, written again."""
    study, of_states = package.study, package.words.under(package.words.rule)
    note = study["synthetic_note"]
    warning = f'<p class="warning" role="note">{escape(note)}</p>' if note else ""
    head = "".join(_heading(*heading, shown.words.get(place, 0)) for place, heading in enumerate(shown.headings))
    width = len(shown.headings)
    kinds = ["words" if place in shown.words else "number" if h[2] else "" for place, h in enumerate(shown.headings)]
    body = "".join(
        "<tbody>"
        + (f'<tr><th scope="rowgroup" colspan="{width + 1}">{escape(title)}</th></tr>' if title else "")
        + "".join(_row(line, kinds, of_states) for line in lines)
        + "</tbody>"
        for title, lines in shown.sections
    )
    notes = "".join(f"<p>{escape(text)}</p>" for text in shown.notes)
    return f"""<!doctype html><html lang="{escape(package.words.language)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(shown.caption)} – {escape(study["title"])}</title><style>{style}</style></head>
<body><main><p class="study">{escape(study["title"])}</p>{warning}
<div class="scroll" role="region" aria-labelledby="caption" tabindex="0"><table aria-describedby="notes">
<caption id="caption">{escape(shown.caption)}</caption>
<thead><tr><th scope="col">{escape(shown.first)}</th>{head}</tr></thead>{body}</table></div>
<div class="notes" id="notes">{notes}</div></main></body></html>"""


def _heading(text: str, name: str, numeric: bool, number: str, letters: int) -> str:
    shown = f'<abbr title="{escape(name)}">{escape(text)}</abbr>' if name else escape(text)
    below = f" <small>{_size(number)}</small>" if number else ""
    wide = f' class="words" style="min-width: {letters}ch"' if letters else ""
    kind = ' class="number"' if numeric else wide
    return f'<th scope="col"{kind}>{shown}{below}</th>'


def _row(line: Line, kinds: list[str], of_states: dict[str, str]) -> str:
    label, level, entries = line
    cells = "".join(
        f'<td class="{f"{state} {kind}".strip()}" aria-label="{escape(of_states[state])}">{escape(text)}</td>'
        if state
        else f'<td class="{"words" if kind == "words" else "number"}">{_lined(text)}</td>'
        for (text, state), kind in zip(entries, kinds, strict=False)
    )
    depth = f' style="--level: {level}"' if level else ""
    return f'<tr><th scope="row"{depth}>{escape(label)}</th>{cells or f"<td colspan={len(kinds)}></td>"}</tr>'


def _lined(text: str) -> str:
    """A text, whose second line is small."""
    first, _, second = text.partition("\n")
    return escape(first) + (f"<br><small>{escape(second)}</small>" if second else "")


class _Parts(HTMLParser):
    """The elements of a page with their attributes, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.parts.append((tag, *sorted(f"{name}={value}" for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        self.parts.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        """Words."""
        if data.split():
            self.parts.append(("", " ".join(data.split())))

    def handle_comment(self, data: str) -> None:
        """A comment, which no table has."""
        self.parts.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        """The declaration of the document."""
        self.parts.append(("declaration", decl))

    def unknown_decl(self, data: str) -> None:
        """Another declaration, which no table has."""
        self.parts.append(("declaration", data))

    def handle_pi(self, data: str) -> None:
        """An instruction, which no table has."""
        self.parts.append(("instruction", data))


def _parts(page: str) -> list[tuple[str, ...]]:
    parser = _Parts()
    parser.feed(page)
    parser.close()
    return parser.parts


def _short(part: object) -> str:
    text = " ".join(part).strip() if isinstance(part, tuple) else str(part)
    return repr(text if len(text) < 60 else f"{text[:60]}…")
