"""Other headings that people give to the columns of the register and the codebook, by the column that is meant.

A heading counts where the column itself is missing and no other heading means it. `crosscase check` says what was taken
for what.
"""

from collections.abc import Collection, Mapping, Sequence

from crosscase.study import group_words

Headings = Mapping[str, Sequence[str]]
REGISTER: Headings = {
    "participant": ("id", "participant id", "participants", "teilnehmer", "teilnehmer-id", "person", "pseudonym"),
    "name": ("names", "full name", "real name", "participant name", "nom", "nombre", "nome", "namen", "imię", "jméno"),
    "documents": ("document", "document name", "interview", "interviews", "file", "files", "transcript", "dokument"),
    "consent_to_quote": (
        "consent",
        "consent to quote",
        "quote",
        "quotable",
        "may be quoted",
        "einwilligung",
        "zitieren",
    ),
    "withdrawn": ("withdrew", "withdrawal", "widerrufen", "widerruf"),
}


def of_register(column: str, variables: Collection[str] = ()) -> Headings:
    """The headings of a register whose column of the group is called `column`; none is that of a variable."""
    words = {**REGISTER, column: [name for name in group_words.headings(column) if name != column]}
    return {name: [word for word in others if word not in variables] for name, others in words.items()}


def of_guide(column: str) -> Headings:
    """The headings of a guide whose column of the group is called `column`."""
    of_people = of_register(column)
    asked = ("was asked", "were asked", "gefragt", "posée", "preguntado", "chiesto", "gevraagd", "spurt", "zapytano")
    return {name: of_people[name] for name in ("participant", column)} | {
        "domain": CODEBOOK["domain"],
        "asked": asked,
    }


CODEBOOK: Headings = {
    "domain": ("domains", "area", "bereich", "part"),
    "code": ("id", "code id", "code_id"),
    "label": ("name", "code name", "title", "bezeichnung", "labels"),
    "definition": ("description", "memo", "comment", "beschreibung", "definitions"),
    "parent": ("parent code", "parent_code", "above", "oberkategorie", "parents"),
    "aliases": ("alias", "other names", "synonyms", "also"),
    "opposite": ("opposite code", "opposite_code", "opposites", "gegenteil"),
}
