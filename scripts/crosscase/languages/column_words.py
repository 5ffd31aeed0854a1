"""Words for documents, interviews, files, participants, codes and coded texts, as headings of columns.

They are in many languages, in the order in which they are tried. Exports, the register and codebooks have them.
"""

DOCUMENT = (
    "document", "document name", "document title", "doc", "dokument", "dokumentname", "dokumenttitel", "documento",
    "nombre del documento", "nome do documento", "nome documento", "nom du document", "documentnaam",
    "nazwa dokumentu", "název dokumentu", "názov dokumentu", "dokumentum", "dokumentti", "asiakirja", "doküman",
    "belge", "belge adı", "документ", "назва документа", "име на документа", "έγγραφο", "dokumendi nimi",
)  # fmt: skip
INTERVIEW = (
    "interview", "interviu", "interviul", "haastattelu", "interjú", "görüşme", "mülakat", "інтерв'ю", "інтервю",
    "интервю", "entretien", "entrevista", "intervista", "gesprek", "rozhovor", "wywiad", "intervju", "intervjuu",
    "razgovor", "συνέντευξη",
)  # fmt: skip
FILE = (
    "file", "file name", "filename", "datei", "dateiname", "fichier", "archivo", "arquivo", "ficheiro", "plik",
    "soubor", "bestand", "fil", "αρχείο", "dosya", "файл", "fájl", "tiedosto",
)  # fmt: skip
PARTICIPANT = (
    "participant", "participant id", "teilnehmer", "participante", "partecipante", "deelnemer", "uczestnik",
    "účastník", "udeleženec", "sudionik", "deltager", "deltagare", "osallistuja", "katılımcı", "учасник",
    "участник", "συμμετέχων", "case", "fall", "respondent",
)  # fmt: skip
CODE = (
    "code", "codes", "code path", "code name", "code label", "kode", "kod", "kodu", "kód", "kódy", "kody", "kods",
    "kodi", "kodas", "kodai", "kodo", "kood", "koodid", "código", "códigos", "codice", "codici", "codul", "cod",
    "coduri", "koodi", "koodit", "kodlar", "код", "коди", "кодове", "κωδικός", "κωδικοί", "koda", "kodovi",
    "codenaam", "šifra", "šifre",
)  # fmt: skip
THEME = (  # also a level above codes
    "theme", "themes", "thème", "tema", "temat", "téma", "teema", "тема", "θέμα", "category",
    "catégorie", "categoría", "categoria", "categorie", "kategoria", "kategorie", "kategória", "kategorija",
    "kategori", "категорія", "категория", "κατηγορία",
)  # fmt: skip
TEXT = (  # coded passages
    "text", "coded text", "coded segment", "segment", "segmento", "quote", "quotation", "quotation content",
    "excerpt", "extract", "passage", "content", "textstelle", "textpassage", "zitat", "beleg", "extrait",
    "citation", "verbatim", "cita", "fragmento", "extracto", "texto", "citação", "excerto", "trecho", "citazione",
    "brano", "estratto", "testo", "citaat", "fragment", "tekst", "citát", "úryvek", "úryvok", "text segmentu",
    "cytat", "wypowiedź", "citat", "utdrag", "sitat", "sitaatti", "lainaus", "katkelma", "teksti", "idézet",
    "szöveg", "szövegrész", "navod", "navedek", "odlomak", "odlomek", "besedilo", "tekst segmenta", "metin",
    "alıntı", "kesit", "цитата", "цитат", "текст", "уривок", "фрагмент", "откъс", "απόσπασμα", "κείμενο",
    "παράθεμα",
)  # fmt: skip
