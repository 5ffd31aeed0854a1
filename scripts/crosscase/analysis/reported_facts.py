"""What a build knows of a study that its report states: a sentence for each fact, made from its numbers.

A sentence says what was counted. What the numbers mean, and why the study was done so, authors say.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from crosscase.analysis.agreement_tables import Agreement
from crosscase.analysis.checklists import Fact
from crosscase.analysis.findings import Finding
from crosscase.analysis.judgements import Frame, Level
from crosscase.analysis.rows import ALL
from crosscase.coding import mark_rules
from crosscase.labels import labels
from crosscase.messages.wording import agree, counted, joined
from crosscase.storage.schemas import CellCoding, Participant
from crosscase.study.facts import Study

_MOST = 10  # codes that a sentence names


@dataclass(frozen=True, slots=True)
class Material:
    """What sentences are made from."""

    study: Study
    people: Sequence[Participant]  # a participant once in each group
    findings: Sequence[Finding]
    agreed: Sequence[Agreement]
    codings: Sequence[CellCoding]
    tools: Sequence[str]  # that wrote the exports


def of(material: Material) -> dict[Fact, str]:
    """A sentence for each fact that the build has."""
    study, findings = material.study, material.findings
    saturation = study.saturation
    found = {
        Fact.TITLE: study.title,
        Fact.SAMPLE: _sample(material),
        Fact.VARIABLES: f"Counted by {joined(one.title for one in study.sample)}." if study.sample else "",
        Fact.GUIDE: "A guide states which participants were asked about which domains." if study.has_guide else "",
        Fact.SATURATION: (
            f"New codes of {counted(saturation.run, 'interview')} as a share of those of the first {saturation.base}, "
            f"with a threshold of {saturation.threshold:g}, over all orders of the interviews."
            if saturation.is_used
            else ""
        ),
        Fact.CODERS: _coders(material),
        Fact.CODES: f"{counted(len(findings), 'code')} in {counted(len(study.domains), 'domain')}.",
        Fact.SOFTWARE: f"{joined(material.tools)}; crosscase." if material.tools else "crosscase.",
        Fact.QUOTES: f"{counted(sum(row.quotes for row in findings), 'passage')} may be quoted, once for each code.",
        Fact.RULE: f"A code is present in a {study.compare.one} by this rule: {rule_of(study)}.",
        Fact.TRACED: f"{counted(len(material.codings), 'coding')} stand behind the marks, each with its participant.",
        Fact.EVERYWHERE: _in_groups(findings, [row for row in findings if row.present == row.counted > 0], "every"),
        Fact.SELDOM: _in_groups(findings, [row for row in findings if row.present == 1 < row.counted], "one"),
        Fact.CONSENT: _consent(material),
        Fact.PROCESSING: (
            "Participants, documents and coders have pseudonyms. Words that may identify somebody were replaced where "
            "rules and people found them."
        ),
        Fact.WEIGHT: _weight(findings),
    }
    return {fact: f"{beginning_of(study)}{text}" for fact, text in found.items() if text}


def beginning_of(study: Study) -> str:
    """How each sentence begins: none about synthetic data may be taken for a finding, also where it is pasted."""
    return "Synthetic data: " if study.synthetic_note else ""


def _sample(material: Material) -> str:
    sizes = Counter(person.group for person in material.people)
    each = ", ".join(f"{group.code} {sizes[group.code]}" for group in material.study.groups)
    everybody = len({person.participant for person in material.people})
    return f"{counted(everybody, 'participant')}: {each}."


def _coders(material: Material) -> str:
    """How many coders there were, and how far those who met agree on participants."""
    coders = {coding.coder for coding in material.codings if coding.coder}
    if not coders:
        return ""
    text = f"{counted(len(coders), 'coder')}."
    for row in material.agreed:
        is_whole = (row.domain, row.code, row.group, row.one) == (ALL,) * 4
        if is_whole and (row.level, row.frame) == (Level.PARTICIPANT, Frame.ALL) and row.observed is not None:
            alpha = "undefined" if row.alpha is None else f"{row.alpha:.2f}"
            text += (
                f" {counted(row.participants, 'participant')} coded by at least two, who agreed on {row.observed:.1%} "
                f"of {counted(row.units, 'unit')} (participant and code; Krippendorff's alpha {alpha})."
            )
    return text


def rule_of(study: Study) -> str:
    """The rule of the tables in words."""
    words = labels.of(labels.DEFAULT, {}, study.compare.one, study.compare.many)
    return mark_rules.words_for(study.rule, words)


def _in_groups(findings: Sequence[Finding], named: Sequence[Finding], where: str) -> str:
    """Which codes are in every group or in one. ASSUME: a long list is cut; evidence.csv has all of them."""
    groups = "group that was coded and asked" if where == "every" else "group alone"
    codes = f": {'; '.join(row.label for row in named[:_MOST])}" if named else ""
    codes += "; …" if len(named) > _MOST else ""
    are = agree(len(named), "is", "are")
    return f"{len(named)} of {counted(len(findings), 'code')} {are} present in {where} {groups}{codes}."


def _consent(material: Material) -> str:
    consent = {person.participant for person in material.people if person.consent_to_quote}
    everybody = {person.participant for person in material.people}
    return f"{len(consent)} of {counted(len(everybody), 'participant')} agreed to be quoted."


def _weight(findings: Sequence[Finding]) -> str:
    marks = sum(row.present for row in findings)
    fragile = sum(len(row.fragile.split("; ")) for row in findings if row.fragile)
    return f"{fragile} of {counted(marks, 'mark')} would be gone without one of the participants."
