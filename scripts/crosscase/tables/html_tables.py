"""A table of the study as an HTML page."""

from crosscase.coding.matrices import MEANINGS
from crosscase.html import rendering
from crosscase.tables.domain_tables import SUPPRESSED, Table

_MEANINGS = {**MEANINGS, SUPPRESSED: "not shown, to protect participants"}


def render(table: Table) -> str:
    """The page of a table, as HTML text."""
    page_context = {"title": table.caption, "study": table.study, "warning": table.warning}
    return rendering.render("table.html.j2", table=table, meanings=_MEANINGS, **page_context)
