"""The columns of a codebook that is a plain table, by what they hold.

The columns of levels are ranked by meaning, whatever their order: main themes, themes, subthemes, main codes, codes,
subcodes. Columns of the same rank are in the order of the file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from crosscase.languages import column_words
from crosscase.languages.headings import heading_form
from crosscase.spreadsheets.spreadsheet import Record
from crosscase.storage.text_form import fold
from crosscase.study.list_headings import CODEBOOK

_NAME = ("label", *CODEBOOK["label"])
_LAST_CHOICE = ("memo", "comment")  # where no other column says what a code means
_MEANING = (
    *("definition", "full definition", "working definition", "operational definition", "meaning", "explanation"),
    *("what it means", "what the code means", "what the theme means", "bedeutung", "erklärung", "erläuterung"),
    *("signification", "explication", "significado", "explicación", "significato", "spiegazione", "explicação"),
    *("omschrijving", "betekenis", "toelichting", "uitleg", "betydning", "forklaring", "znaczenie", "wyjaśnienie"),
    *("význam", "vysvětlení", "σημασία", "επεξήγηση", "εξήγηση", "tanım", "tanımı", "açıklama"),
    *(word for word in CODEBOOK["definition"] if word not in _LAST_CHOICE),
    *("full description", "short definition", "brief definition", *_LAST_CHOICE),
)
_PARENT = (
    *("parent", *CODEBOOK["parent"], "übergeordneter code", "übergeordnete kategorie", "bovenliggend thema"),
    *(f"parent {word}" for word in ("id", "no", "nr", "number", "name", "theme", "category", "node", "tag")),
)
_NUMBER = ("no", "nr", "number", "nummer", "numéro", "número", "numero", "numer", "číslo", "αριθμός", "id", "code id")
_ABBREVIATED = (
    *("short form", "short code", "short name", "abbreviation", "abbr", "kürzel", "abkürzung", "abréviation", "sigle"),
    *("abreviatura", "sigla", "abbreviazione", "afkorting", "forkortelse", "skrót", "zkratka", "kısaltma"),
    "συντομογραφία",
)
_CODE = (*column_words.CODE, "tag", "tags", "node", "nodes", "nœud", "nodo", "kodes", "koden", "kódu", "κωδικού")
_ABOVE = (
    *column_words.THEME, *CODEBOOK["domain"], "domain", "topic", "dimension", "thema", "themen", "thema's", "themas",
    "thèmes", "temas", "temi", "temaer", "tematy", "témata", "θέματα", "categories", "kategorien", "catégories",
    "categorías", "categorias", "categorieën", "kategorier", "κατηγορίες",
    "tematu", "tématu", "kategorii", "temaet", "θέματος", "κατηγορίας",  # as in `the definition of the theme`
)  # fmt: skip
_MAIN = (
    *("main", "major", "top", "super", "higher", "overarching", "ober", "haupt", "principal", "principale", "sovra"),
    *("macro", "hoofd", "hoved", "over", "nad", "hlavní", "główny", "główna", "κύριο", "κύρια", "ana", "üst"),
)
_SUB = ("sub", "unter", "sous", "sotto", "onder", "under", "pod", "alt", "υπο")
_BETWEEN = frozenset(
    (
        *("of", "the", "der", "des", "die", "du", "de", "d", "la", "le", "l", "del", "della", "delle", "da", "do"),
        *("dell", "van", "het", "av", "του", "της"),
    )
)
_SHORT = re.compile(r"^[^\W\d_]{0,4}[-_.]?\d[\w.-]*$|^[^\W_]+_\w+$")  # T1, 1.1, BAR_TIME
_LONGEST_SHORT, _LONGEST_INITIALS = 15, 5
_DIGITS = re.compile(r"[\s_-]*\d+$")


def _forms(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(heading_form, words)))


_CODES, _THEMES, _MEANINGS = frozenset(_forms(_CODE)), frozenset(_forms(_ABOVE)), _forms(_MEANING)
_AFFIXES = [(word, -1) for word in _forms(_MAIN)] + [(word, 1) for word in _forms(_SUB)]
_THEME_RANK, _CODE_RANK = 1, 4  # those above and below have the ranks beside them


@dataclass(frozen=True)
class Columns:
    """The columns of a table by what they hold; empty: there is none."""

    levels: Sequence[str]  # from the root to the code; the last one has the names of codes
    parent: str = ""
    short: str = ""  # short forms of the codes
    number: str = ""
    meaning: str = ""  # of the deepest level that a row has
    meanings: Mapping[str, str] = field(default_factory=dict)  # by level

    def unread(self, header: Sequence[str]) -> list[str]:
        """The headings that nothing reads."""
        read = {*self.levels, self.parent, self.short, self.number, self.meaning, *self.meanings.values()}
        return [heading for heading in header if heading.strip() and heading not in read]


def of_header(header: Sequence[str]) -> Columns:
    """The columns as their headings tell."""
    name, parent = _first(header, _NAME), _first(header, _PARENT)
    others = [heading for heading in header if heading not in (name, parent)]
    ranks = {heading: rank for heading in others if (rank := _rank(heading_form(heading))) is not None}
    of_codes = [heading for heading in ranks if heading_form(heading) in _CODES]
    if name:
        ranks = {heading: rank for heading, rank in ranks.items() if rank < _CODE_RANK - 1}
    levels = [*sorted(ranks, key=ranks.__getitem__), *filter(None, [name])]
    meanings = dict(_meanings(header, levels, ranks)) if levels else {}
    return Columns(
        levels=levels,
        parent=parent,
        short=of_codes[0] if name and of_codes else _first(others, _ABBREVIATED),
        number=_first([heading for heading in others if heading not in levels], _NUMBER),
        meaning=_first([heading for heading in others if heading not in meanings.values()], _MEANING),
        meanings=meanings,
    )


def of_table(header: Sequence[str], records: Sequence[Record]) -> Columns:
    """The columns as their headings and values tell."""
    columns = of_header(header)
    if columns.parent and _rank(heading_form(columns.parent)) is not None and not _names_codes(columns, records):
        columns = _with_parent_as_level(columns, header)
    return _with_short_forms(columns, records)


def _first(header: Sequence[str], words: Sequence[str]) -> str:
    """The heading that is the first of these words."""
    by_form = {heading_form(heading): heading for heading in reversed(header) if heading}
    return next((by_form[form] for form in _forms(words) if form in by_form), "")


def _rank(form: str) -> int | None:
    """The rank of a column of levels, from the root; None: it is none."""
    for affix, step in [("", 0), *_AFFIXES]:
        rest = _without(form, affix)
        for stem in (rest, _DIGITS.sub("", rest)) if rest else ():
            if stem in _CODES:
                return _CODE_RANK + step
            if stem in _THEMES:
                return _THEME_RANK + step
    return None


def _without(form: str, affix: str) -> str:
    """A heading without a word before or after it; empty if it has none."""
    if form.startswith(affix):
        return form[len(affix) :].lstrip(" _-")
    return form[: -len(affix)].rstrip() if form.endswith(f" {affix}") else ""


def _meanings(header: Sequence[str], levels: Sequence[str], ranks: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """The columns that say of which level they give the meaning (`Theme definition`), by level."""
    for heading in header:
        of = None if heading in levels else _defined(heading_form(heading))
        if of is None:
            continue
        rank = _rank(of)
        same = [level for level in levels if heading_form(level) == of]
        alike = [level for level in levels if rank is not None and ranks.get(level) == rank]
        if found := [*same, *alike, *(levels[-1:] if rank is not None and rank >= _CODE_RANK else [])]:
            yield found[0], heading


def _defined(form: str) -> str | None:
    """What a heading says it defines, such as the theme in `definition of the theme`; None if it says nothing."""
    for meaning in _MEANINGS:
        words = form.split()
        if meaning in words:
            words.remove(meaning)
        elif words and words[-1].endswith(meaning):  # Themendefinition
            words[-1] = words[-1].removesuffix(meaning).strip("-")
        else:
            continue
        rest = " ".join(word for word in words if word not in _BETWEEN)
        for stem in (rest, rest.removesuffix("n"), rest.removesuffix("s")):
            if _rank(stem) is not None:
                return stem
    return None


def _names_codes(columns: Columns, records: Sequence[Record]) -> bool:
    """Whether most values of a column of parents are names of codes."""
    parents = [fold(value) for record in records if (value := record.fields[columns.parent])]
    names = {fold(record.fields[level]) for record in records for level in columns.levels}
    return 2 * sum(parent in names for parent in parents) > len(parents)


def _with_parent_as_level(columns: Columns, header: Sequence[str]) -> Columns:
    levels = [heading for heading in header if heading in (*columns.levels[:-1], columns.parent)]
    ranks = {level: _rank(heading_form(level)) or 0 for level in levels}
    return replace(columns, parent="", levels=[*sorted(levels, key=ranks.__getitem__), *columns.levels[-1:]])


def _with_short_forms(columns: Columns, records: Sequence[Record]) -> Columns:
    """The column of codes as short forms, if the other one has the names: both are unique."""
    code = next((level for level in columns.levels if heading_form(level) in _CODES), "")
    others = [level for level in columns.levels if level != code]
    if columns.short or not code or not others or len(records) < 2:
        return columns
    codes = [record.fields[code] for record in records]
    names = [record.fields[others[-1]] for record in records]
    unique = all(all(values) and len(set(map(fold, values))) == len(values) for values in (codes, names))
    if not unique or not all(map(_is_short, codes)):
        return columns
    meanings = {(others[-1] if level == code else level): of for level, of in columns.meanings.items()}
    return replace(columns, levels=others, short=code, meanings=meanings)


def _is_short(code: str) -> bool:
    """Whether a code is written as short forms are: with a number or `_`, or as a few capitals."""
    initials = code.isalpha() and code.isupper() and len(code) <= _LONGEST_INITIALS
    return initials or (len(code) <= _LONGEST_SHORT and _SHORT.match(code) is not None)
