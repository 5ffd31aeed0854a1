"""The preflight report: the content of each export, before anything else is built, without any text of an interview.

1. The observations of an export, which `anonymise_export` wrote, become one `Findings`.
2. What a person should check becomes a sentence in the study's language. What a reader has noted in English stays so:
   why a file was recognised, how it counts offsets, what it did not read, and hints at the register.

Names whose words may be somebody's are hidden behind placeholders, `coding.hidden_names`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosscase.coding.casing import row_about
from crosscase.coding.hidden_names import has_hidden, where_shown
from crosscase.coding.observations import BESIDE, HAS_CODES, NOBODY, TRUSTED, WITHDRAWN, ObservationKind
from crosscase.labels.labels import BETWEEN, Labels
from crosscase.readers.export_formats import AUTO
from crosscase.running import places
from crosscase.storage.schemas import Match, Observation, Participant
from crosscase.storage.text_form import fold
from crosscase.study.facts import CONFIG, ExportSettings, Group
from crosscase.study.group_names import spellings

_MATCHED = (Match.LABEL, Match.ALIAS)
_MOST = 5  # names listed in a sentence


@dataclass(frozen=True, slots=True)
class Findings:
    """The content of one export. The counts of codings include those that anonymisation holds back."""

    export: str
    file: str
    tool: str
    format: str
    why: str  # reason why it was read in this format
    is_recognised: bool  # then the reason is in English
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
    hints: Sequence[str]  # in English


def headings(words: Labels) -> tuple[str, ...]:
    """The columns of the report."""
    return (*words("preflight_columns").split(BETWEEN), words.one, words("preflight_offsets"))


def row(findings: Findings, words: Labels) -> tuple[str, ...]:
    """The cells of an export under `headings`."""
    f = findings

    def part(number: int, whole: int) -> str:
        return words("of", number=str(number), all=str(whole)) if number < whole else str(whole)

    documents, matched = part(f.coded_documents, f.documents), part(f.codes_matched, f.codes)
    numbers = (
        documents,
        str(f.participants),
        matched,
        str(f.codings),
        str(f.coders) if f.coders else words("not_stated"),
    )
    return (f.export, f.tool, f.format, *numbers, f.group, f.offsets)


def describe(
    observations: Iterable[Observation],
    exports: Mapping[str, ExportSettings],
    groups: Sequence[Group],
    words: Labels,
) -> list[Findings]:
    """The findings of each export, in the order of the study."""
    by_export: dict[str, list[Observation]] = {name: [] for name in exports}
    for observation in observations:
        by_export[observation.export].append(observation)
    names = spellings(groups)
    return [_findings(name, exports[name], found, names, words) for name, found in by_export.items() if found]


def without_document(observations: Iterable[Observation], participants: Iterable[Participant]) -> list[str]:
    """The participants who have no document in any export."""
    with_document = {item.detail for item in observations if item.kind == ObservationKind.DOCUMENT}
    everybody = dict.fromkeys(person.participant for person in participants)
    return [places.of_participant(participant) for participant in everybody if participant not in with_document]


def idle_patterns(
    observations: Iterable[Observation], exports: Mapping[str, ExportSettings], words: Labels
) -> list[str]:
    """A sentence on each line of `leave_out` that leaves out no coding of any export: it may be misspelt."""
    used = {item.name for item in observations if item.kind == ObservationKind.LEFT_OUT}
    stated = dict.fromkeys(pattern for settings in exports.values() for pattern in settings.leave_out)
    return [words("check_idle", pattern=pattern) for pattern in stated if pattern not in used]


def _findings(
    export: str, settings: ExportSettings, found: list[Observation], names: Mapping[str, str], words: Labels
) -> Findings:
    by_kind = {kind: [item for item in found if item.kind == kind] for kind in ObservationKind}
    documents = by_kind[ObservationKind.DOCUMENT]
    codes = [item for item in by_kind[ObservationKind.CODE] if item.count]  # as `crosscase new` counts them
    (form,) = by_kind[ObservationKind.FORMAT]
    return Findings(
        export=export,
        file=settings.file,
        tool=" ".join(item.name for item in by_kind[ObservationKind.TOOL]) or words("not_stated"),
        format=form.name,
        why=form.detail if settings.format == AUTO else words("preflight_stated", file=CONFIG),
        is_recognised=settings.format == AUTO,
        documents=len(documents),
        coded_documents=sum(item.count > 0 for item in documents),
        participants=len({item.detail for item in documents} - {NOBODY, WITHDRAWN}),
        codes=len(codes),
        codes_matched=sum(item.detail in _MATCHED for item in codes),
        codings=sum(item.count for item in documents),
        coders=len(by_kind[ObservationKind.CODER]),
        group=_group(settings, by_kind[ObservationKind.GROUP], names, words),
        offsets=_offsets(by_kind[ObservationKind.OFFSETS], words),
        to_check=list(_to_check(by_kind, settings, names, words)),
        hints=[item.name for item in by_kind[ObservationKind.HINT]],
    )


def _group(settings: ExportSettings, stated: list[Observation], names: Mapping[str, str], words: Labels) -> str:
    if settings.group is not None:
        return words("whole_export", group=settings.group)
    if settings.group_from is None:
        return words("register_only")
    if isinstance(settings.group_from, dict):
        ((kind, value),) = settings.group_from.items()
        source = words(f"source_{kind}", name=value)
    else:
        source = words("source_document_group")
    understood = sorted({names[fold(item.name)] for item in stated if fold(item.name) in names})
    return f"{', '.join(understood) or words('none')} ({source})"


def _offsets(documents: list[Observation], words: Labels) -> str:
    rules: dict[str, list[float]] = {}
    for item in documents:
        rules.setdefault(item.detail, []).append(item.score or 0.0)
    return "; ".join(_scored(rule, scores, words) for rule, scores in sorted(rules.items()))


def _scored(rule: str, scores: Sequence[float], words: Labels) -> str:
    low, high = _score(min(scores), words), _score(max(scores), words)
    if min(scores) < max(scores):
        return words("offsets_scores", rule=rule, documents=len(scores), low=low, high=high)
    return words("offsets_score", rule=rule, documents=len(scores), score=low)


def _score(score: float, words: Labels) -> str:
    return words.decimal(int(score * 100) / 100, 2)  # rounded down, so that no score looks better than it is


def _to_check(
    by_kind: Mapping[ObservationKind, list[Observation]],
    settings: ExportSettings,
    names: Mapping[str, str],
    words: Labels,
) -> Iterator[str]:
    documents = by_kind[ObservationKind.DOCUMENT]
    if unassigned := [item.name for item in documents if item.detail == NOBODY]:
        listed = words.joined(unassigned, _MOST)
        yield words.counted("check_strangers", len(unassigned), names=listed, file="data/restricted/replacements/")
    if withdrawn := [item for item in documents if item.detail == WITHDRAWN]:
        yield words("check_withdrawn", documents=len(withdrawn), codings=sum(item.count for item in withdrawn))
    if not any(item.count for item in documents):
        yield words("check_no_coding")
    yield from _codes(by_kind[ObservationKind.CODE], words)
    yield from _groups(by_kind[ObservationKind.GROUP], settings, names, words)
    yield from _contradictions(by_kind[ObservationKind.REGISTERED], names, words)
    yield from _texts(by_kind, words)
    yield from _unread_columns(by_kind[ObservationKind.UNREAD], words)
    for item in by_kind[ObservationKind.ENCODING]:
        yield words("check_encoding", encoding=item.name)
    for item in by_kind[ObservationKind.PASSED_OVER]:
        yield words.counted("check_passed_over", item.count, kind=item.name)
    if unseen := by_kind[ObservationKind.UNSEEN]:
        yield words.counted("check_unseen", len(unseen), names=_shown(unseen, words))
    for item in by_kind[ObservationKind.LEFT_OUT]:
        yield words("check_left_out", codings=item.count, name=item.name)
    for item in by_kind[ObservationKind.MODEL]:
        yield words("check_model", name=item.name, digest=item.detail)


def _texts(by_kind: Mapping[ObservationKind, list[Observation]], words: Labels) -> Iterator[str]:
    """Documents whose offsets do not fit, and those without usual capital letters."""
    for item in by_kind[ObservationKind.OFFSETS]:
        if item.score is not None and item.score < TRUSTED:
            yield words("check_offsets", document=item.name, score=_score(item.score, words))
    for detail in sorted({item.detail for item in by_kind[ObservationKind.CASING]}):
        written = [item.name for item in by_kind[ObservationKind.CASING] if item.detail == detail]
        how, row = words(f"in_{detail.replace(' ', '_')}"), row_about(detail)
        yield words.counted("check_casing", len(written), how=how, names=words.joined(written, _MOST), row=row)


def _groups(
    groups: Sequence[Observation], settings: ExportSettings, names: Mapping[str, str], words: Labels
) -> Iterator[str]:
    for item in groups:
        code = names.get(fold(item.name)) if item.name else None
        if not item.name and (settings.group_from or settings.group):
            if any(other.name for other in groups):
                yield words("check_no_group", codings=item.count)
            else:
                yield words("check_no_group_anywhere", codings=item.count, key=settings.group_key)
        elif code and code != item.name:
            yield words("check_read_as", name=item.name, code=code, codings=item.count)
    if foreign := [item for item in groups if item.name and fold(item.name) not in names]:
        yield words("check_foreign", codings=sum(item.count for item in foreign), names=_shown(foreign, words))


def _contradictions(registered: Sequence[Observation], names: Mapping[str, str], words: Labels) -> Iterator[str]:
    """Groups that an export states for participants whom the register has in others."""
    pairs = [(item.name.partition(BESIDE), item.count) for item in registered]
    wrong = [(group, stated, count) for (group, _, stated), count in pairs if names.get(fold(stated), group) != group]
    if wrong:
        listed = words.joined([words("check_pair", stated=stated, group=group) for group, stated, _ in wrong], _MOST)
        yield words("check_conflict", codings=sum(count for *_, count in wrong), pairs=listed)


def _codes(codes: Sequence[Observation], words: Labels) -> Iterator[str]:
    """Codes that the codebook does not have, or not one alone; a heading or a domain only if passages have it."""
    for match, key in (
        (Match.UNKNOWN, "check_unknown"),
        (Match.AMBIGUOUS, "check_ambiguous"),
        (Match.UNCODABLE, "check_uncodable"),
    ):
        found = [item for item in codes if item.detail == match and (item.count or match != Match.UNCODABLE)]
        if found:
            codings = sum(item.count for item in found)
            yield words.counted(key, len(found), codings=codings, names=_shown(found, words))


def _unread_columns(columns: Sequence[Observation], words: Labels) -> Iterator[str]:
    for item in columns:
        if item.detail == HAS_CODES:
            yield words("check_unread_codes", column=_shown([item], words), codes=item.count)
    if others := [item for item in columns if item.detail != HAS_CODES]:
        yield words.counted("check_unread", len(others), names=_shown(others, words))


def _shown(items: Sequence[Observation], words: Labels) -> str:
    """The names of some observations of one export, and which file shows the hidden ones."""
    names = words.joined([f"“{item.name}”" for item in items], _MOST)
    hidden = any(has_hidden(item.name) for item in items)
    return words("check_hidden", names=names, file=where_shown(items[0].export)) if hidden else names
