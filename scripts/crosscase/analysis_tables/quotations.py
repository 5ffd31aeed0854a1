"""The words of participants on each code, group by group: of those who consented to be quoted, after the review.

ASSUME: a table has 400 passages at most. Where there are more, each code has as many, of the groups in their order.
"""

from collections import defaultdict
from collections.abc import Iterator

from crosscase.analysis.quoted_passages import Quote
from crosscase.analysis_tables.material import Material, whole
from crosscase.coding.matrices import name_and_code
from crosscase.tables.domain_tables import Entry, Heading, Line, Section, Table

NAME = "quotations"
_MOST = 400  # passages
_LONGEST = 600  # letters of a passage
_PARTICIPANT, _WORDS = 12, 44  # letters of a column
_CUT = " […]"


def table(material: Material) -> Table:
    """A passage for each code and group that has one."""
    words, names = material.words, {group.code: name_and_code(group) for group in material.study.groups}
    by_code: dict[str, list[Quote]] = defaultdict(list)
    places = list(names)
    for quote in sorted(material.quotes, key=lambda quote: places.index(quote.group)):
        by_code[quote.code].append(quote)
    most = max(1, _MOST // max(1, len(by_code)))
    sections = [
        Section(f"{domain.title}: {material.labels[code]}", [_line(quote, names) for quote in by_code[code][:most]])
        for domain, codes in material.by_domain()
        for code in codes
    ]
    return material.table(
        NAME,
        words("quotations_title"),
        words.one[:1].upper() + words.one[1:],
        [
            Heading(words("head_participant"), letters=_PARTICIPANT),
            Heading(words("head_passage"), letters=_WORDS),
            Heading(words("head_passages"), numeric=True),
        ],
        sections,
        [*_notes(sections, material)],
        words("quotations_none"),
    )


def _line(quote: Quote, names: dict[str, str]) -> Line:
    return Line(names[quote.group], 1, [Entry(quote.participant), Entry(cut(quote.words)), whole(quote.passages)])


def cut(words: str) -> str:
    """The beginning of a long passage, up to the end of a word."""
    text = " ".join(words.split())
    if len(text) <= _LONGEST:
        return text
    whole_words = text[: _LONGEST + 1].rpartition(" ")[0] or text[:_LONGEST]
    return whole_words + _CUT


def _notes(sections: list[Section], material: Material) -> Iterator[str]:
    words, file = material.words, "results/analysis/quotations.csv"
    passages = [line.entries[1].text for section in sections for line in section.lines]
    yield words("quotations_note", passages=words("head_passages"))
    if len(passages) < len(material.quotes):
        yield words("quotations_some", number=len(passages), all=len(material.quotes))
        yield words("more_in", file=file)
    if any(text.endswith(_CUT) for text in passages):
        yield words("quotations_cut", mark=_CUT.strip(), file=file)
