"""The preflight report: the content of each export, before anything else is built, without any text of an interview.

1. The observations of an export, which `anonymise_export` wrote, become one `Findings`.
2. What a person should check becomes a sentence.

Names whose words may be somebody's are hidden behind placeholders, `coding.hidden_names`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosscase.coding.hidden_names import has_hidden, where_shown
from crosscase.coding.observations import BESIDE, HAS_CODES, NOBODY, TRUSTED, WITHDRAWN, ObservationKind
from crosscase.messages.wording import agree, counted, joined, with_article
from crosscase.running import places
from crosscase.storage.schemas import Match, Observation, Participant
from crosscase.storage.text_form import fold
from crosscase.study.facts import GROUPS, Compare, ExportSettings, Group
from crosscase.study.group_names import spellings

_MATCHED = (Match.LABEL, Match.ALIAS)
_UNKNOWN = "Add a row, or write the name under `aliases` of the code that is meant."
_AMBIGUOUS = "Export it with the levels above it, or write it under `aliases` of one of the codes."
_UNCODABLE = "Use a code below it, or set `codable` to yes."
_MOST = 5  # names listed in a sentence


@dataclass(frozen=True, slots=True)
class Findings:
    """The content of one export. The counts of codings include those that anonymisation holds back."""

    export: str
    file: str
    tool: str
    format: str
    why: str  # reason why it was read in this format
    documents: int
    coded_documents: int
    participants: int
    codes: int  # with codings
    codes_matched: int
    codings: int
    coders: int
    group: str  # the groups, and how the export states them
    offsets: str  # the rule of counting and how well it fits; empty if the tool's offsets are not used
    to_check: Sequence[str]


def headings(compare: Compare) -> tuple[str, ...]:
    """The columns of the report."""
    first = ("export", "tool", "read as", "documents", "participants", "codes matched", "codings", "coders")
    return (*first, compare.one, "offsets")


def row(findings: Findings) -> tuple[str, ...]:
    """The cells of an export under `headings`."""
    f = findings
    documents = f"{f.coded_documents} of {f.documents}" if f.coded_documents < f.documents else str(f.documents)
    matched = f"{f.codes_matched} of {f.codes}" if f.codes_matched < f.codes else str(f.codes)
    numbers = (documents, str(f.participants), matched, str(f.codings), str(f.coders) if f.coders else "not stated")
    return (f.export, f.tool, f.format, *numbers, f.group, f.offsets)


def describe(
    observations: Iterable[Observation],
    exports: Mapping[str, ExportSettings],
    groups: Sequence[Group],
    compare: Compare = GROUPS,
) -> list[Findings]:
    """The findings of each export, in the order of the study."""
    by_export: dict[str, list[Observation]] = {name: [] for name in exports}
    for observation in observations:
        by_export[observation.export].append(observation)
    names = spellings(groups)
    return [_findings(name, exports[name], found, names, compare) for name, found in by_export.items() if found]


def without_document(observations: Iterable[Observation], participants: Iterable[Participant]) -> list[str]:
    """The participants who have no document in any export."""
    with_document = {item.detail for item in observations if item.kind == ObservationKind.DOCUMENT}
    everybody = dict.fromkeys(person.participant for person in participants)
    return [places.of_participant(participant) for participant in everybody if participant not in with_document]


def idle_patterns(observations: Iterable[Observation], exports: Mapping[str, ExportSettings]) -> list[str]:
    """A sentence on each line of `leave_out` that leaves out no coding of any export: it may be misspelt."""
    used = {item.name for item in observations if item.kind == ObservationKind.LEFT_OUT}
    stated = dict.fromkeys(pattern for settings in exports.values() for pattern in settings.leave_out)
    return [f"`leave_out` has “{pattern}”, but no coding has such a code" for pattern in stated if pattern not in used]


def _findings(
    export: str, settings: ExportSettings, found: list[Observation], names: Mapping[str, str], compare: Compare
) -> Findings:
    by_kind = {kind: [item for item in found if item.kind == kind] for kind in ObservationKind}
    documents = by_kind[ObservationKind.DOCUMENT]
    codes = [item for item in by_kind[ObservationKind.CODE] if item.count]  # as `crosscase new` counts them
    (form,) = by_kind[ObservationKind.FORMAT]
    return Findings(
        export=export,
        file=settings.file,
        tool=" ".join(item.name for item in by_kind[ObservationKind.TOOL]) or "not stated",
        format=form.name,
        why=form.detail,
        documents=len(documents),
        coded_documents=sum(item.count > 0 for item in documents),
        participants=len({item.detail for item in documents} - {NOBODY, WITHDRAWN}),
        codes=len(codes),
        codes_matched=sum(item.detail in _MATCHED for item in codes),
        codings=sum(item.count for item in documents),
        coders=len(by_kind[ObservationKind.CODER]),
        group=_group(settings, by_kind[ObservationKind.GROUP], names),
        offsets=_offsets(by_kind[ObservationKind.OFFSETS]),
        to_check=list(_to_check(by_kind, settings, names, compare)),
    )


def _group(settings: ExportSettings, stated: list[Observation], names: Mapping[str, str]) -> str:
    if settings.group is not None:
        return f"{settings.group} (the whole export)"
    if settings.group_from is None:
        return "from the register only"
    source = settings.group_from
    if isinstance(source, dict):
        ((kind, value),) = source.items()
        source = f"{kind} {value}"
    else:
        source = source.replace("_", " ")
    understood = sorted({names[fold(item.name)] for item in stated if fold(item.name) in names})
    return f"{', '.join(understood) or 'none'} ({source})"


def _offsets(documents: list[Observation]) -> str:
    if not documents:
        return ""
    rules: dict[str, list[float]] = {}
    for item in documents:
        rules.setdefault(item.detail, []).append(item.score or 0.0)
    rules_in_words = (
        f"{rule} ({counted(len(scores), 'document')}, score {_score(min(scores))}"
        + (f" to {_score(max(scores))})" if min(scores) < max(scores) else ")")
        for rule, scores in sorted(rules.items())
    )
    return "; ".join(rules_in_words)


def _score(score: float) -> str:
    return f"{int(score * 100) / 100:.2f}"  # rounded down, so that no score looks better than it is


def _to_check(
    by_kind: Mapping[ObservationKind, list[Observation]],
    settings: ExportSettings,
    names: Mapping[str, str],
    compare: Compare,
) -> Iterator[str]:
    unassigned = [item.name for item in by_kind[ObservationKind.DOCUMENT] if item.detail == NOBODY]
    if unassigned:
        yield (
            f"{counted(len(unassigned), 'document')} {agree(len(unassigned), 'belongs', 'belong')} to no participant "
            f"in the register: {joined(unassigned, _MOST)}; data/restricted/replacements/ shows their names"
        )
    yield from (item.name for item in by_kind[ObservationKind.HINT])
    if withdrawn := [item for item in by_kind[ObservationKind.DOCUMENT] if item.detail == WITHDRAWN]:
        left_out = counted(sum(item.count for item in withdrawn), "coding")
        yield f"{counted(len(withdrawn), 'document')} of participants who withdrew, {left_out} left out"
    if not any(item.count for item in by_kind[ObservationKind.DOCUMENT]):
        yield "no coding was found: export the coded segments again, from all documents"
    yield from _codes(by_kind[ObservationKind.CODE])
    yield from _groups(by_kind[ObservationKind.GROUP], settings, names, compare)
    yield from _contradictions(by_kind[ObservationKind.REGISTERED], names, compare)
    for item in by_kind[ObservationKind.OFFSETS]:
        if item.score is not None and item.score < TRUSTED:
            score = _score(item.score)
            yield f"the offsets of document {item.name} do not fit its text well ({score}): compare some segments"
    for detail in sorted({item.detail for item in by_kind[ObservationKind.CASING]}):
        written = [item.name for item in by_kind[ObservationKind.CASING] if item.detail == detail]
        yield (
            f"{counted(len(written), 'document')} {agree(len(written), 'is', 'are')} written in {detail}: "
            f"{joined(written, _MOST)}. Names that no list has cannot be found there: read each, take out what names "
            f"somebody, and decide about its row `*whole document*` (crosscase review)"
        )
    yield from _unread_columns(by_kind[ObservationKind.UNREAD])
    for item in by_kind[ObservationKind.ENCODING]:
        yield f"the encoding was detected: {item.name}"
    for item in by_kind[ObservationKind.PASSED_OVER]:
        yield f"{item.name}: {counted(item.count, 'element')} not read"
    if unseen := by_kind[ObservationKind.UNSEEN]:
        have, are = counted(len(unseen), "name has", "names have"), agree(len(unseen), "is", "are")
        yield f"{have} a sign that nobody sees, and {are} compared without it: {_shown(unseen)}"
    for item in by_kind[ObservationKind.LEFT_OUT]:
        yield f"{counted(item.count, 'coding')} left out by `leave_out`: “{item.name}”"
    for item in by_kind[ObservationKind.MODEL]:
        yield f"a model also searched for names; its finds wait for review: {item.name}, sha256 {item.detail}"


def _groups(
    groups: Sequence[Observation], settings: ExportSettings, names: Mapping[str, str], compare: Compare
) -> Iterator[str]:
    for item in groups:
        code = names.get(fold(item.name)) if item.name else None
        if not item.name and (settings.group_from or settings.group):
            nowhere = "" if any(other.name for other in groups) else f": correct `{settings.group_key}`"
            yield f"{counted(item.count, 'coding')} in documents without {with_article(compare.one)}{nowhere}"
        elif code and code != item.name:
            yield f"“{item.name}” is read as {code}, {counted(item.count, 'coding')}"
    if foreign := [item for item in groups if item.name and fold(item.name) not in names]:
        codings = counted(sum(item.count for item in foreign), "coding")
        yield f"not {with_article(compare.one)} of the study, {codings}: {_shown(foreign)}"


def _contradictions(registered: Sequence[Observation], names: Mapping[str, str], compare: Compare) -> Iterator[str]:
    """Groups that an export states for participants whom the register has in others."""
    pairs = [(item.name.partition(BESIDE), item.count) for item in registered]
    wrong = [(group, stated, count) for (group, _, stated), count in pairs if names.get(fold(stated), group) != group]
    if wrong:
        codings = counted(sum(count for *_, count in wrong), "coding")
        listed = joined([f"“{stated}” for a participant of {group}" for group, stated, _ in wrong], _MOST)
        yield f"{codings} of another {compare.one} than the register's: {listed}"


def _codes(codes: Sequence[Observation]) -> Iterator[str]:
    """Codes that the codebook does not have, or not one alone; a heading or a domain only if passages have it."""
    for match, what, remedy in (
        (Match.UNKNOWN, ("code not in the codebook", "codes not in the codebook"), _UNKNOWN),
        (Match.AMBIGUOUS, ("name that several codes have", "names that several codes have"), _AMBIGUOUS),
        (Match.UNCODABLE, ("heading or domain with codings", "headings or domains with codings"), _UNCODABLE),
    ):
        found = [item for item in codes if item.detail == match and (item.count or match != Match.UNCODABLE)]
        if found:
            codings = counted(sum(item.count for item in found), "coding")
            yield f"{counted(len(found), *what)}, {codings}: {_shown(found)}. {remedy}"


def _unread_columns(columns: Sequence[Observation]) -> Iterator[str]:
    for item in columns:
        if item.detail == HAS_CODES:
            codes = counted(item.count, "code")
            yield f"NOT READ: the column {_shown([item])} has {codes} of the codebook; add it to `columns.code`"
    if others := [item for item in columns if item.detail != HAS_CODES]:
        yield f"{counted(len(others), 'column')} not read: {_shown(others)}"


def _shown(items: Sequence[Observation]) -> str:
    """The names of some observations of one export, and which file shows the hidden ones."""
    names = joined([f"“{item.name}”" for item in items], _MOST)
    hidden = any(has_hidden(item.name) for item in items)
    return f"{names}; {where_shown(items[0].export)} shows the hidden names" if hidden else names
