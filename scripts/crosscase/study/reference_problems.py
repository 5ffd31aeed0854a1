"""Wrong references in a study: to a group, domain or category that it does not list, or by a name that several have."""

from collections import Counter
from collections.abc import Iterator, Mapping

from crosscase.messages import suggestions
from crosscase.messages.errors import Problem
from crosscase.messages.wording import counted, joined
from crosscase.storage.text_form import fold
from crosscase.study import tidy_problems
from crosscase.study.facts import (
    CONFIG,
    FURTHER_REGISTER_COLUMNS,
    REGISTER_COLUMNS,
    STUDY_RULE,
    USUAL_RULES,
    SampleVariable,
    Study,
)
from crosscase.study.group_names import spellings

_NO_NAMES: Mapping[str, str] = {}


def find(study: Study) -> Iterator[Problem]:
    """What the schema of the configuration cannot express."""
    groups = [group.code for group in study.groups]
    domains = [domain.id for domain in study.domains]
    for place, names in (("groups", groups), ("domains", domains)):
        for name, count in Counter(names).items():
            if count > 1:
                yield Problem(CONFIG, place, f"{name!r} is listed {counted(count, 'time')}", "Keep one of them.")
    yield from _shared_names("groups", {group.code: [group.code, group.name, *group.also] for group in study.groups})
    yield from _shared_names("domains", {domain.id: [domain.title, *domain.also] for domain in study.domains})
    yield from _declaration_problems(study, groups, domains)
    for variable in study.sample:
        yield from _variable_problems(f"sample.{variable.id}", variable)
        yield from _broader_problems(f"sample.{variable.id}.broader", variable)
    for group in study.truth_table.outcome_groups:
        yield from _unlisted("analysis.truth_table.outcome", group, groups, "groups", spellings(study.groups))
    if study.truth_table.outcome in study.truth_table.conditions:
        what = f"{study.truth_table.outcome!r} is a condition and the outcome"
        yield Problem(CONFIG, "analysis.truth_table.outcome", what, "Keep one of them.")
    for name in sorted(study.further_rules.keys() & {STUDY_RULE, *USUAL_RULES}):
        what = f"{name!r} is the name of a rule under which results are given in any study"
        yield Problem(CONFIG, f"marks.further.{name}", what, "Give yours another name, or leave it out.")
    for place, rule in {"rule": study.rule, **{f"further.{k}": v for k, v in study.further_rules.items()}}.items():
        if rule.share is not None and rule.unit != "participants":
            what = f"a share of {rule.unit} is not known: the exports do not say how many there are"
            yield Problem(CONFIG, f"marks.{place}", what, "Write `unit: participants`, or `at_least` without `share`.")
    for name, export in study.exports.items():
        if export.group is not None:
            yield from _unlisted(f"exports.{name}.group", export.group, groups, "groups", spellings(study.groups))
            if export.group_from is not None:
                what = "both `group` and `group_from` are given"
                yield Problem(CONFIG, f"exports.{name}", what, "Keep one of them.")
        yield from tidy_problems.find(f"exports.{name}", export)


def _declaration_problems(study: Study, groups: list[str], domains: list[str]) -> Iterator[Problem]:
    """What is wrong with the statements that material was coded for a domain, or was not."""
    for key, stated in (("not_coded", study.not_coded), ("coded", study.coded)):
        for number, declared in enumerate(stated):
            yield from _unlisted(f"{key}.{number}.group", declared.group, groups, "groups")
            yield from _unlisted(f"{key}.{number}.domain", declared.domain, domains, "domains")
    gaps = {(gap.group, gap.domain) for gap in study.not_coded}
    for number, declared in enumerate(study.coded):
        if (declared.group, declared.domain) in gaps:
            what = f"{declared.group} is declared as coded and as not coded for {declared.domain!r}"
            yield Problem(CONFIG, f"coded.{number}", what, "Keep one of them.")


def _shared_names(place: str, names: Mapping[str, list[str]]) -> Iterator[Problem]:
    """Names that mean more than one group or domain, however they are written."""
    owners: dict[str, dict[str, str]] = {}
    for owner, spelt in names.items():
        for name in spelt:
            owners.setdefault(fold(name), {}).setdefault(owner, name)
    for found in owners.values():
        if len(found) > 1:
            what = f"the name {next(iter(found.values()))!r} means {joined(found)}"
            yield Problem(CONFIG, place, what, "Keep each name for one of them.")


def _variable_problems(place: str, variable: SampleVariable) -> Iterator[Problem]:
    """A variable that is another column of the register, and categories that differ in nothing but their spelling."""
    if variable.id in REGISTER_COLUMNS or variable.id in FURTHER_REGISTER_COLUMNS:
        what = f"the column {variable.id!r} of the register is not a variable of the sample"
        yield Problem(CONFIG, place, what, "Give the variable, and its column in the register, another name.")
    if variable.missing:
        yield from _unlisted(f"{place}.missing", variable.missing, variable.categories, f"{place}.categories")
    for category, count in Counter(map(fold, variable.categories)).items():
        if count > 1:
            what = f"the category {category!r} is listed {counted(count, 'time')}, in other spellings"
            yield Problem(CONFIG, f"{place}.categories", what, "Keep one of them.")


def _broader_problems(place: str, variable: SampleVariable) -> Iterator[Problem]:
    members = Counter(category for inside in variable.broader.values() for category in inside)
    for category, count in members.items():
        yield from _unlisted(place, category, variable.categories, f"sample.{variable.id}.categories")
        if count > 1:
            yield Problem(CONFIG, place, f"{category!r} is listed {counted(count, 'time')}", "Keep one of them.")
    for name, inside in variable.broader.items():
        if name in variable.categories and name not in inside:
            what = f"the broader category {name!r} has the same name as a category that it does not contain"
            yield Problem(CONFIG, place, what, "Give it another name.")


def _unlisted(
    place: str, value: str, known: list[str], where: str, named: Mapping[str, str] = _NO_NAMES
) -> Iterator[Problem]:
    """A value that is not in a list; `named` has the values by other names for them, folded."""
    if value not in known:
        other = named.get(fold(value), "")
        near = f"Did you mean {other!r}?" if other else suggestions.did_you_mean(value, known)
        remedy = f"{near} Known: {', '.join(known)}.".strip()
        yield Problem(CONFIG, place, f"{value!r} is not in the list `{where}`", remedy)
