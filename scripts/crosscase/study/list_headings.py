"""Other headings that people give to the columns of the register and the codebook, by the column that is meant.

A heading counts where the column itself is missing and no other heading means it. `crosscase check` says what was taken
for what.
"""

from collections.abc import Collection, Mapping, Sequence

from crosscase.languages import column_words
from crosscase.languages.headings import heading_form
from crosscase.study import group_words

Headings = Mapping[str, Sequence[str]]
_PEOPLE = (  # who is interviewed
    *("participant", "participants", "respondent", "respondents", "interviewee", "interviewees", "interview partner"),
    *("informant", "informants", "subject", "person", "case", "teilnehmer", "teilnehmerin", "teilnehmende", "befragte"),
    *("befragter", "befragte person", "interviewte", "interviewter", "interviewte person", "interviewpartner"),
    *(
        "interviewpartnerin",
        "gesprächspartner",
        "gesprächspartnerin",
        "proband",
        "probandin",
        "personen",
        "participante",
    ),
    *("participantes", "répondant", "répondante", "répondants", "enquêté", "enquêtée", "enquêtés", "interviewé"),
    *("interviewée", "personne interviewée", "entrevistado", "entrevistada", "entrevistados", "encuestado"),
    *("encuestada", "informante", "persona", "partecipante", "partecipanti", "intervistato", "intervistata"),
    *("intervistati", "rispondente", "deelnemer", "deelnemers", "geïnterviewde", "geïnterviewden", "respondenten"),
    *("persoon", "deltaker", "deltakere", "intervjuperson", "intervjuobjekt", "informanter", "respondenter"),
    *("uczestnik", "uczestniczka", "uczestnicy", "uczestnika", "respondentka", "respondenta", "rozmówca"),
    *("rozmówczyni", "rozmówcy", "badany", "badana", "badanego", "osoba", "účastník", "účastnice", "účastníci"),
    *("účastníka", "dotazovaný", "dotazovaná", "informátor", "respondente", "do participante", "del participante"),
    *("du participant", "del partecipante", "do entrevistado", "del entrevistado", "inquirido", "inquirida", "pessoa"),
    *("συμμετέχων", "συμμετέχουσα", "συμμετέχοντες", "συμμετέχοντα", "ερωτώμενος", "ερωτώμενη"),
    *("συνεντευξιαζόμενος", "συνεντευξιαζόμενη"),
)
_NUMBERS = (  # by which people are told apart; with or without a word for people
    *("id", "id no", "id nr", "id number", "id nummer", "code", "kennung", "identifiant", "identificador", "código"),
    *("identificativo", "codice", "kode", "identyfikator", "kod", "identifikátor", "kód", "κωδικός", "αναγνωριστικό"),
)
_COUNTED = ("no", "n", "nr", "num", "number", "nummer", "numéro", "número", "numero", "numer", "číslo", "αριθμός")
_TOGETHER = (  # one word in its language
    *("pid", "pseudonym", "teilnehmernummer", "teilnehmercode", "teilnehmerkürzel", "idnr", "deelnemersnummer"),
    *("deelnemercode", "deltakernummer", "deltakerkode", "informantnummer", "respondentnummer"),
)
REGISTER: Headings = {
    "participant": (
        *_PEOPLE, *_NUMBERS, *_TOGETHER, *column_words.PARTICIPANT,
        *(f"{person} {number}" for person in _PEOPLE for number in (*_NUMBERS, *_COUNTED)),
        *(f"{number} {person}" for person in _PEOPLE for number in (*_NUMBERS, *_COUNTED)),
    ),
    "name": (
        "names", "full name", "real name", "participant name", "name of participant", "first and last name",
        "namen", "vollständiger name", "vor- und nachname", "name der person", "name des teilnehmers",
        "nom", "nom complet", "nom et prénom", "prénom et nom", "nom du participant", "nombre", "nombre completo",
        "nombre y apellidos", "nombre del participante", "nome", "nome completo", "nome e cognome",
        "cognome e nome", "nome del partecipante", "nome do participante", "nome e apelido", "nome e sobrenome",
        "naam", "volledige naam", "naam deelnemer", "navn", "fullt navn", "imię", "imię i nazwisko", "nazwisko i imię",
        "jméno", "jméno a příjmení", "příjmení a jméno", "όνομα", "ονοματεπώνυμο", "όνομα και επώνυμο",
        "namn", "för- och efternamn", "nimi", "koko nimi", "név", "teljes név", "nume", "nume și prenume",
        "numele și prenumele", "meno", "meno a priezvisko", "ime", "ime in priimek", "ime i prezime", "adı",
        "adı soyadı", "ad soyad", "isim", "име", "име и фамилия", "ім'я", "ім'я та прізвище", "прізвище та ім'я", "піб",
        "имя", "имя и фамилия", "фио",
    ),
    "documents": (
        *column_words.DOCUMENT, *column_words.INTERVIEW, *column_words.FILE,
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
    "nicknames": (
        "nickname", "alias", "aliases", "also called", "known as", "spitzname", "spitznamen", "rufname", "rufnamen",
        "surnom", "surnoms", "apodo", "apodos", "mote", "soprannome", "soprannomi", "bijnaam", "bijnamen", "roepnaam",
        "roepnamen", "kallenavn", "oppnavn", "przezwisko", "przezwiska", "ksywa", "přezdívka",
        "přezdívky", "alcunha", "alcunhas", "παρατσούκλι", "παρατσούκλια", "υποκοριστικό",
    ),
    "employer": (
        "employers", "name of employer", "arbeitgeber", "arbeitgeberin", "dienstgeber", "employeur", "employeurs",
        "empleador", "empleadora", "empleadores", "datore di lavoro", "datori di lavoro", "werkgever", "werkgevers",
        "arbeidsgiver", "arbeidsgivere", "pracodawca", "pracodawcy", "zaměstnavatel", "zaměstnavatelé", "empregador",
        "empregadora", "entidade empregadora", "εργοδότης", "εργοδότες",
    ),
    "town": (
        # Bare words that also mean "place" in general (`Ort`, `lieu`, `by`) are not among them.
        "towns", "city", "cities", "home town", "place of residence", "stadt", "städte", "wohnort", "wohnsitz",
        "ville", "villes", "lieu de résidence", "ciudad", "ciudades", "localidad", "lugar de residencia", "città",
        "luogo di residenza", "stad", "steden", "woonplaats", "bosted", "hjemsted", "miasto", "miasta", "miejscowość",
        "miejsce zamieszkania", "město", "města", "bydliště", "cidade", "cidades", "localidade", "local de residência",
        "πόλη", "πόλεις", "τόπος κατοικίας",
    ),
    "interviewer": (
        # Norwegian `intervjuer` is not among them: it also means interviews.
        "interviewers", "interviewer name", "interviewed by", "interviewerin", "interviewt von",
        "interview geführt von", "enquêteur", "enquêtrice", "intervieweur", "intervieweuse", "entrevistador",
        "entrevistadora", "entrevistadores", "intervistatore", "intervistatrice", "intervistatori", "interviewster",
        "geïnterviewd door", "intervjuet av", "intervjueren", "ankieter", "ankieterka", "prowadzący wywiad",
        "prowadząca wywiad", "tazatel", "tazatelka", "συνεντευκτής", "συνεντεύκτρια",
    ),
    "interview_date": (
        "date of interview", "interviewdatum", "datum des interviews", "date de l'entretien", "fecha de la entrevista",
        "data dell'intervista", "datum interview", "intervjudato", "data wywiadu", "datum rozhovoru",
        "data da entrevista", "ημερομηνία συνέντευξης",
    ),
}  # fmt: skip


def of_register(column: str, variables: Collection[str] = ()) -> Headings:
    """The headings of a register whose column of the group is called `column`; none is that of a variable.

    A word that means the group, such as `city` where cities are compared, means no other column.
    """
    of_group = [name for name in group_words.headings(column) if name != column]
    other = set(map(heading_form, (*of_group, *variables)))
    words = {name: [word for word in others if heading_form(word) not in other] for name, others in REGISTER.items()}
    ids = set(map(heading_form, variables))
    return {**words, column: [word for word in of_group if heading_form(word) not in ids]}


def read_ahead() -> None:
    """Bring the known headings of a register into the form in which they are compared."""
    of_register("")


def of_identifiers(column: str) -> Headings:
    """The headings of a list of identifiers whose column of the group is called `column`."""
    return {**IDENTIFIERS, column: of_register(column)[column]}


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
    "order": (
        "sort order", "sort", "position", "rank", "reihenfolge", "sortierung", "ordre", "rang", "orden", "ordine",
        "volgorde", "rekkefølge", "kolejność", "pořadí", "ordem", "σειρά",
    ),
    "codable": (
        "can be coded", "may be coded", "kodierbar", "codierbar", "peut être codé", "codificable", "codificabile",
        "codeerbaar", "kodbar", "kan kodes", "do kodowania", "można kodować", "kódovatelný", "lze kódovat",
        "codificável", "κωδικοποιήσιμο", "κωδικοποιήσιμος",
    ),
    "opposite": (
        "opposite code", "opposite_code", "opposites", "gegenteil", "contraire", "contrario", "opuesto", "opposto",
        "tegendeel", "motsatt", "przeciwieństwo", "opak", "contrário", "oposto", "αντίθετο",
    ),
}  # fmt: skip
IDENTIFIERS: Headings = {
    "type": ("kind", "art", "typ", "tipo", "soort", "slag", "rodzaj", "druh", "τύπος", "είδος"),
    "value": (
        "name", "names", "identifier", "word", "words", "wert", "begriff", "wort", "valeur", "nom", "mot", "valor",
        "nombre", "palabra", "valore", "nome", "parola", "waarde", "naam", "woord", "verdi", "navn", "ord", "wartość",
        "nazwa", "słowo", "hodnota", "jméno", "název", "slovo", "palavra", "τιμή", "όνομα", "λέξη",
    ),
    "generalised": (
        "generalized", "generalisation", "instead", "replace by", "replacement", "ersatz", "stattdessen",
        "verallgemeinert", "remplacement", "généralisé", "reemplazo", "generalizado", "sostituzione", "generalizzato",
        "vervanging", "gegeneraliseerd", "erstatning", "generalisert", "zamiast", "uogólnienie", "náhrada", "zobecnění",
        "substituição", "γενίκευση", "αντικατάσταση",
    ),
}  # fmt: skip
