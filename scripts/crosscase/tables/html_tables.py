"""A table of the study as an HTML page."""

from crosscase.coding.matrices import meanings
from crosscase.html import rendering
from crosscase.study.facts import Compare
from crosscase.tables.domain_tables import SUPPRESSED, Table


def render(table: Table, compare: Compare) -> str:
    """The page of a table, as HTML text."""
    of_states = {**meanings(compare), SUPPRESSED: "not shown, to protect participants"}
    page_context = {"title": table.caption, "study": table.study, "warning": table.warning}
    return rendering.render("table.html.j2", table=table, meanings=of_states, **page_context)
