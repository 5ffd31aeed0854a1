"""The redaction summary as a page that a study hands to a repository, and as a sentence for the reviewer's page.

Each sentence is made of the counts and of what the study states. What stands here of protection in general stands in
docs/data-protection.md, too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crosscase.labels.labels import Labels
from crosscase.languages.vocabulary import BASIC, FULL
from crosscase.messages.wording import agree, counted, joined, number
from crosscase.redaction_summary import risks
from crosscase.redaction_summary.counts import STUDY
from crosscase.redaction_summary.kinds import ANY, DIFFERENT, KINDS, READ, WITHHELD, WORDS_REPLACED, Part
from crosscase.storage.schemas import RedactionCount
from crosscase.study.facts import Study
from crosscase.study.group_languages import language_remarks, languages_by_support

_METHODS = (
    "Names in the register of participants and in the study's list of identifiers were searched for in the forms that "
    "the interviews' languages have.",
    "The other kinds in the table were searched for by their form. Numbers were validated where their kind allows it.",
    "Names in no list were searched for by the words beside them and by their capital letters.",
)


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
    """The page as Markdown. `study` needs title, synthetic_note, groups, languages and exports."""
    found = StudyCounts(rows)
    remarks = [remark for _, remark in language_remarks(study.groups, study.languages)]
    sections = {
        "What was replaced": [*_documents(found, study), *_table(found), *_names(found)],
        "How it was done": [*_methods(study, software), *_keys()],
        "What people reviewed": list(_review(found)),
        "What remains at risk": [_list(risks.remaining(found.of, remarks, bool(software.models), study.compare.one))],
    }
    note = [f"**{study.synthetic_note}**"] if study.synthetic_note else []
    about = (
        f"How the interviews of the study “{study.title}” were made ready to be shared. crosscase {software.version} "
        "wrote this page from the counts in `summary.csv`. It holds no words of an interview and names nobody."
    )
    parts = [f"## {heading}\n\n" + "\n\n".join(texts) for heading, texts in sections.items()]
    return "\n\n".join(["# Redaction summary", *note, about, *parts]) + "\n"


def _documents(found: StudyCounts, study: Study) -> Iterator[str]:
    people, documents, coders = (counted(found.of(Part.PSEUDONYM, kind), kind) for kind in KINDS[Part.PSEUDONYM])
    coded = f", coded by {coders}" if found.of(Part.PSEUDONYM, "coder") else ""
    yield (
        f"The study has {documents} of {people} in {counted(len(study.exports), 'export')}{coded}. "
        "Participants, documents and coders have pseudonyms. Comments, dates and further variables of the exports are "
        "not read. Codings of participants who withdraw are left out, and nothing here says whether anybody did."
    )
    replaced, passages = found.of(Part.PASSAGE, ANY), found.of(Part.PASSAGE, DIFFERENT)
    yield (
        f"Words were replaced in {number(replaced)} of {counted(passages, 'coded passage')}. A passage with several "
        "codes counts once. A replacement gives the kind of the words and a number, such as `[PERSON_48291305]`. The "
        "number is the same for the same person, place or thing in the whole study, and tells no order."
    )


def _table(found: StudyCounts) -> Iterator[str]:
    present = [kind for kind in WORDS_REPLACED if found.of(Part.REPLACED, kind)]
    if present:
        lines = (
            f"| {WORDS_REPLACED[kind]} | {number(found.of(Part.REPLACED, kind))} | {number(found.passages(kind))} |"
            for kind in present
        )
        yield "\n".join(["| kind of words | replacements | passages |", "| --- | ---: | ---: |", *lines])
    if absent := [words for kind, words in WORDS_REPLACED.items() if kind not in present]:
        yield f"No replacement is of another kind: {joined(absent)}."


def _names(found: StudyCounts) -> Iterator[str]:
    hidden = [(found.of(Part.HIDDEN, kind), kind) for kind in KINDS[Part.HIDDEN]]
    counts = joined(counted(count, f"name of a {kind}", f"names of {kind}s") for count, kind in hidden if count)
    yield (
        "Names that exports give to codes, groups and tools are hidden where a word in them may name somebody, or "
        f"where they were made of an interview's words: {counts or 'none'}."
    )


def _methods(study: Study, software: Software) -> Iterator[str]:
    model = "No language model was used."
    if software.models:
        used = joined(software.models)
        model = f"Language models on the team's own machine searched, too, for a person to decide: {used}."
    undecided = "What no rule can decide waits for a person's decision."
    yield "\n".join(f"{place}. {text}" for place, text in enumerate((*_METHODS, model, undecided), start=1))
    support = languages_by_support(study.groups, study.languages)
    full, basic, none = (joined(support[kind]) for kind in (FULL, BASIC, ""))
    known = [text for names, text in ((full, f"{full} (full support)"), (basic, f"{basic} (basic support)")) if names]
    without = f" There are no word lists for: {none}." if none else ""
    yield f"Languages with word lists: {joined(known) or 'none'}.{without}"


def _keys() -> Iterator[str]:
    yield (
        "Pseudonyms and numbers are made with a secret key. The key and the log of all replacements stay with the "
        "team, apart from the data, and are not shared. As long as they, the register or the exports exist, the data "
        "are pseudonymised and not anonymous."
    )
    # A digest of the code here would change this page, and what is compared of two builds, with every edited comment.
    yield (
        "`results/provenance/steps.json` has the digests of the code and of the exports, and the versions of the "
        "libraries. `results/leaks/verdict.txt` says whether anything that was replaced occurs in a published file."
    )


def _review(found: StudyCounts) -> Iterator[str]:
    decided, waiting = found.of(Part.DECIDED), found.of(Part.WAITING, "word")
    if decided:
        redacted, kept, generalised = (number(found.of(Part.DECIDED, kind)) for kind in KINDS[Part.DECIDED])
        everywhere, document, once = (number(found.of(Part.WHERE, kind)) for kind in KINDS[Part.WHERE])
        people = counted(found.of(Part.REVIEWER), "person", "people")
        yield (
            f"Words in doubt are put before people: {_share_decided(found)}, by {people}. Decisions to redact: "
            f"{redacted}, to keep: {kept}, to generalise: {generalised}. They hold in the whole study: {everywhere}, "
            f"in one document: {document}, at one place: {once}. Listed names in small letters that they left in "
            f"place, as ordinary words: {number(found.of(Part.LEFT))}."
        )
    elif waiting:
        yield f"Words in doubt are put before people. Nobody has decided yet: {_waiting_words(waiting)}."
    else:
        yield "Words in doubt are put before people. There were none."
    read, withheld = (found.of(Part.DOCUMENT, kind) for kind in (READ, WITHHELD))
    if of := read + withheld + found.of(Part.WAITING, "document"):
        yield (
            f"In {counted(of, 'document')} capital letters are unusual, so no rule finds names that no list has. A "
            f"person read {number(read)} of them and found no name left, and withheld the words of {number(withheld)}."
        )
    yield (
        "Words of a participant are published only with consent to be quoted, and of nobody while a decision is open. "
        "Whether somebody has read whole interviews is not recorded."
    )


def _share_decided(found: StudyCounts) -> str:
    decided, waiting = found.of(Part.DECIDED), found.of(Part.WAITING, "word")
    if not decided + waiting:
        return "no word was in doubt"
    share = f" ({decided / (decided + waiting):.0%})" if decided else ""
    return f"{number(decided)} of {counted(decided + waiting, 'doubt')} decided{share}"


def _waiting_words(waiting: int) -> str:
    return f"{counted(waiting, 'word')} {agree(waiting, 'waits', 'wait')} for a decision"


def _list(points: Iterable[str]) -> str:
    return "\n".join(f"- {point}" for point in points)
