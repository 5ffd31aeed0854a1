"""The preflight report: what is in each export, before anything else is built, without any words of an interview.

1. The observations of an export, which the door wrote, become one `Findings`.
2. What a person should look at becomes a sentence.

ASSUME: a code that stands in quotes or is longer than a name was made from an interview's words (in-vivo
coding), so it is counted and not shown; `results/validation/issues.csv` has it for those who must correct it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosscase.coding.observations import NOBODY, TRUSTED, WITHDRAWN, ObservationKind
from crosscase.storage.schemas import Match, Observation, Participant
from crosscase.storage.text_form import fold
from crosscase.study.facts import ExportSettings, Group
from crosscase.study.group_names import spellings

_UNDERSTOOD = (Match.LABEL, Match.ALIAS)
_LONGEST_NAME = 63  # characters; what MAXQDA takes
_QUOTES = "\"'“”„«»‘’‚`"
_MOST = 5  # names in a sentence


@dataclass(frozen=True, slots=True)
class Findings:
    """What is in one export. The counts of codings are of all, also of people who withdrew."""

    export: str
    file: str
    tool: str
    format: str
    why: str  # it was taken for that format
    sources: int
    coded_sources: int
    participants: int
    codes: int
    codes_understood: int
    codings: int
    coders: int
    group: str  # where it comes from, and what it says
    offsets: str  # how they count and how well that fits; empty where the tool's count is taken as it is
    to_look_at: Sequence[str]


HEADINGS = (
    *("export", "tool", "read as", "sources", "participants", "codes known", "codings", "coders"),
    *("country", "offsets"),
)


def row(findings: Findings) -> tuple[str, ...]:
    """The cells of an export under `HEADINGS`."""
    f = findings
    sources = f"{f.coded_sources} of {f.sources}" if f.coded_sources < f.sources else str(f.sources)
    known = f"{f.codes_understood} of {f.codes}" if f.codes_understood < f.codes else str(f.codes)
    numbers = (sources, str(f.participants), known, str(f.codings), str(f.coders) if f.coders else "not told")
    return (f.export, f.tool, f.format, *numbers, f.group, f.offsets)


def describe(
    observations: Iterable[Observation], exports: Mapping[str, ExportSettings], groups: Sequence[Group]
) -> list[Findings]:
    """The findings of each export, in the order of the study."""
    seen: dict[str, list[Observation]] = {name: [] for name in exports}
    for observation in observations:
        seen[observation.export].append(observation)
    names = spellings(groups)
    return [_findings(name, exports[name], found, names) for name, found in seen.items() if found]


def unheard(observations: Iterable[Observation], participants: Iterable[Participant]) -> list[str]:
    """The places in the register of the participants of whom no export has a document."""
    heard = {observation.detail for observation in observations if observation.kind == ObservationKind.DOCUMENT}
    return [person.locator for person in participants if person.participant not in heard]


def _findings(export: str, settings: ExportSettings, seen: list[Observation], names: Mapping[str, str]) -> Findings:
    of = {kind: [item for item in seen if item.kind == kind] for kind in ObservationKind}
    documents, codes = of[ObservationKind.DOCUMENT], of[ObservationKind.CODE]
    (taken,) = of[ObservationKind.FORMAT]
    return Findings(
        export=export,
        file=settings.file,
        tool=" ".join(item.name for item in of[ObservationKind.TOOL]) or "not told",
        format=taken.name,
        why=taken.detail,
        sources=len(documents),
        coded_sources=sum(item.count > 0 for item in documents),
        participants=len({item.detail for item in documents} - {NOBODY, WITHDRAWN}),
        codes=len(codes),
        codes_understood=sum(item.detail in _UNDERSTOOD for item in codes),
        codings=sum(item.count for item in documents),
        coders=len(of[ObservationKind.CODER]),
        group=_group(settings, of[ObservationKind.GROUP], names),
        offsets=_offsets(of[ObservationKind.OFFSETS]),
        to_look_at=list(_to_look_at(of, settings, names)),
    )


def _group(settings: ExportSettings, stated: list[Observation], names: Mapping[str, str]) -> str:
    if settings.group is not None:
        return f"{settings.group} (the whole export)"
    if settings.group_from is None:
        return "from the register alone"
    source = settings.group_from
    if isinstance(source, dict):
        ((kind, value),) = source.items()
        source = f"{kind} {value}"
    else:
        source = source.replace("_", " ")
    understood = sorted({names[fold(item.name)] for item in stated if fold(item.name) in names})
    return f"{', '.join(understood) or 'none'} ({source})"


def _offsets(sources: list[Observation]) -> str:
    if not sources:
        return ""
    rules: dict[str, list[float]] = {}
    for item in sources:
        rules.setdefault(item.detail, []).append(item.score or 0.0)
    told = (
        f"{rule} ({_count(len(scores), 'source')}, score {_score(min(scores))}"
        + (f" to {_score(max(scores))})" if min(scores) < max(scores) else ")")
        for rule, scores in sorted(rules.items())
    )
    return "; ".join(told)


def _score(score: float) -> str:
    return f"{int(score * 100) / 100:.2f}"  # never rounded up to a better one


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' if number != 1 else ''}"


def _to_look_at(
    of: Mapping[ObservationKind, list[Observation]], settings: ExportSettings, names: Mapping[str, str]
) -> Iterator[str]:
    nobody = [item.name for item in of[ObservationKind.DOCUMENT] if item.detail == NOBODY]
    if nobody:
        yield (
            f"{_count(len(nobody), 'source')} of nobody in the register: {_some(nobody)}; "
            "data/restricted/replacements/ says which they are"
        )
    if gone := [item for item in of[ObservationKind.DOCUMENT] if item.detail == WITHDRAWN]:
        left_out = _count(sum(item.count for item in gone), "coding")
        yield f"{_count(len(gone), 'source')} of people who withdrew, {left_out} left out"
    unknown = [item for item in of[ObservationKind.CODE] if item.detail not in _UNDERSTOOD]
    if unknown:
        used = sum(item.count for item in unknown)
        shown = [f"“{item.name}”" for item in unknown if _is_name(item.name)]
        told = [_some(shown)] if shown else []
        told += [f"{len(unknown) - len(shown)} in the words of interviews"] if len(shown) < len(unknown) else []
        yield f"{_count(len(unknown), 'code')} not in the codebook, {_count(used, 'coding')}: {', '.join(told)}"
    for item in of[ObservationKind.GROUP]:
        code = names.get(fold(item.name)) if item.name else None
        if not item.name and (settings.group_from or settings.group):
            yield f"{_count(item.count, 'coding')} of documents of which it tells no country"
        elif code and code != item.name:
            yield f"“{item.name}” is understood as {code}, {_count(item.count, 'coding')}"
    strange = [item for item in of[ObservationKind.GROUP] if item.name and fold(item.name) not in names]
    if strange:
        called = _some([f"“{item.name}”" for item in strange])
        yield f"no country of the study: {called}, {_count(sum(item.count for item in strange), 'coding')}"
    for item in of[ObservationKind.OFFSETS]:
        if item.score is not None and item.score < TRUSTED:
            yield f"the offsets of source {item.name} fit its text badly ({_score(item.score)}): compare some segments"
    for item in of[ObservationKind.ENCODING]:
        yield f"its encoding was found out: {item.name}"
    for item in of[ObservationKind.PASSED_OVER]:
        yield f"not read: {item.name}, {item.count} in number"
    for item in of[ObservationKind.MODEL]:
        yield f"a model looked for names, too, and what it found waits for review: {item.name}, sha256 {item.detail}"


def _is_name(code: str) -> bool:
    return len(code) <= _LONGEST_NAME and not set(code) & set(_QUOTES)


def _some(names: Sequence[str]) -> str:
    more = len(names) - _MOST
    return ", ".join(names[:_MOST]) + (f" and {more} more" if more > 0 else "")
