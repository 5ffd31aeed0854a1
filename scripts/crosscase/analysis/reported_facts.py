"""What a build knows of a study that its report states: a sentence for each fact, made of its numbers, in its language.

A sentence says what was counted. What the numbers mean, and why the study was done so, authors say.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from crosscase.analysis.agreement_tables import Agreement
from crosscase.analysis.checklists import Fact
from crosscase.analysis.findings import Finding, marked
from crosscase.analysis.judgements import Frame, Level
from crosscase.analysis.rows import ALL
from crosscase.coding import mark_rules
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import CellCoding, Participant
from crosscase.study.facts import Saturation, Study
from crosscase.study.own_labels import labels_of

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
    study, findings, words = material.study, material.findings, labels_of(material.study)
    found = {
        Fact.TITLE: study.title,
        Fact.SAMPLE: _sample(material, words),
        Fact.VARIABLES: words("fact_variables", variables=words.joined(one.title for one in study.sample))
        if study.sample
        else "",
        Fact.GUIDE: words("fact_guide") if study.has_guide else "",
        Fact.SATURATION: _saturation(study.saturation, words),
        Fact.CODERS: _coders(material, words),
        Fact.CODES: words("fact_codes", codes=len(findings), domains=len(study.domains)),
        Fact.SOFTWARE: "; ".join(filter(None, (words.joined(material.tools), "crosscase."))),
        Fact.QUOTES: words("fact_quotes", passages=sum(row.quotes for row in findings)),
        Fact.RULE: words("fact_rule", rule=rule_of(study)),
        Fact.TRACED: words("fact_traced", codings=len(material.codings)),
        Fact.EVERYWHERE: _in_groups(
            "fact_everywhere", findings, [f for f in findings if f.present == f.counted > 0], words
        ),
        Fact.SELDOM: _in_groups("fact_seldom", findings, [f for f in findings if f.present == 1 < f.counted], words),
        Fact.CONSENT: _consent(material, words),
        Fact.PROCESSING: words("fact_processing"),
        Fact.WEIGHT: _weight(findings, words),
    }
    return {fact: marked(text, bool(study.synthetic_note), words) for fact, text in found.items() if text}


def _sample(material: Material, words: Labels) -> str:
    sizes = Counter(person.group for person in material.people)
    each = ", ".join(f"{group.code} {sizes[group.code]}" for group in material.study.groups)
    return words("fact_sample", participants=len({person.participant for person in material.people}), groups=each)


def _saturation(saturation: Saturation, words: Labels) -> str:
    if not saturation.is_used:
        return ""
    threshold = words.written(f"{saturation.threshold:g}")
    return words("fact_saturation", run=saturation.run, base=saturation.base, threshold=threshold)


def _coders(material: Material, words: Labels) -> str:
    """How many coders there were, and how far those who met agree on participants."""
    coders = {coding.coder for coding in material.codings if coding.coder}
    if not coders:
        return ""
    text = words("fact_coders", coders=len(coders))
    for row in material.agreed:
        is_whole = (row.domain, row.code, row.group, row.one) == (ALL,) * 4
        if is_whole and (row.level, row.frame) == (Level.PARTICIPANT, Frame.ALL) and row.observed is not None:
            agreed = words(
                "fact_agreement",
                participants=row.participants,
                share=words.percent(words.decimal(100 * row.observed)),
                units=row.units,
                alpha=words("undefined") if row.alpha is None else words.decimal(row.alpha, 2),
            )
            text += f" {agreed}"
    return text


def rule_of(study: Study) -> str:
    """The rule of the tables in words."""
    return mark_rules.words_for(study.rule, labels_of(study))


def _in_groups(key: str, findings: Sequence[Finding], named: Sequence[Finding], words: Labels) -> str:
    """Which codes are in every group or in one. ASSUME: a long list is cut; evidence.csv has all of them."""
    codes = f": {'; '.join(row.label for row in named[:_MOST])}" if named else ""
    codes += "; …" if len(named) > _MOST else ""
    return words.counted(key, len(named), all=len(findings), codes=codes)


def _consent(material: Material, words: Labels) -> str:
    consent = {person.participant for person in material.people if person.consent_to_quote}
    everybody = {person.participant for person in material.people}
    return words("fact_consent", number=len(consent), all=len(everybody))


def _weight(findings: Sequence[Finding], words: Labels) -> str:
    marks = sum(row.present for row in findings)
    fragile = sum(len(row.fragile.split("; ")) for row in findings if row.fragile)
    return words("fact_weight", fragile=fragile, marks=marks)
