"""The study's configuration: checked against its schema, then in a form that the steps can use.

1. The file is read, `storage.yaml_files`. A key that is defined twice in one place is an error.
2. Every key is checked against `workflow/schemas/study.schema.yaml`. A misspelt key is named, `schema_problems`.
3. What the schema cannot express is checked: references to groups and domains, `reference_problems`, and files.
4. The rest of the pipeline uses `Study`, never the raw mapping.

Read while Snakemake parses the workflow, so nothing heavy is imported here.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from crosscase.labels.labels import DEFAULT
from crosscase.messages import suggestions
from crosscase.messages.errors import Problem, StudyError, missing_file, noting, stop_on, system_problem
from crosscase.messages.wording import plural_of
from crosscase.storage import yaml_files
from crosscase.storage.limits import Limits
from crosscase.study import (
    analysis_keys,
    colours,
    former_names,
    further_comparisons,
    group_problems,
    named_files,
    own_labels,
    reference_problems,
    result_names,
    schema_problems,
)
from crosscase.study.facts import (
    CONFIG,
    DEFAULT_DECISIONS,
    DEFAULT_K,
    GROUP,
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
        *reference_problems.find(study),
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
