"""Which columns of a plain table hold documents, codes, texts, coders and groups.

A heading is known in many languages, whatever its case and accents. Where no heading is known for the texts, they are
the column of the longest values that read like sentences.
"""

from collections.abc import Collection, Mapping, Sequence

from crosscase.languages import column_words
from crosscase.languages.common_names import names_anywhere
from crosscase.languages.vocabulary import plain
from crosscase.readers import maxqda_headings
from crosscase.starting.words_for_groups import COUNTRY, means

_HEADINGS: Mapping[str, tuple[str, ...]] = {  # the best first
    "document": (
        *column_words.DOCUMENT, *column_words.INTERVIEW, "interview id", "interview name",
        "transcript", "transkript", "transcripción", "transcription", "transcrição", "trascrizione", "transkrypcja",
        "přepis", "prepis",
        *column_words.FILE, "source", "source name", "quelle", "fuente", "zdroj",
        *column_words.PARTICIPANT, "case id",
    ),
    "code": (
        *column_words.CODE, *column_words.THEME,
        "tag", "tags", "thema", "label", "etiqueta", "étiquette", "node", "nœud", "nodo",
    ),
    "text": column_words.TEXT,
    "coder": (
        "coder", "coder id", "coder name", "coders", "coded by", "created by", "author", "user", "who", "kodierer",
        "kodiererin", "codierer", "codiererin", "kodiert von", "codiert von", "bearbeiter", "bearbeiterin", "autor",
        "codeur", "codeuse", "encodeur", "encodeuse",
        "codé par", "auteur", "codificador", "codificadora", "codificado por", "codificatore",
        "codificatrice", "codificato da", "autore", "codificator", "codat de", "codeerder", "codeerster",
        "gecodeerd door", "kodare", "kodad av", "kodet af", "kodet av", "kodujący", "kodująca", "osoba kodująca",
        "zakodował", "zakodowała", "kodowane przez", "zakodowane przez", "kodérka", "kódoval", "kódovala",
        "kódovatel", "kódovateľ", "kodirec", "kodiral", "kodirala", "kodirao", "kodeerija", "kodētājs", "koduotojas",
        "koodaaja", "koodannut", "kódoló", "kódolta", "kodlayan", "kodlayıcı", "кодувальник", "кодувальниця",
        "кодировщик", "кодировал", "кодировала", "кодирал",
        "кодировчик", "кодер", "автор", "κωδικοποιητής", "κωδικοποιήτρια",
    ),
    "document_group": (
        "document group", "dokumentgruppe", "groupe de documents", "grupo de documentos", "gruppo di documenti",
        "documentgroep", "grupa dokumentów", "skupina dokumentů", "group", "gruppe", "groupe", "grupo", "gruppo",
        "groep", "grupa", "skupina", "csoport", "ryhmä", "grup", "група", "ομάδα",
    ),
}  # fmt: skip
_MEMOS = frozenset(map(plain, maxqda_headings.names(maxqda_headings.MEMO)))  # what coders think is no passage
_CODES_OR_CODER = "koder"  # codes in Danish, Norwegian and Swedish; who codes in these two, Polish and Czech
_NEEDED = frozenset({"document", "code"})
_LONGEST_INITIALS = 3
_FEWEST_LETTERS, _FEWEST_WORDS = 20, 4  # on average, of what reads like sentences


def guess(headings: Sequence[str], by: str, rows: Sequence[Sequence[str]] = ()) -> dict[str, str]:
    """The column of each role; empty if no column can be the documents, or none the codes.

    `by` is the word for what the study compares, `words_for_groups.means`. `rows` are the first ones of the table.
    """
    known = {plain(" ".join(heading.split())): heading for heading in reversed(headings) if heading}
    found: dict[str, str] = {}
    doubtful = known.pop(_CODES_OR_CODER, "")
    for role, names in _HEADINGS.items():
        name = next((n for n in map(plain, names) if n in known and known[n] not in found.values()), "")
        found |= {role: known[name]} if name else {}
    if doubtful and (role := _role_of_doubtful(found, _values(doubtful, headings, rows))):
        found[role] = doubtful
    if not found.keys() >= _NEEDED:
        return {}
    group = next((heading for heading in headings if means(heading, by or COUNTRY)), "")
    if group and group not in {found["document"], found["code"]}:
        found = {role: heading for role, heading in found.items() if heading != group} | {"document_group": group}
    others = [heading for heading in headings if heading not in found.values() and plain(heading) not in _MEMOS]
    if "text" not in found and (text := _longest(others, headings, rows)):
        found["text"] = text
    return found


def is_known(role: str, heading: str) -> bool:
    """Whether a heading is a word for its role, and not taken for it because of its values."""
    form = plain(" ".join(heading.split()))
    return form in map(plain, _HEADINGS.get(role, ())) or (form == _CODES_OR_CODER and role in ("code", "coder"))


def _role_of_doubtful(found: Collection[str], values: Sequence[str]) -> str:
    """What a column is whose heading means codes or who coded, beside those that are `found`; empty if it is neither.

    Beside a column of codes it is the coder. Alone it is the codes, unless its values are called like people.
    """
    if "code" in found or (values and all(map(_is_initials_or_name, values))):
        return "" if "coder" in found else "coder"
    return "code"


def _is_initials_or_name(value: str) -> bool:
    letters = "".join(filter(str.isalpha, value))
    initials = letters.isupper() and len(letters) <= _LONGEST_INITIALS and not any(map(str.isdigit, value))
    return initials or all(plain(word) in names_anywhere() for word in value.split())


def _longest(candidates: Sequence[str], headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The column with the longest values if they read like sentences and differ."""
    best, length = "", float(_FEWEST_LETTERS)
    for heading in filter(None, candidates):
        values = _values(heading, headings, rows)
        if not values or (len(values) > 1 and len(set(values)) == 1):
            continue
        letters, words = sum(map(len, values)) / len(values), sum(len(v.split()) for v in values) / len(values)
        if letters >= length and words >= _FEWEST_WORDS:
            best, length = heading, letters
    return best


def _values(heading: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    place = headings.index(heading)
    return [row[place] for row in rows if place < len(row) and row[place].strip()]
