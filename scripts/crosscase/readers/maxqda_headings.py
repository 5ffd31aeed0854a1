"""The headings of MAXQDA's tables of coded segments and codes, in the languages of its user interface.

Found in a real file: the Polish ones (MAXQDA 12). Found in published scripts: the English `Document name`, `Code`
and `Segment` (MAXQDA 24). All others are inferred from MAXQDA's manuals and menus in these languages and may
differ between versions; if a heading is missing here, correct it in the file or add it to the list.
"""

from collections.abc import Mapping

DOCUMENT = {
    "English": ("Document name",),
    "German": ("Dokumentname",),
    "Polish": ("Nazwa dokumentu",),
    "Portuguese": ("Nome do documento",),
    "Spanish": ("Nombre del documento", "Nombre de documento"),
    "French": ("Nom du document",),
    "Italian": ("Nome del documento", "Nome documento"),
    "Dutch": ("Documentnaam", "Naam van document"),
    "Czech": ("Název dokumentu",),
}
CODE = {
    "English": ("Code",),
    "German": ("Code",),
    "Polish": ("Kod",),
    "Portuguese": ("Código",),
    "Spanish": ("Código",),
    "French": ("Code",),
    "Italian": ("Codice",),
    "Dutch": ("Code",),
    "Czech": ("Kód",),
}
SEGMENT = {
    "English": ("Segment",),
    "German": ("Segment",),
    "Polish": ("Fragment",),
    "Portuguese": ("Segmento",),
    "Spanish": ("Segmento",),
    "French": ("Segment",),
    "Italian": ("Segmento",),
    "Dutch": ("Segment",),
    "Czech": ("Segment",),
}
GROUP = {
    "English": ("Document group",),
    "German": ("Dokumentgruppe",),
    "Polish": ("Grupa dokumentów",),
    "Portuguese": ("Grupo de documentos",),
    "Spanish": ("Grupo de documentos",),
    "French": ("Groupe de documents",),
    "Italian": ("Gruppo di documenti",),
    "Dutch": ("Documentgroep",),
    "Czech": ("Skupina dokumentů",),
}
CODER = {
    "English": ("Created by", "Author"),
    "German": ("Erstellt von", "Autor"),
    "Polish": ("Autor", "Utworzony przez"),
    "Portuguese": ("Criado por", "Autor"),
    "Spanish": ("Creado por", "Autor"),
    "French": ("Créé par", "Auteur"),
    "Italian": ("Creato da", "Autore"),
    "Dutch": ("Gemaakt door", "Auteur"),
    "Czech": ("Vytvořil", "Autor"),
}
BEGINNING = {
    "English": ("Beginning", "Begin"),
    "German": ("Anfang",),
    "Polish": ("Początek",),
    "Portuguese": ("Início",),
    "Spanish": ("Inicio", "Comienzo"),
    "French": ("Début",),
    "Italian": ("Inizio",),
    "Dutch": ("Begin",),
    "Czech": ("Začátek",),
}
END = {
    "English": ("End",),
    "German": ("Ende",),
    "Polish": ("Koniec",),
    "Portuguese": ("Fim", "Final"),
    "Spanish": ("Fin", "Final"),
    "French": ("Fin",),
    "Italian": ("Fine",),
    "Dutch": ("Einde", "Eind"),
    "Czech": ("Konec",),
}
MEMO = {
    "English": ("Memo",),
    "German": ("Memo",),
    "Polish": ("Notatka", "Memo"),
    "Portuguese": ("Memorando", "Memo"),
    "Spanish": ("Memo",),
    "French": ("Mémo",),
    "Italian": ("Memo",),
    "Dutch": ("Memo",),
    "Czech": ("Poznámka", "Memo"),
}


def names(headings: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The names of a heading in all languages, each once."""
    return tuple(dict.fromkeys(name for language in headings.values() for name in language))
