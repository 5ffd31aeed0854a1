"""Decisions on a document that no export has: its name was mistyped, or the document has another name now.

A decision is found by the name of its document, so such a row does nothing, and its words wait again or stay. Each
export says so of every document that it does not have; what all of them say is an issue of the study (`coding.issues`).
"""

from collections.abc import Collection, Iterable, Iterator

from crosscase.anonymisation.decision_rows import Decision
from crosscase.anonymisation.document_names import without_ending
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.stated_names import IN_REVIEW
from crosscase.coding.hidden_names import where_shown
from crosscase.messages.errors import Problem
from crosscase.messages.suggestions import nearest
from crosscase.messages.wording import first_place
from crosscase.storage.text_form import fold

_WHAT = "no export has the document for which it decides, so nothing is decided"
_REMEDY = "Write the document's name as the queue has it, or remove the row."


def problems(
    path: str, decisions: Iterable[Decision], documents: Collection[str], pseudonyms: Pseudonyms, export: str
) -> Iterator[Problem]:
    """A problem for each document of the decisions that is none of the `documents` of an export.

    Where a row states this export, or none, the problem names the nearest document, by its pseudonym.
    """
    known = {_compared(name) for name in (*documents, IN_REVIEW)}
    shown = [original for kind, original in pseudonyms.given if kind == "DOCUMENT"]  # not those of who withdrew
    unknown: dict[str, list[Decision]] = {}
    for decision in decisions:
        if decision.words and decision.document and _compared(decision.document) not in known:
            unknown.setdefault(_compared(decision.document), []).append(decision)
    for name, found in unknown.items():
        near = nearest(name, shown) if found[0].export in ("", export) else ""
        meant = f" {where_shown(export)} shows the nearest name: {pseudonyms.document(export, near)}." if near else ""
        yield Problem(path, first_place([one.row for one in found]), _WHAT, f"{_REMEDY}{meant}")


def _compared(document: str) -> str:
    return fold(without_ending(document))
