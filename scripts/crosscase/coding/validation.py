"""Validation of one export's codings against the codebook, the register and the study's plan.

Every coding becomes either a valid segment or one or more issues that leave it out. Exactly one of the issues
of a coding counts it as left out, so that the sums add up. The severity of an issue decides whether it stops
the build, see `issues`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crosscase.coding.codebook import Codebook
from crosscase.coding.hidden_names import has_hidden, where_shown
from crosscase.coding.issues import Inspector
from crosscase.coding.segments import TranslatedCoding
from crosscase.messages.wording import counted, joined
from crosscase.running import places
from crosscase.storage.schemas import AnonymisedCoding, Issue, Match, Segment
from crosscase.storage.text_form import fold
from crosscase.study.facts import Group, NotCoded
from crosscase.study.group_names import spellings

_MOST = 5  # codes listed in a message


@dataclass(frozen=True, slots=True)
class _Finding:
    check: str
    value: str
    message: str
    suggestion: str


class Validator:
    """Checks the codings of one export in order and collects the issues."""

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

    def valid(self, codings: Iterable[TranslatedCoding]) -> Iterator[Segment]:
        """Yield the valid codings as segments."""
        for translated in codings:
            findings = list(self._findings(translated))
            for number, finding in enumerate(findings):
                self._issues.append(
                    self._inspector.issue(
                        finding.check,
                        places.of_coding(translated.coding.segment_id),
                        finding.value,
                        finding.message,
                        finding.suggestion,
                        left_out=0 if number else 1,
                    )
                )
            if not findings:
                self._note_alias(translated)
                yield _segment(translated)

    def issues(self) -> Iterator[Issue]:
        """The issues, complete when `valid` has seen all codings."""
        yield from self._issues
        for (stated, code), count in self._aliases.items():
            message = f"read as {self._codebook.entries[code].label!r} by an alias, {counted(count, 'time')}"
            yield self._inspector.issue("alias_used", self._alias_places[stated, code], stated, message)
        for (stated, code), count in self._normalised.items():
            message = f"read as {code}, {counted(count, 'time')}"
            yield self._inspector.issue("group_normalised", "", stated, message)

    def _findings(self, translated: TranslatedCoding) -> Iterator[_Finding]:
        yield from self._code(translated)
        yield from self._person(translated)
        yield from self._text_and_repeats(translated)

    def _code(self, translated: TranslatedCoding) -> Iterator[_Finding]:
        stated = translated.stated_code
        if translated.match == Match.UNKNOWN:
            message = "the code is not in the codebook"
            yield _Finding("unknown_code", stated, message, self._remedy_of_unknown(stated, translated.coding))
        elif translated.match == Match.AMBIGUOUS:
            codes, alias_decides = self._codebook.candidates(translated.coding.code_path)
            others = "make it an alias of the one that is meant" if alias_decides else "rename one of the codes"
            message = f"{counted(len(codes), 'code has', 'codes have')} this name: {joined(codes, _MOST)}"
            yield _Finding("ambiguous_code", stated, message, f"Export it with its full path, or {others}.")
        elif translated.match == Match.UNCODABLE:
            message = "the code is only a heading for others (codable: no)"
            yield _Finding("uncodable_parent", stated, message, "Use a code below it, or set codable to yes.")

    def _remedy_of_unknown(self, stated: str, coding: AnonymisedCoding) -> str:
        if has_hidden(stated):
            shown = f"Its words may name somebody: {where_shown(coding.export)} shows them."
            return f"{shown} Add it to the codebook or add an alias."
        # ASSUME: a name without the levels above it is no code, even if only one code has it: another may be meant.
        endings, _ = self._codebook.candidates(coding.code_path)
        if endings:
            return (
                f"Is it {joined(endings, last='or')}? Export it with that path, or write {stated!r} into its `aliases`."
            )
        near = self._codebook.nearest(stated)
        suggestion = f"Nearest: {' | '.join(near)}. Correct it or" if near else "Add it to the codebook or"
        return f"{suggestion} add an alias."

    def _person(self, translated: TranslatedCoding) -> Iterator[_Finding]:
        if translated.group is None:
            message = "the document is not in the register of participants"
            suggestion = (
                "Add its name to the participant's `documents` in the register; "
                f"{where_shown(translated.coding.export)} shows which document this is."
            )
            yield _Finding("unregistered_document", translated.coding.document, message, suggestion)
            return
        yield from self._group(translated.group, translated.coding)
        if (translated.group, translated.domain) in self._gaps:
            message = f"{translated.group} is declared as not coded for {translated.domain}, but this coding exists"
            suggestion = "Correct not_coded in config/study.yaml, or the coding."
            yield _Finding("coded_though_declared_not_coded", translated.stated_code, message, suggestion)

    def _group(self, registered: str, coding: AnonymisedCoding) -> Iterator[_Finding]:
        stated = coding.stated_groups
        if not stated:
            return
        understood = {self._spellings[fold(name)] for name in stated if fold(name) in self._spellings}
        value = " | ".join(stated)
        if not understood:
            message = f"the export's {self._inspector.compare.one} is not in the study"
            shown = f"{where_shown(coding.export)} shows it. " if has_hidden(value) else ""
            remedy = f"{shown}Add the spelling to `also` in config/study.yaml."
            yield _Finding("unknown_group", value, message, remedy)
        elif understood != {registered}:
            message = f"the export says {' and '.join(sorted(understood))}, the register says {registered}"
            yield _Finding("group_conflict", value, message, "Correct the register or the export.")
        else:
            changed = (name for name in stated if name != registered and fold(name) in self._spellings)
            self._normalised.update((name, registered) for name in changed)

    def _text_and_repeats(self, translated: TranslatedCoding) -> Iterator[_Finding]:
        # ASSUME: a code on an empty selection is a slip of the mouse, not a mention. A coding without a
        # text (of a picture, of a whole document) is a mention.
        text, fingerprint = translated.coding.text, translated.coding.fingerprint
        if text is not None and not text.strip():
            message = "the segment is empty"
            yield _Finding("empty_segment", translated.stated_code, message, "Code it again or delete it.")
        # ASSUME: codings that are equal in everything that the export states are one coding, exported twice.
        if fingerprint in self._seen:
            yield _repeated(translated)
        self._seen.add(fingerprint)

    def _note_alias(self, translated: TranslatedCoding) -> None:
        if translated.match == Match.ALIAS and translated.code:
            key = (translated.stated_code, translated.code)
            self._aliases[key] += 1
            self._alias_places.setdefault(key, places.of_coding(translated.coding.segment_id))


def _repeated(translated: TranslatedCoding) -> _Finding:
    """The finding that a coding is equal to an earlier one: without a place nobody can tell whether it is the same."""
    message, suggestion = "the same coding occurs earlier in the export", "Nothing to do: it is counted once."
    if translated.coding.start is None and translated.coding.place is None:
        message = "an equal coding occurs earlier; without a place nothing tells whether it is the same, exported twice"
        suggestion = (
            "It is counted once. If they are different codings, export them with their places, or give the table a "
            "column in which they differ: the place, the words or a number."
        )
    return _Finding("duplicate_coding", translated.stated_code, message, suggestion)


def _segment(translated: TranslatedCoding) -> Segment:
    """The segment of a coding without findings. Raises ValueError if something was not recognised."""
    coding = translated.coding
    if not (coding.participant and translated.group and translated.domain and translated.code):
        raise ValueError(f"a coding without an issue was not recognised: {coding.segment_id}")
    return Segment(
        segment_id=coding.segment_id,
        export=coding.export,
        document=coding.document,
        participant=coding.participant,
        group=translated.group,
        domain=translated.domain,
        code=translated.code,
        coder=coding.coder,
        start=coding.start,
        end=coding.end,
        text=coding.text,
        place=coding.place,
        day=coding.day,
        left_out=coding.left_out,
    )
