"""The study's configuration: checked against its schema, then in a form that the steps can use.

1. The file is read, `storage.yaml_files`. A key that is defined twice in one place is an error.
2. Every key is checked against `workflow/schemas/study.schema.yaml`. A misspelt key is named, `schema_problems`.
3. What the schema cannot express is checked: references to groups and domains, and files.
4. The rest of the pipeline uses `Study`, never the raw mapping.

Read while Snakemake parses the workflow, so nothing heavy is imported here.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from crosscase.labels.labels import DEFAULT
from crosscase.messages import suggestions
from crosscase.messages.errors import Problem, StudyError, missing_file, noting, stop_on, system_problem
from crosscase.messages.wording import counted, joined, plural_of
from crosscase.storage import yaml_files
from crosscase.storage.limits import Limits
from crosscase.storage.text_form import fold
from crosscase.study import (
    analysis_keys,
    colours,
    former_names,
    further_comparisons,
    group_problems,
    named_files,
    own_labels,
    result_names,
    schema_problems,
    tidy_problems,
)
from crosscase.study.facts import (
    CONFIG,
    DEFAULT_DECISIONS,
    DEFAULT_K,
    FURTHER_REGISTER_COLUMNS,
    GROUP,
    REGISTER_COLUMNS,
    STUDY_RULE,
    USUAL_RULES,
    Compare,
    Declared,
    Domain,
    ExportSettings,
    FigureStyle,
    Group,
    MarkRule,
    NameModel,
    NotCoded,
    SampleVariable,
    Study,
    TableStyle,
)
from crosscase.study.group_names import spellings

_NO_NAMES: Mapping[str, str] = {}
# Here nothing is the study's own: a build and `crosscase review` overwrite and delete what they find.
_MADE = (
    *("data/processed", "results", "logs", ".snakemake"),
    *("data/restricted/issues.csv", "data/restricted/leaks.csv", "data/restricted/to_decide"),
)


def read(path: str, schema: Path, files_exist: bool = True) -> Study:
    """Read and check the configuration. Raises StudyError with every problem.

    `files_exist=False` skips the check of files, for a study that is still being set up.
    """
    study, problems = look_at(path, schema, files_exist)
    stop_on(problems)
    return study


def look_at(path: str, schema: Path, files_exist: bool = True) -> tuple[Study, list[Problem]]:
    """The study as far as it can be understood, and what is wrong with it. Raises StudyError if nothing can be."""
    try:
        config = yaml_files.read_mapping(path)
    except FileNotFoundError:
        raise StudyError(missing_file(path, "Run in the folder of a study.")) from None
    except OSError as error:
        raise StudyError(system_problem(error, path)) from None
    return _understood(config, schema, files_exist, Path(path).with_name(own_labels.FILE))


def load(config: Mapping[str, Any], schema: Path, files_exist: bool = True, labels: Path | None = None) -> Study:
    """Check the configuration and return it as a `Study`. Raises StudyError with every problem.

    `labels` is the file of the study's own words, which need not exist.
    """
    study, problems = _understood(config, schema, files_exist, labels)
    stop_on(problems)
    return study


def _understood(
    config: Mapping[str, Any], schema: Path, files_exist: bool, labels: Path | None
) -> tuple[Study, list[Problem]]:
    """The study, and problems that its schema does not find. Raises StudyError with those that it finds."""
    stop_on(former_names.doubled(config))
    present = former_names.with_present_names(config)
    known = partial(former_names.key_as_written, config)
    stop_on(former_names.problem_as_written(config, found) for found in schema_problems.find(present, schema, known))
    study = _parse(present, known)
    problems: list[Problem] = []
    with noting(problems):
        study = replace(study, labels=own_labels.read(labels, study.output_language) if labels else {})
    problems += [
        *_reference_problems(study),
        *_plural_problems(study, present.get("compare", {})),
        *group_problems.find(study),
        *further_comparisons.problems(study),
        *result_names.problems(study),
        *colours.problems(study.figures.colours),
        *_place_problems(study),
        *(_file_problems(study) if files_exist else ()),
    ]
    return study, [former_names.problem_as_written(config, problem) for problem in problems]


def _parse(config: Mapping[str, Any], key_as_written: Callable[[str, str], str]) -> Study:
    """The study. `key_as_written` gives the name of a key in the file, of its place and its present name."""
    keys = dict(config)
    groups = [dict(item) for item in keys["groups"]]
    keys["languages"] = {item["code"]: _as_list(item.pop("language")) for item in groups if "language" in item}
    keys["groups"] = [Group(**{"name": item["code"], **item}) for item in groups]
    keys["compare"] = _words(keys.get("compare", {}), key_as_written("", "groups"))
    keys["domains"] = [Domain(**item) for item in config["domains"]]
    keys["not_coded"] = [NotCoded(**item) for item in config.get("not_coded", [])]
    keys["coded"] = [Declared(**item) for item in config.get("coded", [])]
    keys["sample"] = [SampleVariable(name, **item) for name, item in config.get("sample", {}).items()]
    keys["also_by"] = further_comparisons.parse(config.get("also_by", []), keys["compare"], config.get("sample", {}))
    everywhere = keys.pop("leave_out", [])
    keys["exports"] = {
        name: _export(item, everywhere, key_as_written(f"exports.{name}", "group_from"))
        for name, item in sorted(config["exports"].items())
    }
    keys["name_models"] = {language: NameModel(**item) for language, item in config.get("name_models", {}).items()}
    keys["has_guide"] = "guide" in keys
    marks = keys.pop("marks", {})
    keys["rule"] = MarkRule(**marks.get("rule", {}))
    keys["further_rules"] = {name: MarkRule(**rule) for name, rule in marks.get("further", {}).items()}
    keys["limits"] = Limits(**config.get("limits", {}))
    keys["k"] = keys.pop("disclosure", {}).get("k", DEFAULT_K)
    keys |= analysis_keys.parse(keys.pop("analysis", {}))
    keys["figures"] = FigureStyle(**_figures(keys.get("figures", {})))
    keys["tables"] = TableStyle(**keys.get("tables", {}))
    return Study(**keys)


def _export(item: Mapping[str, Any], leave_out: list[str], group_key: str) -> ExportSettings:
    leaves_out = [*leave_out, *item.get("leave_out", [])]
    return ExportSettings(**{**item, "leave_out": leaves_out, "group_key": group_key})


def _figures(stated: Mapping[str, Any]) -> dict[str, Any]:
    """The style of the figures; a single colour, or the name of a set of them, may stand without brackets."""
    return {**stated, **({"colours": _as_list(stated["colours"])} if "colours" in stated else {})}


def _as_list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _words(compare: Mapping[str, str], key: str) -> Compare:
    """The words for what is compared; a plural that is not given is the English one."""
    one = compare.get("one", GROUP)
    return Compare(one, compare.get("many", plural_of(one)), key)


def _plural_problems(study: Study, compare: Mapping[str, str]) -> Iterator[Problem]:
    """A word for what is compared without its plural, in a language whose plurals are not made as the English ones."""
    own = study.compare.one not in ("country", GROUP)  # for these each language has its words
    if own and "many" not in compare and study.output_language != DEFAULT:
        what = f"the plural of {study.compare.one!r} is missing, and this language does not make it as English does"
        yield Problem(CONFIG, "compare", what, f"Add `many`: {{one: {study.compare.one}, many: …}}.")


def _reference_problems(study: Study) -> Iterator[Problem]:
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


def _place_problems(study: Study) -> Iterator[Problem]:
    """Files of the study where a build would overwrite or delete them, or with names that Snakemake reads otherwise."""
    models = {f"name_models.{language}.path": model.path for language, model in study.name_models.items()}
    for place, path in {**named_files.every(study), **models}.items():
        if locked := suggestions.locked_by(path):
            what = f'"{path}" is what a program keeps while another file is open'
            yield Problem(CONFIG, place, what, f'Write "{locked}".')
        folder = next((f for f in _MADE if f"{os.path.normpath(path)}/".startswith(f"{f}/")), None)
        if folder:
            what = f'"{path}" is in {folder}, where crosscase overwrites and deletes files'
            yield Problem(CONFIG, place, what, "Move it, for example to data/raw, and correct the path.")
        if set(path) & set("{}"):
            what = f'"{path}" contains a brace, which Snakemake reads as a placeholder'
            yield Problem(CONFIG, place, what, "Rename the file or folder, and correct the path.")


def _file_problems(study: Study) -> Iterator[Problem]:
    for place, path in named_files.needed(study).items():
        if not Path(path).is_file():
            remedy = "Correct the path, put the file there, or leave the key out if it is optional."
            yield missing_file(path, remedy, CONFIG, place)
    if study.decisions != DEFAULT_DECISIONS and Path(DEFAULT_DECISIONS).exists():
        what = f"decisions are read from {study.decisions}, but {DEFAULT_DECISIONS} also exists"
        yield Problem(CONFIG, "decisions", what, "Put all decisions into one file, and delete the other file.")
