"""Which columns of a plain table hold documents, codes, texts, coders and groups, by their headings."""

from collections.abc import Sequence

from crosscase.starting.group_sources import COUNTRY, means
from crosscase.storage.text_form import fold

_HEADINGS = {
    "document": (
        "document", "document name", "doc", "interview", "transcript", "file", "file name", "filename", "source",
        "dokument", "datei", "dokumentname", "entretien", "fichier", "entrevista", "documento", "intervista",
        "interview id",
        "gesprek", "rozhovor", "wywiad", "intervju", "συνέντευξη", "participant", "case", "fall", "respondent",
    ),
    "code": (
        "code", "codes", "code path", "code name", "kode", "kod", "kód", "código", "codice", "theme", "category", "tag",
        "kategorie", "thema", "κωδικός",
    ),
    "text": (
        "text", "segment", "quote", "quotation", "excerpt", "content", "coded text", "passage", "textstelle", "zitat",
        "extrait", "cita", "citazione", "citaat", "citát", "fragment", "tekst", "texto", "testo", "απόσπασμα",
    ),
    "coder": (
        "coder", "coded by", "author", "who", "user", "kodiert von", "bearbeiter", "codeur", "codificador", "kodér",
        "koder", "codificatore",
    ),
    "document_group": ("document group", "group", "dokumentgruppe", "gruppe", "groupe", "grupo", "gruppo"),
}  # fmt: skip


def guess(headings: Sequence[str], by: str) -> dict[str, str]:
    """The column of each role; empty if no column can be the documents, or none the codes.

    `by` is the word for what the study compares, `group_sources.means`.
    """
    known = {fold(heading): heading for heading in headings if heading}
    found = {
        role: known[name] for role, names in _HEADINGS.items() if (name := next((n for n in names if n in known), ""))
    }
    group = next((heading for heading in headings if means(heading, by or COUNTRY)), "")
    found |= {"document_group": group} if group and group not in found.values() else {}
    return found if {"document", "code"} <= found.keys() else {}
