"""The study's configuration: checked against its schema, then in a form that the steps can use.

1. The file is read. A key that is defined twice in one place is an error, since YAML would drop the first.
2. Every key is checked against `workflow/schemas/study.schema.yaml`. A misspelt key is named.
3. What the schema cannot express is checked: references to groups and domains, and files.
4. The rest of the pipeline uses `Study`, never the raw mapping.

Read while Snakemake parses the workflow, so nothing heavy is imported here.
"""

import difflib
import os
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from crosscase.messages.errors import Problem, StudyError, missing_file, stop_on, system_problem
from crosscase.messages.wording import counted
from crosscase.storage.limits import Limits
from crosscase.study import result_names
from crosscase.study.facts import (
    CONFIG,
    DEFAULT_DECISIONS,
    DEFAULT_K,
    DEFAULT_WIDTH_MM,
    Domain,
    ExportSettings,
    Group,
    NameModel,
    NotCoded,
    SampleVariable,
    Study,
    files_of,
    named_files,
)

# Here nothing is the study's own: a build and `crosscase review` overwrite and delete what they find.
_MADE = ("data/processed", "results", "logs", ".snakemake", "data/restricted/issues.csv", "data/restricted/to_decide")


class _Loader(yaml.CSafeLoader):
    """YAML as usual, but a key that is defined twice in a mapping is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [key.value for key, _ in node.value]
        for key, _ in node.value:
            if key.tag != "tag:yaml.org,2002:str":
                problem = f'YAML does not read the key {key.value!r} as text. Quote it: "{key.value}"'
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
        for key, count in Counter(keys).items():
            if count > 1:
                problem = f"the key {key!r} is defined {counted(count, 'time')}"
                raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
        return super().construct_mapping(node, deep)


def read(path: str, schema: Path, files_exist: bool = True) -> Study:
    """Read and check the configuration. Raises StudyError with every problem.

    `files_exist=False` skips the check of files, for a study that is still being set up.
    """
    try:
        config = yaml.load(Path(path).read_text(encoding="utf-8"), _Loader)  # noqa: S506 (a safe loader)
    except FileNotFoundError:
        raise StudyError(missing_file(path, "Run in the folder of a study.")) from None
    except OSError as error:
        raise StudyError(system_problem(error, path)) from None
    except UnicodeDecodeError:
        raise StudyError(Problem(path, "", "it is not UTF-8 text", "Save it as UTF-8.")) from None
    except yaml.MarkedYAMLError as error:
        place = f"line {error.problem_mark.line + 1}" if error.problem_mark else ""
        what = f"it is not valid YAML: {error.problem}"
        raise StudyError(Problem(path, place, what, "Check indentation, colons and quotes.")) from None
    if not isinstance(config, dict):
        raise StudyError(Problem(path, "", "it has no keys", "config/README.md describes them."))
    return load(config, schema, files_exist)


def load(config: Mapping[str, Any], schema: Path, files_exist: bool = True) -> Study:
    """Check the configuration and return it as a `Study`. Raises StudyError with every problem."""
    stop_on(_schema_problems(config, schema))
    study = _parse(config)
    stop_on(
        [
            *_reference_problems(study),
            *result_names.problems(study.domains),
            *_place_problems(study),
            *(_file_problems(study) if files_exist else ()),
        ]
    )
    return study


def _parse(config: Mapping[str, Any]) -> Study:
    keys = dict(config)
    countries = [dict(item) for item in keys.pop("countries")]
    keys["languages"] = {item["code"]: _as_list(item.pop("language")) for item in countries if "language" in item}
    keys["groups"] = [Group(**item) for item in countries]
    keys["domains"] = [Domain(**item) for item in config["domains"]]
    keys["not_coded"] = [NotCoded(**_with_group(item)) for item in config.get("not_coded", [])]
    keys["sample"] = [SampleVariable(name, **item) for name, item in config["sample"].items()]
    everywhere = keys.pop("leave_out", [])
    keys["exports"] = {name: _export(item, everywhere) for name, item in sorted(config["exports"].items())}
    keys["name_models"] = {language: NameModel(**item) for language, item in config.get("name_models", {}).items()}
    keys["limits"] = Limits(**config.get("limits", {}))
    keys["k"] = keys.pop("disclosure", {}).get("k", DEFAULT_K)
    keys["width_mm"] = keys.pop("figures", {}).get("width_mm", DEFAULT_WIDTH_MM)
    return Study(**keys)


def _export(item: Mapping[str, Any], leave_out: list[str]) -> ExportSettings:
    return ExportSettings(**{**_with_group(item), "leave_out": [*leave_out, *item.get("leave_out", [])]})


def _as_list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _with_group(item: Mapping[str, Any]) -> dict[str, Any]:
    """Rename the keys of study.yaml: what it calls a country is a group in the code."""
    words = {"country": "group", "country_from": "group_from"}
    return {words.get(key, key): value for key, value in item.items()}


def _unfitting(validator: Any, pattern: str, text: Any, _schema: Any) -> Iterator[Any]:
    """The schema's `pattern` with its own meaning of `$`: the end of the text, also where that is a line break.

    Python's `$` also fits before a last line break. Names with one would become names of files.
    """
    from jsonschema import ValidationError

    if validator.is_type(text, "string") and not re.search(re.sub(r"\$\Z", r"\\Z", pattern), text):
        yield ValidationError(f"{text!r} does not match {pattern!r}")


def _schema_problems(config: Mapping[str, Any], schema: Path) -> Iterator[Problem]:
    from jsonschema import Draft202012Validator, validators

    strict = validators.extend(  # type: ignore[no-untyped-call]
        Draft202012Validator, {"pattern": _unfitting}
    )
    validator = strict(yaml.load(schema.read_text(encoding="utf-8"), yaml.CSafeLoader))
    for error in validator.iter_errors(config):
        place = ".".join(map(str, error.absolute_path))
        if error.validator == "additionalProperties":
            yield from _unknown_keys(place, error.instance, error.schema.get("properties", {}))
        elif error.validator == "required":
            what = error.message.replace("is a required property", "is missing")
            yield Problem(CONFIG, place, f"the key {what}", "config/README.md describes it.")
        else:
            remedy = error.schema.get("description", "")
            if isinstance(error.instance, bool):
                remedy += " YAML reads NO, ON and YES as true or false. Quote such words."
            yield Problem(CONFIG, place, error.message, remedy)


def _unknown_keys(place: str, found: Iterable[str], known: Iterable[str]) -> Iterator[Problem]:
    for key in sorted(set(found) - set(known)):
        near = difflib.get_close_matches(key, known, 1)
        remedy = f"Did you mean {near[0]!r}?" if near else f"Known keys: {', '.join(known)}."
        yield Problem(CONFIG, place, f"the key {key!r} is not known", remedy)


def _reference_problems(study: Study) -> Iterator[Problem]:
    groups = [group.code for group in study.groups]
    domains = [domain.id for domain in study.domains]
    for place, names in (("countries", groups), ("domains", domains)):
        for name, count in Counter(names).items():
            if count > 1:
                yield Problem(CONFIG, place, f"{name!r} is listed {counted(count, 'time')}", "Keep one of them.")
    for number, gap in enumerate(study.not_coded):
        yield from _unlisted(f"not_coded.{number}.country", gap.group, groups, "countries")
        yield from _unlisted(f"not_coded.{number}.domain", gap.domain, domains, "domains")
    for variable in study.sample:
        yield from _broader_problems(f"sample.{variable.id}.broader", variable)
    for name, export in study.exports.items():
        if export.group is not None:
            yield from _unlisted(f"exports.{name}.country", export.group, groups, "countries")
            if export.group_from is not None:
                what = "both 'country' and 'country_from' are given"
                yield Problem(CONFIG, f"exports.{name}", what, "Keep one of them.")
        yield from _tidy_problems(f"exports.{name}", export)


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


def _tidy_problems(place: str, export: ExportSettings) -> Iterator[Problem]:
    described = bool(export.columns or export.code_columns or export.codes_in_cell)
    if export.format != "tidy" and described:
        what = "'columns', 'code_columns' and 'codes_in_cell' need the format 'tidy'"
        yield Problem(CONFIG, place, what, "Remove them, or correct the format.")
    elif export.format == "tidy" and "document" not in export.columns:
        yield Problem(
            CONFIG, place, "the format 'tidy' needs 'columns'", "Name the columns of document, code and so on."
        )
    elif export.format == "tidy" and ("code" in export.columns) == bool(export.code_columns):
        what = "a table has either a column of codes (columns.code) or a column for each code (code_columns)"
        yield Problem(CONFIG, place, what, "Give one of them.")


def _unlisted(place: str, value: str, known: list[str], where: str) -> Iterator[Problem]:
    if value not in known:
        remedy = f"Known: {', '.join(known)}."
        yield Problem(CONFIG, place, f"{value!r} is not in the list `{where}`", remedy)


def _place_problems(study: Study) -> Iterator[Problem]:
    """Files of the study where a build would overwrite or delete them, or with names that Snakemake reads otherwise."""
    models = {f"name_models.{language}.path": model.path for language, model in study.name_models.items()}
    for place, path in {**named_files(study), **models}.items():
        folder = next((f for f in _MADE if f"{os.path.normpath(path)}/".startswith(f"{f}/")), None)
        if folder:
            what = f'"{path}" is in {folder}, where crosscase overwrites and deletes files'
            yield Problem(CONFIG, place, what, "Move it, for example to data/raw, and correct the path.")
        if set(path) & set("{}"):
            what = f'"{path}" contains a brace, which Snakemake reads as a placeholder'
            yield Problem(CONFIG, place, what, "Rename the file or folder, and correct the path.")


def _file_problems(study: Study) -> Iterator[Problem]:
    for place, path in files_of(study).items():
        if not Path(path).is_file():
            remedy = "Correct the path, put the file there, or leave the key out if it is optional."
            yield missing_file(path, remedy, CONFIG, place)
    if study.decisions != DEFAULT_DECISIONS and Path(DEFAULT_DECISIONS).exists():
        what = f"decisions are read from {study.decisions}, but {DEFAULT_DECISIONS} also exists"
        yield Problem(CONFIG, "decisions", what, "Put all decisions into one file, and delete the other file.")
