"""A table of the study as a page."""

from crosscase import html_pages
from crosscase.matrices import MEANINGS
from crosscase.tables import SUPPRESSED, Table

_MEANINGS = {**MEANINGS, SUPPRESSED: "not shown, to protect participants"}


def render(table: Table) -> str:
    """The page of a table, as HTML text."""
    around = {"title": table.caption, "study": table.study, "warning": table.warning}
    return html_pages.render("table.html.j2", table=table, meanings=_MEANINGS, **around)
