"""Coded passages that look like a codebook: their words would become definitions, which are published."""

from collections.abc import Collection, Sequence

from crosscase.codebooks.listed import CodePath, key
from crosscase.codebooks.plain_columns import Columns
from crosscase.codebooks.plain_rows import Row
from crosscase.languages import column_words
from crosscase.languages.headings import heading_form
from crosscase.messages.wording import counted
from crosscase.storage.text_form import fold

_OF_SPEECH = (  # a column of them shows passages
    *("speaker", "speakers", "sprecher", "sprecherin", "locuteur", "locutrice", "hablante", "parlante", "spreker"),
    *("taler", "mówca", "mluvčí", "falante", "ομιλητής", "konuşmacı", "transcript", "transkript", "transcription"),
    *("transcripción", "transcrição", "trascrizione", "transkrypcja", "přepis", "coded text", "coded segment"),
    *("segment", "segmento", "codierter text", "kodierter text", "texte codé", "texto codificado", "testo codificato"),
)
_LINES = (
    *("line", "lines", "zeile", "zeilen", "ligne", "lignes", "línea", "líneas", "linha", "linhas", "riga", "righe"),
    *("regel", "regels", "linje", "linjer", "wiersz", "wiersze", "řádek", "řádky", "γραμμή", "γραμμές", "satır"),
    *(
        "quotes",
        "quotations",
        "segments",
        "speakers",
        "source",
        "sources",
        "excerpts",
        "passages",
        "zitate",
        "citations",
    ),
)
_OF_PASSAGES_ALONE = (*column_words.TEXT, *column_words.DOCUMENT, *column_words.INTERVIEW, *column_words.FILE)
_OF_PASSAGES = (*_LINES, *_OF_PASSAGES_ALONE)
_SPEECH, _BESIDE = frozenset(map(heading_form, _OF_SPEECH)), frozenset(map(heading_form, _OF_PASSAGES))
_OF_CODINGS = frozenset(map(heading_form, (*_OF_PASSAGES_ALONE, *column_words.PARTICIPANT, "source", "sources")))
REMEDY = "A codebook has one row for each code, and no passages: merge the rows, or read it as an export."
_PART, _FEWEST, _MANY = 1 / 3, 2, 3  # of the rows; rows


def are_beside(header: Collection[str]) -> bool:
    """Whether a column has passages, or where they are from, which no tool's list of codes has."""
    return have_speech(header) or any(heading_form(heading) in _OF_CODINGS for heading in header)


def have_speech(header: Collection[str]) -> bool:
    """Whether a column has what only passages have: who speaks, where, or which words were coded."""
    return any(heading_form(heading) in _SPEECH for heading in header)


def reason(columns: Columns, header: Sequence[str], rows: Sequence[Row], paths: Sequence[CodePath]) -> str:
    """Why a table seems to hold coded passages; empty if it does not."""
    told: dict[CodePath, set[str]] = {}
    repeated = with_other_words = 0
    for row, path in zip(rows, paths, strict=True):
        if row.is_code:
            known = told.get(key(path))
            words = fold(row.meaning)
            repeated += known is not None
            with_other_words += bool(known) and bool(words) and words not in (known or ())
            told.setdefault(key(path), set()).update(filter(None, [words]))
    if with_other_words >= _MANY or (with_other_words >= _FEWEST and with_other_words > _PART * len(rows)):
        return f"{counted(with_other_words, 'row')} repeat a code with other words"
    beside = [heading for heading in columns.unread(header) if heading_form(heading) in _BESIDE]
    return "it repeats codes beside a column of passages or their places" if repeated and beside else ""
