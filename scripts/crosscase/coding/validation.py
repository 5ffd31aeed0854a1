"""Validation of one export's segments against the codebook, the register and the study's plan.

Every coding becomes either a valid segment or one or more issues that leave it out. Exactly one of the issues
of a coding counts it as left out, so that the sums add up. The severity of an issue decides whether it stops
the build, see `issues`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crosscase.coding.codebook import Codebook
from crosscase.coding.issues import Inspector
from crosscase.messages.wording import counted
from crosscase.storage import table_columns
from crosscase.storage.schemas import ImportedSegment, Issue, Match, Segment
from crosscase.storage.text_form import fold
from crosscase.study.facts import Group, NotCoded
from crosscase.study.group_names import spellings


@dataclass(frozen=True, slots=True)
class _Finding:
    check: str
    value: str
    message: str
    suggestion: str


class Validator:
    """Checks the segments of one export in order and collects the issues."""

    def __init__(
        self, codebook: Codebook, groups: list[Group], not_coded: list[NotCoded], inspector: Inspector
    ) -> None:
        self._codebook = codebook
        self._spellings = spellings(groups)
        self._gaps = {(gap.group, gap.domain) for gap in not_coded}
        self._inspector = inspector
        self._seen: set[str] = set()
        self._normalised: Counter[tuple[str, str]] = Counter()
        self._aliases: Counter[tuple[str, str]] = Counter()
        self._alias_places: dict[tuple[str, str], str] = {}
        self._issues: list[Issue] = []

    def valid(self, segments: Iterable[ImportedSegment]) -> Iterator[Segment]:
        """Yield the valid segments."""
        names = table_columns.names(Segment)
        for segment in segments:
            findings = list(self._findings(segment))
            for number, finding in enumerate(findings):
                self._issues.append(
                    self._inspector.issue(
                        finding.check,
                        segment.locator,
                        finding.value,
                        finding.message,
                        finding.suggestion,
                        left_out=0 if number else 1,
                    )
                )
            if not findings:
                self._note_alias(segment)
                yield Segment(**{name: getattr(segment, name) for name in names})

    def issues(self) -> Iterator[Issue]:
        """The issues, complete when `valid` has yielded all segments."""
        yield from self._issues
        for (stated, code), count in self._aliases.items():
            message = f"read as {self._codebook.entries[code].label!r} by an alias, {counted(count, 'time')}"
            yield self._inspector.issue("alias_used", self._alias_places[stated, code], stated, message)
        for (stated, code), count in self._normalised.items():
            message = f"read as {code}, {counted(count, 'time')}"
            yield self._inspector.issue("country_normalised", "", stated, message)

    def _findings(self, segment: ImportedSegment) -> Iterator[_Finding]:
        yield from self._code(segment)
        yield from self._person(segment)
        yield from self._text_and_repeats(segment)

    def _code(self, segment: ImportedSegment) -> Iterator[_Finding]:
        stated = segment.stated_code
        if segment.code_match == Match.UNKNOWN:
            near = self._codebook.nearest(stated)
            suggestion = f"Nearest: {' | '.join(near)}. Correct it or" if near else "Add it to the codebook or"
            yield _Finding("unknown_code", stated, "the code is not in the codebook", f"{suggestion} add an alias.")
        elif segment.code_match == Match.AMBIGUOUS:
            suggestion = "Export it with its full path, or rename one of the codes."
            yield _Finding("ambiguous_code", stated, "more than one code has this name", suggestion)
        elif segment.code_match == Match.UNCODABLE:
            message = "the code is only a heading for others (codable: no)"
            yield _Finding("uncodable_parent", stated, message, "Use a code below it, or set codable to yes.")

    def _person(self, segment: ImportedSegment) -> Iterator[_Finding]:
        if segment.group is None:
            message = "the document is not in the register of participants"
            suggestion = (
                "Add its name to the participant's `documents` in the register; "
                f"data/restricted/replacements/{segment.export}.csv shows which document this is."
            )
            yield _Finding("unregistered_document", segment.document, message, suggestion)
            return
        yield from self._group(segment.group, segment.stated_groups)
        if (segment.group, segment.domain) in self._gaps:
            message = f"{segment.group} is declared as not coded for {segment.domain}, but this coding exists"
            suggestion = "Correct not_coded in config/study.yaml, or the coding."
            yield _Finding("coded_though_declared_not_coded", segment.stated_code, message, suggestion)

    def _group(self, registered: str, stated: list[str]) -> Iterator[_Finding]:
        if not stated:
            return
        understood = {self._spellings[fold(name)] for name in stated if fold(name) in self._spellings}
        value = " | ".join(stated)
        if not understood:
            message = "the export's country is not in the study"
            yield _Finding("unknown_country", value, message, "Add the spelling to `also` in config/study.yaml.")
        elif understood != {registered}:
            message = f"the export says {' and '.join(sorted(understood))}, the register says {registered}"
            yield _Finding("country_conflict", value, message, "Correct the register or the export.")
        else:
            changed = (name for name in stated if name != registered and fold(name) in self._spellings)
            self._normalised.update((name, registered) for name in changed)

    def _text_and_repeats(self, segment: ImportedSegment) -> Iterator[_Finding]:
        # ASSUME: a code on an empty selection is a slip of the mouse, not a mention. A coding without a
        # text (of a picture, of a whole document) is a mention.
        if segment.text is not None and not segment.text.strip():
            yield _Finding("empty_segment", segment.stated_code, "the segment is empty", "Code it again or delete it.")
        # ASSUME: codings that are equal in everything that the export states are one coding, exported twice.
        if segment.fingerprint in self._seen:
            message = "the same coding occurs earlier in the export"
            yield _Finding("duplicate_coding", segment.stated_code, message, "Nothing to do: it is counted once.")
        self._seen.add(segment.fingerprint)

    def _note_alias(self, segment: ImportedSegment) -> None:
        if segment.code_match == Match.ALIAS and segment.code:
            key = (segment.stated_code, segment.code)
            self._aliases[key] += 1
            self._alias_places.setdefault(key, segment.locator)
