"""The marks of the matrices under each rule of the study, for the choice of a rule on the page.

The marks of a code under one rule are a word with a letter for each group, so that they add little to the page of a
large study: `LETTERS`, and `FRAGILE` for a mark that leaving out one participant may undo.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from crosscase.analysis import rules
from crosscase.analysis.rules import RuleCell
from crosscase.coding import mark_rules, matrices
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import State
from crosscase.study.facts import AT_LEAST_ONE, MarkRule, Study

LETTERS = {State.PRESENT: "p", State.ABSENT: "a", State.NOT_CODED: "n", State.UNKNOWN: "u", State.NOT_ASKED: "q"}
FRAGILE = "f"


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """A rule that a reader can choose, in words."""

    name: str  # empty: the rule of the tables
    title: str
    present: str  # what a mark means
    absent: str  # what a blank means
    is_one: bool  # whether one participant makes a mark


def choices(study: Study, words: Labels) -> list[RuleChoice]:
    """The rule of the tables, then those that differ from it."""
    found = []
    for name, rule in _different(study).items():
        title, means = mark_rules.words_for(rule, words), matrices.meanings(words, rule)
        if name == rules.STUDY:
            title = words("rule_of_tables", rule=title)
        elif name in study.further_rules:
            title = f"{name}: {title}"
        shown = "" if name == rules.STUDY else name
        found.append(RuleChoice(shown, title, means[State.PRESENT], means[State.ABSENT], rule == AT_LEAST_ONE))
    return found


def marks(ruled: Iterable[RuleCell], study: Study) -> dict[str, list[str]]:
    """The word of each code under each rule, in the order of `choices`. A code without marks in the tables has none."""
    letters = {
        (row.rule, row.code, row.group): FRAGILE if row.is_fragile else LETTERS[State(row.state)] for row in ruled
    }
    codes = dict.fromkeys(code for rule, code, _ in letters if rule == rules.STUDY)
    return {
        code: ["".join(letters[name, code, group.code] for group in study.groups) for name in _different(study)]
        for code in codes
    }


def fragile(ruled: Iterable[RuleCell]) -> set[tuple[str, str]]:
    """The codes and groups with a mark of the tables that leaving out one participant may undo."""
    return {(row.code, row.group) for row in ruled if row.rule == rules.STUDY and row.is_fragile}


def _different(study: Study) -> dict[str, MarkRule]:
    named = rules.of_study(study).items()
    return {name: rule for name, rule in named if name == rules.STUDY or rule != study.rule}
