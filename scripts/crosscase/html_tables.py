"""A table as a page that stands for itself: no script, no other file, ready for a screen reader and for print."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from crosscase.matrices import MEANINGS
from crosscase.tables import Table

TEMPLATES = Path(__file__).with_name("templates")


def render(table: Table) -> str:
    """The page of a table, as HTML text. Every word of the study is escaped."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("table.html.j2").render(table=table, meanings=MEANINGS)
