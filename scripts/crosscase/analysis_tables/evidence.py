"""One row a finding: what stands behind each code of the tables."""

from collections.abc import Iterator

from crosscase.analysis.findings import BETWEEN, Finding
from crosscase.analysis_tables.material import Material, per_cent, rule_heads, rules_in_words, whole
from crosscase.coding import mark_rules, matrices
from crosscase.storage.schemas import State
from crosscase.tables.domain_tables import UNDEFINED, Entry, Heading, Line, Section, Table
from crosscase.tables.sample_tables import several_note

NAME = "evidence"
_GROUPS, _FRAGILE, _RULES = 18, 12, 10  # letters of a column
_MOST_LINES, _WIDER = 4, 1.6  # of a row, where a column may be so many times wider


def table(material: Material) -> Table:
    """Groups and participants with each code, what one of them or another rule may undo, agreement, quotations."""
    words = material.words
    findings = {finding.code: finding for finding in material.findings}
    sections = [
        Section(domain.title, [Line(material.labels[code], 1, [*_entries(findings[code], material)]) for code in codes])
        for domain, codes in material.by_domain()
    ]

    def letters(place: int, least: int) -> int:
        """The width of a column of words: more where a code would take a dozen lines."""
        longest = max((len(line.entries[place].text) for section in sections for line in section.lines), default=0)
        return max(least, min(longest // _MOST_LINES, round(_WIDER * least)))

    return material.table(
        NAME,
        words("evidence_title"),
        words("code"),
        [
            Heading(words("head_present"), numeric=True),
            Heading(words.heading("head_participants"), numeric=True),
            Heading("%", numeric=True),
            Heading(words("head_present_in"), letters=letters(3, _GROUPS)),
            Heading(words("head_fragile"), letters=letters(4, _FRAGILE)),
            Heading(words("head_changed_by"), letters=_RULES),
            Heading(words("head_agreement"), numeric=True),
            Heading(words("head_quotations"), numeric=True),
        ],
        sections,
        [*_notes(material)],
    )


def _entries(finding: Finding, material: Material) -> Iterator[Entry]:
    words, heads = material.words, rule_heads(material.study.further_rules, material.words)
    present = [cell.group for cell in material.cells if cell.code == finding.code and cell.state == State.PRESENT]
    changed = [rule.partition(":")[0] for rule in filter(None, finding.changed_under.split(BETWEEN))]
    share = finding.participants / finding.interviewed if finding.interviewed else None
    yield Entry(words("of", number=finding.present, all=finding.counted))
    yield Entry(words("of", number=finding.participants, all=finding.interviewed))
    yield per_cent(share, words)
    yield Entry(", ".join(present))
    yield Entry(", ".join(filter(None, finding.fragile.split(BETWEEN))))
    yield Entry(", ".join(heads[name] for name in changed))
    yield per_cent(finding.agreement, words)
    yield whole(finding.quotes)


def _notes(material: Material) -> Iterator[str]:
    words = material.words
    yield words("fact_rule", rule=mark_rules.words_for(material.study.rule, words))
    yield words("evidence_present", present=words("head_present"), participants=words.heading("head_participants"))
    yield from several_note(material.in_several, words)
    yield words("evidence_agreement", agreement=words("head_agreement"), quotations=words("head_quotations"))
    yield from matrices.names_of(material.study.groups)
    yield words("evidence_fragile", fragile=words("head_fragile"))
    yield f"{words('evidence_changed', changed=words('head_changed_by'))} {rules_in_words(material.study, words)}"
    yield words("agreement_undefined", mark=UNDEFINED)
