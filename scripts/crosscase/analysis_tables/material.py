"""What the tables of the analysis are made of, and how all of them name codes and write numbers.

ASSUME: shares and coefficients have two decimals, percentages and expected numbers one; the CSV files have all digits.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from crosscase.analysis import rules
from crosscase.analysis.agreement_tables import Agreement
from crosscase.analysis.exact_test import GroupDifference
from crosscase.analysis.findings import Finding
from crosscase.analysis.quoted_passages import Quote
from crosscase.analysis.rows import Completeness, Cooccurrence, Similarity, TotalWorth
from crosscase.analysis.rules import RuleTotal, Threshold
from crosscase.analysis.saturation import Saturated
from crosscase.analysis.truth_table import Case
from crosscase.coding import codebook_version, mark_rules, matrices
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import Cell, CodebookEntry
from crosscase.study.facts import USUAL_RULES, Domain, MarkRule, Study
from crosscase.study.own_labels import labels_of
from crosscase.tables.domain_tables import UNDEFINED, Entry, Heading, Line, Section, Table, in_brackets

_COEFFICIENT = 2  # decimals


@dataclass(frozen=True)
class Material:
    """The study, and the rows of its analysis."""

    study: Study
    cells: Sequence[Cell]
    codebook: Sequence[CodebookEntry]
    in_several: int  # participants in more than one group
    totals: Sequence[TotalWorth]
    rule_totals: Sequence[RuleTotal]
    thresholds: Sequence[Threshold]
    agreement: Sequence[Agreement]
    completeness: Sequence[Completeness]
    saturation: Sequence[Saturated]
    together: Sequence[Cooccurrence]
    alike: Sequence[Similarity]
    tested: Sequence[GroupDifference]  # none where the study does not ask for the test
    cases: Sequence[Case]  # none where it does not ask for a truth table
    findings: Sequence[Finding]
    quotes: Sequence[Quote]

    @cached_property
    def words(self) -> Labels:
        """The words of the study's tables."""
        return labels_of(self.study)

    @cached_property
    def codes_of(self) -> Mapping[str, list[str]]:
        """The codes with a row in the tables, by domain, in their order there."""
        known = {cell.code for cell in self.cells}
        return {
            domain.id: [
                entry.code
                for entry in matrices.in_order([entry for entry in self.codebook if entry.domain == domain.id], "")
                if entry.code in known
            ]
            for domain in self.study.domains
        }

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The labels of the codes."""
        return {entry.code: entry.label for entry in self.codebook}

    @cached_property
    def full_labels(self) -> Mapping[str, str]:
        """The same for tables over all domains: with the domain where two codes have one label."""
        titles = {domain.id: domain.title for domain in self.study.domains}
        times = Counter(entry.label for entry in self.codebook if entry.codable)
        return {
            entry.code: f"{entry.label} ({titles[entry.domain]})" if times[entry.label] > 1 else entry.label
            for entry in self.codebook
        }

    def by_domain(self) -> Iterator[tuple[Domain, list[str]]]:
        """The domains with the codes of each."""
        for domain in self.study.domains:
            yield domain, self.codes_of[domain.id]

    def table(
        self,
        name: str,
        caption: str,
        first: str,
        headings: list[Heading],
        sections: list[Section],
        notes: list[str],
        nothing: str = "",
    ) -> Table:
        """A table of the study. Where it has no row, `nothing` says why, in the place of one."""
        kept = [section for section in sections if section.lines]
        return Table(
            id=name,
            study=self.study.title,
            caption=caption,
            first=first,
            headings=headings,
            sections=kept or [Section("", [Line(nothing, 0, [])])],
            notes=[codebook_version.of(self.codebook).note(self.words), *notes] if kept else [],
            warning=self.study.synthetic_note,
            words=self.words,
        )


def rule_heads(further: Mapping[str, MarkRule], words: Labels) -> dict[str, str]:
    """A short heading for each rule beside the study's own: its number or share, or the name that the study gave it."""
    usual = {
        name: f"≥{rule.at_least}" if rule.share is None else f"≥{words.percent(f'{100 * rule.share:.0f}')}"
        for name, rule in USUAL_RULES.items()
    }
    return {**usual, **{name: name for name in further}}


def rules_in_words(study: Study, words: Labels) -> str:
    """What the short headings of rules stand for."""
    named = rules.of_study(study)
    heads = rule_heads(study.further_rules, words)
    return "; ".join(f"{head}: {mark_rules.words_for(named[name], words)}" for name, head in heads.items()) + "."


def whole(number: int | None) -> Entry:
    """A number of things; where there is none, the sign for that."""
    return Entry(UNDEFINED if number is None else str(number))


def decimal(value: float | None, words: Labels, digits: int = 1) -> Entry:
    """A number with decimals."""
    return Entry(UNDEFINED if value is None else words.decimal(value, digits))


def coefficient(value: float | None, words: Labels) -> Entry:
    """A coefficient or a share."""
    return decimal(value, words, _COEFFICIENT)


def per_cent(share: float | None, words: Labels) -> Entry:
    """A share in per cent, without the sign."""
    return decimal(None if share is None else 100 * share, words)


def interval(ends: tuple[float | None, float | None], words: Labels, digits: int = _COEFFICIENT) -> Entry:
    """The ends of an interval in brackets."""
    low, high = ends
    if low is None or high is None:
        return Entry(UNDEFINED)
    return Entry(in_brackets((low, high), words, digits))
