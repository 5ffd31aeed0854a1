"""Write a project as requal's CSV of segments, as R's `write.csv` does.

Texts are quoted and numbers are not, a missing value is NA, lines end with LF; places count from 1 and
include the last character. A code has its own name only.
"""

from pathlib import Path

from tests.reconstruction.project import Project

COLUMNS = (
    "doc_name",
    "doc_id",
    "segment_start",
    "segment_end",
    "code_name",
    "code_id",
    "segment_text",
    "user_name",
)


def write(project: Project, path: Path, users: bool = True) -> None:
    """Write a row for each coding; without `users` as before requal gave the coder's name."""
    documents = {document.name: number for number, document in enumerate(project.documents, start=1)}
    codes = {code: number for number, code in enumerate(project.code_paths(), start=1)}
    columns = COLUMNS if users else COLUMNS[:-1]
    lines = [",".join(map(_quoted, columns))]
    for c in project.codings:
        place = (documents[c.document], c.start + 1, c.end)
        cells = [_quoted(c.document), *map(str, place), _quoted(c.code_path[-1]), str(codes[c.code_path])]
        cells += [_quoted(project.text_of(c)), _quoted(c.coder) if c.coder else "NA"]
        lines.append(",".join(cells[: len(columns)]))
    path.write_bytes(("\n".join(lines) + "\n").encode())


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
