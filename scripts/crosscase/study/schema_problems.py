"""What `config/study.yaml` has that its schema does not allow, in plain sentences.

Read while Snakemake parses the workflow, so jsonschema is imported when it is needed: not for a configuration in which
an earlier build has found nothing, since the import takes longer than all else of a look at the study.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from crosscase.messages.errors import Problem
from crosscase.messages.suggestions import did_you_mean, nearest
from crosscase.messages.wording import counted, cut, number
from crosscase.study import former_names
from crosscase.study.facts import CONFIG

_ALLOWED = Path(".snakemake/crosscase/allowed")  # digest of the last configuration without a problem, and its schema
_SURELY = 0.8  # how alike two keys are of which one is a misspelling of the other, from 0 to 1
_NOUNS = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a block of keys",
}


def find(
    config: Mapping[str, Any], schema: Path, key_as_written: Callable[[str, str], str] = lambda _, key: key
) -> Iterator[Problem]:
    """All problems, in the order of the schema. `key_as_written` gives the file's name of a key at a place."""
    allowed = sha256(repr((config, schema.read_bytes(), Path(__file__).read_bytes())).encode()).hexdigest()
    if _ALLOWED.is_file() and _ALLOWED.read_text(encoding="utf-8") == allowed:
        return
    nothing = True
    for problem in _found(config, schema, key_as_written):
        nothing = False
        yield problem
    if nothing and _ALLOWED.parent.is_dir():
        _ALLOWED.write_text(allowed, encoding="utf-8")


def _found(config: Mapping[str, Any], schema: Path, key_as_written: Callable[[str, str], str]) -> Iterator[Problem]:
    from jsonschema import Draft202012Validator, validators

    types = Draft202012Validator.TYPE_CHECKER.redefine_many({"integer": _is_whole, "number": _is_number})
    strict = validators.extend(  # type: ignore[no-untyped-call]
        Draft202012Validator, {"pattern": _unfitting}, type_checker=types
    )
    validator = strict(yaml.load(schema.read_text(encoding="utf-8"), yaml.CSafeLoader))
    for error in validator.iter_errors(config):
        place = ".".join(map(str, error.absolute_path))
        if error.validator == "additionalProperties":
            names = {key: key_as_written(place, key) for key in error.schema.get("properties", {})}
            yield from _unknown_keys(place, error.instance, names)
        elif error.validator == "required":
            yield from _missing_keys(place, error)
        else:
            yield Problem(CONFIG, place, _what(error), f"{error.schema.get('description', '')}{_advice(error)}".strip())


def _is_whole(_: object, value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(_: object, value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _unfitting(validator: Any, pattern: str, text: Any, _schema: Any) -> Iterator[Any]:
    """The schema's `pattern` with its own meaning of `$`: the end of the text, also where that is a line break.

    Python's `$` also fits before a last line break. Names with one would become names of files.
    """
    from jsonschema import ValidationError

    if validator.is_type(text, "string") and not re.search(re.sub(r"\$\Z", r"\\Z", pattern), text):
        yield ValidationError(f"{text!r} does not match {pattern!r}")


def _unknown_keys(place: str, found: Iterable[str], known: Mapping[str, str]) -> Iterator[Problem]:
    """Keys that are not known. `known` has the known ones with their names in the file."""
    for key in sorted(set(found) - set(known)):
        other = found[key] if isinstance(found, Mapping) else None
        remedy = did_you_mean(key, _with_former(known))
        if not nearest(key, _with_former(known), _SURELY):  # another word that only looks alike may be meant
            remedy = f"{remedy} Known keys: {', '.join(known.values())}.".strip()
        if isinstance(other, str) and other in known:
            remedy = f"Write it the other way round: `{other}: {key}`."
        yield Problem(CONFIG, place, f"the key {_shown(key)} is not known", remedy)


def _with_former(known: Iterable[str]) -> list[str]:
    """Keys, also under their former names: somebody may have misspelt one of these."""
    return [name for key in known for name in (key, former_names.FORMER.get(key, key))]


def _missing_keys(place: str, error: Any) -> Iterator[Problem]:
    """The problem that a key is missing, unless another one is probably meant to be it: that is a problem already."""
    known = error.schema.get("properties", {})
    near = {nearest(key, _with_former(known)) for key in set(error.instance) - set(known)}
    meant = {former_names.PRESENT.get(key, key) for key in near}
    for key in error.validator_value:
        if key not in error.instance and key not in meant and f"{key!r} is" in error.message:
            what = known.get(key, {}).get("description", "config/README.md describes it.")
            yield Problem(CONFIG, place, f"the key {key!r} is missing", f"Write it. {what}")


def _what(error: Any) -> str:
    """What a value is that it may not be."""
    shown, limit = _shown(error.instance), error.validator_value
    match error.validator:
        case "type" if error.instance is None:
            return "it has no value"
        case "type":
            return f"{shown} is not {_NOUNS[limit]}"
        case "enum":
            return f"{shown} is not one of {', '.join(limit)}"
        case "pattern":
            return f"{shown} does not have the form that is needed"
        case "minLength" | "minItems" | "minProperties":
            return f"{shown} is empty"
        case "maxLength":
            return f"{shown} has {counted(len(error.instance), 'letter')}, more than {number(limit)}"
        case "maxProperties":
            return f"{shown} has more than {counted(limit, 'key')}"
        case "uniqueItems":
            return f"{shown} has something twice"
        case "minimum":
            return f"{shown} is below {limit}"
        case "maximum":
            return f"{shown} is above {number(limit)}"
        case _:
            return f"{shown} is in none of the forms that are possible here"


def _advice(error: Any) -> str:
    """What YAML may have read otherwise than it was meant, or the nearest of the values that are possible."""
    value, types = error.instance, _types(error.schema)
    if error.validator == "enum" and isinstance(value, str):
        return f" {did_you_mean(value, error.validator_value)}"
    if isinstance(value, str) and "boolean" in types:
        return " Write true or false, without quotes."
    if value is None:
        return " Write a value; one that begins with # needs quotes."
    if isinstance(value, bool):
        return " YAML reads NO, ON and YES as true or false. Quote such words."
    if isinstance(value, int | float) and "string" in types:
        return " YAML reads digits as a number. Quote the text."
    if isinstance(value, float) and "integer" in types:
        return " Write it without a point."
    if isinstance(value, str) and {"integer", "number"}.intersection(types):
        return " Write a decimal point, not a comma." if "," in value else " Write it without quotes."
    if isinstance(value, list) and "object" in types:
        return " Write its keys without `-` before them."
    return ""


def _types(schema: Mapping[str, Any]) -> list[str]:
    """The types that a schema allows, itself or in one of its forms."""
    return [form["type"] for form in (schema, *schema.get("oneOf", ())) if "type" in form]


def _shown(value: object) -> str:
    """A value as it is written in YAML, cut where it is long."""
    if value is None:
        return "nothing"
    return cut(repr(value) if not isinstance(value, bool) else str(value).lower())
