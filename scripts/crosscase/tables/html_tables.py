"""A table of the study as an HTML page."""

from crosscase.coding.matrices import meanings
from crosscase.html import rendering
from crosscase.tables.domain_tables import SUPPRESSED, Table


def render(table: Table) -> str:
    """The page of a table, as HTML text."""
    of_states = {**meanings(table.words, table.rule), SUPPRESSED: table.words("meaning_suppressed")}
    page_context = {
        "title": table.caption,
        "study": table.study,
        "warning": table.warning,
        "lang": table.words.language,
    }
    return rendering.render("table.html.j2", table=table, meanings=of_states, **page_context)
