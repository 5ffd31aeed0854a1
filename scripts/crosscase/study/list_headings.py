"""Other headings that people give to the columns of the register and the codebook, by the column that is meant.

A heading counts where the column itself is missing and no other heading means it. `crosscase check` says what was taken
for what.
"""

from collections.abc import Collection, Mapping, Sequence

from crosscase.study import group_words

Headings = Mapping[str, Sequence[str]]
REGISTER: Headings = {
    "participant": (
        "id", "participant id", "participants", "person", "pseudonym", "teilnehmer", "teilnehmer-id", "teilnehmerin",
        "teilnehmende", "participante", "participantes", "partecipante", "partecipanti", "deelnemer", "deelnemers",
        "deltaker", "deltakere", "uczestnik", "uczestnicy", "účastník", "účastníci", "συμμετέχων", "συμμετέχοντες",
    ),
    "name": (
        "names", "full name", "real name", "participant name", "namen", "vollständiger name", "vor- und nachname",
        "nom", "nom complet", "nom et prénom", "nombre", "nombre completo", "nome", "nome completo", "nome e cognome",
        "naam", "navn", "imię", "imię i nazwisko", "jméno", "jméno a příjmení", "όνομα", "ονοματεπώνυμο",
    ),
    "documents": (
        "document", "document name", "interview", "interviews", "file", "files", "transcript", "transcripts",
        "dokument", "dokumente", "datei", "dateien", "transkript", "transkripte", "entretien", "entretiens", "fichier",
        "fichiers", "entrevista", "entrevistas", "documento", "documentos", "archivo", "archivos", "intervista",
        "interviste", "documenti", "documenten", "bestand", "bestanden", "dokumenter", "intervju", "intervjuer",
        "wywiad", "wywiady", "dokumenty", "plik", "pliki", "rozhovor", "rozhovory", "soubor", "soubory", "ficheiro",
        "ficheiros", "arquivo", "arquivos", "συνέντευξη", "συνεντεύξεις", "έγγραφο", "έγγραφα", "αρχείο", "αρχεία",
    ),
    "consent_to_quote": (
        # A bare "consent" is not among them: most lists mean that somebody agreed to be interviewed.
        "consent to quote", "consent to be quoted", "quote", "quotable", "may be quoted", "zitieren", "zitierbar",
        "darf zitiert werden", "citer", "peut être cité", "citar", "puede citarse", "citare", "può essere citato",
        "citeren", "mag geciteerd worden", "sitere", "kan siteres", "cytować", "można cytować", "citovat",
        "lze citovat", "pode ser citado", "παράθεση",
    ),
    "withdrawn": (
        "withdrew", "withdrawal", "widerrufen", "widerruf", "zurückgezogen", "retiré", "retrait", "retirado",
        "retirada", "ritirato", "ritirata", "ritiro", "ingetrokken", "teruggetrokken", "trukket", "trukket seg",
        "wycofany", "wycofana", "wycofanie", "odvolal", "odvolala", "odstoupil", "odstoupila", "desistiu",
        "desistência", "αποχώρησε", "ανακάλεσε",
    ),
}  # fmt: skip


def of_register(column: str, variables: Collection[str] = ()) -> Headings:
    """The headings of a register whose column of the group is called `column`; none is that of a variable."""
    words = {**REGISTER, column: [name for name in group_words.headings(column) if name != column]}
    return {name: [word for word in others if word not in variables] for name, others in words.items()}


def of_identifiers(column: str) -> Headings:
    """The headings of a list of identifiers whose column of the group is called `column`."""
    return {column: of_register(column)[column]}


def of_guide(column: str) -> Headings:
    """The headings of a guide whose column of the group is called `column`."""
    of_people = of_register(column)
    asked = (
        *("was asked", "were asked", "gefragt", "posée", "preguntado", "perguntado", "chiesto", "gevraagd", "spurt"),
        *("zapytano", "dotázán", "ρωτήθηκε"),
    )
    return {name: of_people[name] for name in ("participant", column)} | {
        "domain": CODEBOOK["domain"],
        "asked": asked,
    }


CODEBOOK: Headings = {
    "domain": (
        "domains", "area", "part", "bereich", "bereiche", "domaine", "domaines", "ámbito", "dominio", "área",
        "ambito", "domein", "domeinen", "domene", "område", "obszar", "dziedzina", "oblast", "domínio", "τομέας",
    ),
    "code": ("id", "code id", "code_id", "código", "codice", "kode", "kod", "kód", "κωδικός"),
    "label": (
        "name", "code name", "title", "labels", "bezeichnung", "libellé", "nom", "etiqueta", "nombre", "etichetta",
        "nome", "naam", "navn", "etykieta", "nazwa", "název", "označení", "designação", "όνομα", "ετικέτα",
    ),
    "definition": (
        "description", "memo", "comment", "definitions", "beschreibung", "definición", "descripción", "définition",
        "definizione", "descrizione", "definitie", "beschrijving", "definisjon", "beskrivelse", "definicja", "opis",
        "definice", "popis", "definição", "descrição", "ορισμός", "περιγραφή",
    ),
    "parent": (
        "parent code", "parent_code", "parents", "above", "oberkategorie", "obercode", "code parent", "código padre",
        "código superior", "codice superiore", "bovenliggende code", "overordnet kode", "kod nadrzędny",
        "nadřazený kód", "código pai", "γονικός κωδικός",
    ),
    "aliases": (
        "alias", "other names", "synonyms", "also", "synonyme", "andere namen", "autres noms", "synonymes",
        "otros nombres", "sinónimos", "altri nomi", "sinonimi", "andere benamingen", "synoniemen", "andre navn",
        "synonymer", "inne nazwy", "synonimy", "jiné názvy", "synonyma", "outros nomes", "sinônimos", "άλλα ονόματα",
        "συνώνυμα",
    ),
    "opposite": (
        "opposite code", "opposite_code", "opposites", "gegenteil", "contraire", "contrario", "opuesto", "opposto",
        "tegendeel", "motsatt", "przeciwieństwo", "opak", "contrário", "oposto", "αντίθετο",
    ),
}  # fmt: skip
