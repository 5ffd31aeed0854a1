"""The redaction summary as a page that a study hands to a repository, and as a sentence for the reviewer's page.

Each sentence is made of the counts and of what the study states, in its language. What stands here of protection in
general stands in docs/data-protection.md, too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crosscase.labels.labels import BETWEEN, Labels
from crosscase.languages.vocabulary import BASIC, FULL
from crosscase.redaction_summary import risks
from crosscase.redaction_summary.counts import STUDY
from crosscase.redaction_summary.kinds import ANY, DIFFERENT, KINDS, READ, WITHHELD, WORDS_REPLACED, Part
from crosscase.storage.schemas import RedactionCount
from crosscase.study.facts import Study
from crosscase.study.group_languages import language_remarks, languages_by_support
from crosscase.study.own_labels import labels_of


@dataclass(frozen=True, slots=True)
class Software:
    """The version of crosscase, and the models that looked for names, as they describe themselves."""

    version: str
    models: Sequence[str] = ()


class StudyCounts:
    """The counts of the study as a whole, by part and kind."""

    def __init__(self, rows: Iterable[RedactionCount]) -> None:
        self._rows = {(row.part, row.kind): row for row in rows if row.export == STUDY}

    def of(self, part: Part, *kinds: str) -> int:
        """The count of some kinds together; of all kinds of a part where none is named."""
        return sum(self._rows[part, kind].count for kind in kinds or KINDS[part])

    def passages(self, kind: str) -> int:
        """In how many passages words of a kind were replaced."""
        return self._rows[Part.REPLACED, kind].passages or 0


def sentence(rows: Iterable[RedactionCount], words: Labels) -> str:
    """What was replaced and reviewed, in the study's language and without a full stop, for the reviewer's page."""
    found = StudyCounts(rows)
    replaced, passages = found.of(Part.REPLACED), found.of(Part.PASSAGE, DIFFERENT)
    decided, waiting = found.of(Part.DECIDED), found.of(Part.WAITING, "word")
    counts = words("redaction_counts", replaced=replaced, passages=passages)
    doubts = words("redaction_doubts", decided=decided, doubts=decided + waiting)
    return f"{counts}; {doubts if decided + waiting else words('redaction_no_doubt')}"


def write(rows: Sequence[RedactionCount], study: Study, software: Software) -> str:
    """The page as Markdown. `study` needs title, synthetic_note, groups, languages, exports and its words."""
    found, words = StudyCounts(rows), labels_of(study)
    remarks = [remark for _, remark in language_remarks(study.groups, study.languages, words)]
    sections = {
        "replaced": [*_documents(found, study, words), *_table(found, words), *_names(found, words)],
        "how": [*_methods(study, software, words), words("redaction_keys"), words("redaction_proofs")],
        "reviewed": list(_review(found, words)),
        "risks": [_list(risks.remaining(found.of, remarks, bool(software.models), words))],
    }
    note = [f"**{study.synthetic_note}**"] if study.synthetic_note else []
    about = words("redaction_about", title=study.title, version=software.version)
    parts = [f"## {words(f'redaction_{name}')}\n\n" + "\n\n".join(texts) for name, texts in sections.items()]
    return "\n\n".join([f"# {words('redaction_title')}", *note, about, *parts]) + "\n"


def _documents(found: StudyCounts, study: Study, words: Labels) -> Iterator[str]:
    people, documents, coders = (found.of(Part.PSEUDONYM, kind) for kind in KINDS[Part.PSEUDONYM])
    coded = words("redaction_coded_by", coders=coders) if coders else ""
    exports = len(study.exports)
    yield words("redaction_documents", documents=documents, people=people, exports=exports, coded=coded)
    replaced, passages = found.of(Part.PASSAGE, ANY), found.of(Part.PASSAGE, DIFFERENT)
    yield words("redaction_passages", replaced=replaced, passages=passages, example="[PERSON_48291305]")


def _table(found: StudyCounts, words: Labels) -> Iterator[str]:
    names = dict(zip(WORDS_REPLACED, words("redaction_kinds").split(BETWEEN), strict=True))
    present = [kind for kind in WORDS_REPLACED if found.of(Part.REPLACED, kind)]
    if present:
        lines = (
            f"| {names[kind]} | {words.number(found.of(Part.REPLACED, kind))} | {words.number(found.passages(kind))} |"
            for kind in present
        )
        yield "\n".join([f"| {words('redaction_columns')} |", "| --- | ---: | ---: |", *lines])
    if absent := [name for kind, name in names.items() if kind not in present]:
        yield words("redaction_no_other", kinds=words.joined(absent))


def _names(found: StudyCounts, words: Labels) -> Iterator[str]:
    hidden = [(found.of(Part.HIDDEN, kind), kind) for kind in KINDS[Part.HIDDEN]]
    counts = words.joined(words.counted(f"hidden_{kind}", count) for count, kind in hidden if count)
    yield words("redaction_hidden", names=counts or words("none"))


def _methods(study: Study, software: Software, words: Labels) -> Iterator[str]:
    models = words("method_models", models=words.joined(software.models)) if software.models else ""
    methods = [words(f"method_{name}") for name in ("lists", "forms", "words")]
    methods += [models or words("method_no_model"), words("method_undecided")]
    yield "\n".join(f"{place}. {text}" for place, text in enumerate(methods, start=1))
    support = languages_by_support(study.groups, study.languages, words)
    full, basic, none = (words.joined(support[kind]) for kind in (FULL, BASIC, ""))
    known = [words(f"support_{kind}", languages=names) for kind, names in (("full", full), ("basic", basic)) if names]
    sentences = [words("languages_with_lists", languages=words.joined(known) or words("none"))]
    sentences += [words("languages_without", languages=none)] if none else []
    yield " ".join(sentences)


def _review(found: StudyCounts, words: Labels) -> Iterator[str]:
    decided, waiting = found.of(Part.DECIDED), found.of(Part.WAITING, "word")
    if decided:
        redacted, kept, generalised = (found.of(Part.DECIDED, kind) for kind in KINDS[Part.DECIDED])
        everywhere, document, once = (found.of(Part.WHERE, kind) for kind in KINDS[Part.WHERE])
        yield words(
            "review_done",
            decided=decided,
            doubts=decided + waiting,
            share=words.percent(f"{100 * decided / (decided + waiting):.0f}"),
            people=found.of(Part.REVIEWER),
            redacted=redacted,
            kept=kept,
            generalised=generalised,
            everywhere=everywhere,
            document=document,
            once=once,
            left=found.of(Part.LEFT),
        )
    else:
        yield words.counted("review_open", waiting) if waiting else words("review_none")
    if unfound := found.of(Part.UNFOUND):
        yield words.counted("review_found", unfound)
    read, withheld = (found.of(Part.DOCUMENT, kind) for kind in (READ, WITHHELD))
    if documents := read + withheld + found.of(Part.WAITING, "document"):
        yield words("review_capitals", documents=documents, read=read, withheld=withheld)
    yield words("review_consent")


def _list(points: Iterable[str]) -> str:
    return "\n".join(f"- {point}" for point in points)
