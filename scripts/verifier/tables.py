"""The table of a domain, compared with the counts in each of its formats."""

from collections.abc import Iterator

from verifier import latex, shown_tables, worth
from verifier.counting import Count, differences
from verifier.package import Package, Row
from verifier.pages import html_rows
from verifier.shown_tables import Entry, Line, Shown, notes_of_domain
from verifier.words import Words

FOLDER = "results/tables/"
NUMBERS = "_counts"  # ends the names of the files with the numbers behind the marks of a domain
_Line = tuple[Row, list[Row]]  # a code and its cells


def domain(package: Package, count: Count, name: str) -> Iterator[str]:
    """Every mark, total and count of a domain's table, as CSV (wide and tidy), HTML and LaTeX."""
    lines = [(code, count.row(code)) for code in count.ordered(name)]
    groups = [*count.groups]
    path = f"{FOLDER}{name}"
    yield from differences(f"{path}.csv", package.table(f"{path}.csv"), list(_wide(package.words, groups, lines)))
    yield from differences(
        f"{path}_tidy.csv", package.table(f"{path}_tidy.csv"), list(_tidy(package.compare["one"], count, lines)), key=4
    )
    found = [[f"{kind} {text}".strip() for kind, text in row] for row in html_rows(package.text(f"{path}.html"))]
    asked = count.asked(name)
    yield from differences(f"{path}.html", found, list(_shown(package.words, asked, lines)))
    shown, notes = _as_seen(package, count, name, lines)
    yield from shown_tables.page(package, f"{path}.html", shown)
    yield from latex.source(package, f"{path}.tex", shown)
    numbers = _numbers_behind(package, shown, lines, notes)
    yield from shown_tables.page(package, f"{path}{NUMBERS}.html", numbers)
    yield from latex.source(package, f"{path}{NUMBERS}.tex", numbers)


def _as_seen(package: Package, count: Count, name: str, lines: list[_Line]) -> tuple[Shown, list[str]]:
    """The table as its pages show it, and the notes of the table of the numbers behind its marks."""
    (title,) = (domain["title"] for domain in package.study["domains"] if domain["id"] == name)
    parents = {code["code"]: code["parent"] for code in count.codes}
    gaps = [gap for gap in package.study["not_coded"] if gap["domain"] == name]
    words, marks = package.words, _marks(package.words)
    asked = count.asked(name)
    rows: list[Line] = []
    for code, cells in lines:
        entries = [(marks[cell["state"]], cell["state"]) for cell in cells]
        rows.append((code["label"], _depth(code["code"], parents), [*entries, (_range(cells), "")] if cells else []))
    seen = [cell for _, cells in lines for cell in cells]
    about = (package, count.groups, gaps, title, seen)
    shown = Shown(
        title,
        words("code"),
        [
            *(
                (group, shown_tables.long_form(group, long), False, asked[group])
                for group, long in count.groups.items()
            ),
            (words("total"), "", True, ""),
        ],
        [("", rows)],
        notes_of_domain(*about),
    )
    return shown, notes_of_domain(*about, are_marks=False)


def _numbers_behind(package: Package, marks: Shown, lines: list[_Line], notes: list[str]) -> Shown:
    """The table of the numbers behind the marks: participants, their share, and its interval."""
    words, (_, rows) = package.words, marks.sections[0]
    method = package.study["interval"]
    entries = [[_number(words, cell, method) for cell in cells] for _, cells in lines]
    counted = [(label, depth, of_row) for (label, depth, _), of_row in zip(rows, entries, strict=True)]
    caption = f"{marks.caption}: {words('participants_long')}"
    return Shown(caption, marks.first, marks.headings[:-1], [("", counted)], notes)


def _number(words: Words, cell: Row, method: str) -> Entry:
    if not cell["participants"]:
        return (_marks(words)[cell["state"]], cell["state"])
    raised, asked = int(cell["participants"]), int(cell["interviewed"])
    share = words("percent_sign", number=f"{100 * raised / asked:.0f}") if raised else ""
    if not asked:
        return ("0", "")
    low, high = worth.ends(raised, asked, method)
    between = "; " if words("decimal") == "," else ", "
    return (f"{f'{raised} ({share})' if raised else '0'}\n[{100 * low:.0f}{between}{100 * high:.0f}]", "")


def _depth(code: str, parents: dict[str, str]) -> int:
    depth, above = 0, parents.get(code, "")
    while above and depth < len(parents):
        depth, above = depth + 1, parents.get(above, "")
    return depth


def others(package: Package, domains: list[str]) -> Iterator[str]:
    """Every file among the tables belongs to a domain or to the sample, so that another check counts it again."""
    expected = {
        f"{FOLDER}{name}{end}"
        for name in (*domains, "sample", package.sample_by)
        for end in (".csv", "_tidy.csv", ".html", ".tex", ".xlsx")
    }
    expected |= {f"{FOLDER}{name}{NUMBERS}{end}" for name in domains for end in (".html", ".tex")}
    expected |= {f"{FOLDER}all.docx", f"{FOLDER}all.xlsx"}
    present = {name for name in package.sizes if name.startswith(FOLDER)}
    yield from (f"{name} belongs neither to a domain nor to the sample" for name in sorted(present - expected))


def _total(cells: list[Row]) -> str:
    return str(sum(cell["state"] == "present" for cell in cells))


def _range(cells: list[Row]) -> str:
    """The total as it is printed: a range where a group may have the code, too."""
    more = sum(
        cell["state"] in ("unknown", "not_asked") or (cell["state"] == "absent" and cell.get("not_asked", "0") != "0")
        for cell in cells
    )
    return f"{_total(cells)}–{int(_total(cells)) + more}" if more else _total(cells)


def _marks(words: Words) -> dict[str, str]:
    return {"present": "x", "absent": "", "not_coded": words("mark_not_coded"), "unknown": "?", "not_asked": "–"}


def _wide(words: Words, groups: list[str], lines: list[_Line]) -> Iterator[list[str]]:
    yield [words("head_label"), *groups, words("total")]
    marks = _marks(words) | {state: words(state) for state in ("not_coded", "not_asked")}
    for code, cells in lines:
        if cells:
            yield [code["label"], *(marks[cell["state"]] for cell in cells), _total(cells)]


def _tidy(one: str, count: Count, lines: list[_Line]) -> Iterator[list[str]]:
    yield ["domain", "code", "label", one, *count.columns[3:]]
    for code, cells in lines:
        yield from (
            [cell["domain"], cell["code"], code["label"], *(cell[name] for name in count.columns[2:])] for cell in cells
        )


def _shown(words: Words, asked: dict[str, str], lines: list[_Line]) -> Iterator[list[str]]:
    """The rows of the page, each mark preceded by its state and each number by the word "number"."""
    yield [words("code"), *(shown_tables.with_number(*head) for head in asked.items()), f"number {words('total')}"]
    of_states = _marks(words)
    for code, cells in lines:
        marks = [f"{cell['state']} {of_states[cell['state']]}".strip() for cell in cells]
        yield [code["label"], *([*marks, f"number {_range(cells)}"] if cells else [""])]
