"""Which columns of a plain table hold documents, codes, texts, coders and groups.

A heading is known in many languages, whatever its case and accents. Where no heading is known for the texts, they are
the column of the longest values that read like sentences.
"""

from collections.abc import Mapping, Sequence

from crosscase.languages.vocabulary import plain
from crosscase.starting.words_for_groups import COUNTRY, means

_HEADINGS: Mapping[str, tuple[str, ...]] = {  # the best first
    "document": (
        "document", "document name", "document title", "doc", "dokument", "dokumentname", "dokumenttitel",
        "documento", "nombre del documento", "nome do documento", "nome documento", "nom du document", "documentnaam",
        "nazwa dokumentu", "název dokumentu", "názov dokumentu", "dokumentum", "dokumentti", "asiakirja", "doküman",
        "belge", "belge adı", "документ", "назва документа", "име на документа", "έγγραφο", "dokumendi nimi",
        "interview", "interview id", "interview name", "interviu", "interviul", "haastattelu", "interjú", "görüşme",
        "mülakat", "інтерв'ю", "інтервю", "интервю", "entretien", "entrevista", "intervista", "gesprek", "rozhovor",
        "wywiad", "intervju", "intervjuu", "razgovor", "συνέντευξη", "transcript", "transkript", "transcripción",
        "transcription", "transcrição", "trascrizione", "transkrypcja", "přepis", "prepis", "file", "file name",
        "filename", "datei", "dateiname", "fichier", "archivo", "arquivo", "ficheiro", "plik", "soubor", "bestand",
        "fil", "αρχείο", "dosya", "файл", "fájl", "tiedosto", "source", "source name", "quelle", "fuente", "zdroj",
        "participant", "participant id", "teilnehmer", "participante", "partecipante", "deelnemer", "uczestnik",
        "účastník", "udeleženec", "sudionik", "deltager", "deltagare", "osallistuja", "katılımcı", "учасник",
        "участник", "συμμετέχων", "case", "fall", "respondent", "case id",
    ),
    "code": (
        "code", "codes", "code path", "code name", "code label", "kode", "koder", "kod", "kodu", "kód", "kódy",
        "kody", "kods", "kodo", "código", "códigos", "codice", "codici", "codul", "cod", "coduri", "koodi", "koodit",
        "kodlar", "код", "коди", "кодове", "κωδικός", "κωδικοί", "koda", "kodovi", "codenaam", "theme", "themes",
        "thème", "tema", "temat", "téma", "teema", "тема", "θέμα", "category", "catégorie", "categoría", "categoria",
        "categorie", "kategoria", "kategorie", "kategória", "kategorija", "kategori", "категорія", "категория",
        "κατηγορία", "tag", "tags", "thema", "label", "etiqueta", "étiquette", "node", "nœud", "nodo",
    ),
    "text": (
        "text", "coded text", "coded segment", "segment", "segmento", "quote", "quotation", "quotation content",
        "excerpt", "extract", "passage", "content", "textstelle", "textpassage", "zitat", "beleg", "extrait",
        "citation", "verbatim", "cita", "fragmento", "extracto", "texto", "citação", "excerto", "trecho", "citazione",
        "brano", "estratto", "testo", "citaat", "fragment", "tekst", "citát", "úryvek", "úryvok", "text segmentu",
        "cytat", "wypowiedź", "citat", "utdrag", "sitat", "sitaatti", "lainaus", "katkelma", "teksti", "idézet",
        "szöveg", "szövegrész", "navod", "navedek", "odlomak", "odlomek", "besedilo", "tekst segmenta", "metin",
        "alıntı", "kesit", "цитата", "цитат", "текст", "уривок", "фрагмент", "откъс", "απόσπασμα", "κείμενο",
        "παράθεμα",
    ),
    "coder": (
        "coder", "coded by", "created by", "author", "user", "who", "kodiert von", "kodierer", "bearbeiter", "autor",
        "codeur", "auteur", "codificador", "codificatore", "autore", "kódoval", "koodaaja", "kódoló",
        "kodlayan", "кодувальник", "автор", "codeerder", "kodowane przez", "κωδικοποιητής",
    ),
    "document_group": (
        "document group", "dokumentgruppe", "groupe de documents", "grupo de documentos", "gruppo di documenti",
        "documentgroep", "grupa dokumentów", "skupina dokumentů", "group", "gruppe", "groupe", "grupo", "gruppo",
        "groep", "grupa", "skupina", "csoport", "ryhmä", "grup", "група", "ομάδα",
    ),
}  # fmt: skip
_NEEDED = frozenset({"document", "code"})
_FEWEST_LETTERS, _FEWEST_WORDS = 20, 4  # on average, of what reads like sentences


def guess(headings: Sequence[str], by: str, rows: Sequence[Sequence[str]] = ()) -> dict[str, str]:
    """The column of each role; empty if no column can be the documents, or none the codes.

    `by` is the word for what the study compares, `words_for_groups.means`. `rows` are the first ones of the table.
    """
    known = {plain(" ".join(heading.split())): heading for heading in reversed(headings) if heading}
    found: dict[str, str] = {}
    for role, names in _HEADINGS.items():
        name = next((n for n in map(plain, names) if n in known and known[n] not in found.values()), "")
        found |= {role: known[name]} if name else {}
    if not found.keys() >= _NEEDED:
        return {}
    group = next((heading for heading in headings if means(heading, by or COUNTRY)), "")
    if group and group not in {found["document"], found["code"]}:
        found = {role: heading for role, heading in found.items() if heading != group} | {"document_group": group}
    if "text" not in found and (text := _longest([h for h in headings if h not in found.values()], headings, rows)):
        found["text"] = text
    return found


def is_known(role: str, heading: str) -> bool:
    """Whether a heading is a word for its role, and not taken for it because of its values."""
    return plain(" ".join(heading.split())) in map(plain, _HEADINGS.get(role, ()))


def _longest(candidates: Sequence[str], headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The column with the longest values if they read like sentences and differ."""
    best, length = "", float(_FEWEST_LETTERS)
    for heading in filter(None, candidates):
        place = headings.index(heading)
        values = [row[place] for row in rows if place < len(row) and row[place].strip()]
        if not values or (len(values) > 1 and len(set(values)) == 1):
            continue
        letters, words = sum(map(len, values)) / len(values), sum(len(v.split()) for v in values) / len(values)
        if letters >= length and words >= _FEWEST_WORDS:
            best, length = heading, letters
    return best
