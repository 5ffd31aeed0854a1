"""Names that study.yaml, the register and printed lists may still use: what is compared was called a country.

`with_present_names` gives the configuration with the present names, so that nothing else needs to know the former ones;
`as_written`, `key_as_written` and `problem_as_written` give places, keys and problems as the file has them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from crosscase.messages.errors import Problem
from crosscase.study.facts import CONFIG

PRESENT = {"countries": "groups", "country": "group", "country_from": "group_from"}
FORMER = {present: former for former, present in PRESENT.items()}
_CHECKS = {
    "country_not_stated": "group_not_stated",
    "country_partly_stated": "group_partly_stated",
    "country_code": "group_code",
    "unknown_country": "unknown_group",
    "country_conflict": "group_conflict",
    "country_normalised": "group_normalised",
    "country_without_coding": "group_without_coding",
}
_WRITTEN = FORMER | {present: former for former, present in _CHECKS.items()}
_ANY = "|".join(FORMER)
_KEYS_IN_SENTENCES = re.compile(rf"(?<=`)(?:{_ANY})(?=`)|(?<=the key ')(?:{_ANY})(?=')")
_DECLARATIONS = ("not_coded", "coded")
_PLACEHOLDER, _FORMER_PLACEHOLDER = "{group}", "{country}"
COUNTRIES = {"one": "country", "many": "countries"}  # the words of a study that says `countries`


def with_present_names(config: Mapping[str, Any]) -> dict[str, Any]:
    """The configuration with the present names. What has not the form that it should have stays as it is."""
    found = dict(_renamed(config))
    if "countries" in config:
        found.setdefault("compare", dict(COUNTRIES))
    if isinstance(found.get("groups"), list):
        found["groups"] = [{"code": group} if isinstance(group, str) else group for group in found["groups"]]
    for key in _DECLARATIONS:
        if isinstance(found.get(key), list):
            found[key] = list(map(_renamed, found[key]))
    if isinstance(found.get("exports"), Mapping):
        found["exports"] = {name: _export(export) for name, export in found["exports"].items()}
    if isinstance(found.get("severity"), Mapping):
        found["severity"] = {_CHECKS.get(check, check): value for check, value in found["severity"].items()}
    return found


def doubled(config: Mapping[str, Any]) -> Iterator[Problem]:
    """The keys that are there under both of their names."""
    blocks = {"": config, **_blocks(config)}
    for place, block in blocks.items():
        for former, present in PRESENT.items():
            if isinstance(block, Mapping) and former in block and present in block:
                what = f"both {present!r} and {former!r} are given, which mean the same"
                yield Problem(CONFIG, place, what, "Keep one of them.")


def as_written(config: Mapping[str, Any], place: str) -> str:
    """A place in the configuration with the names that the file uses."""
    here: Any = config
    parts = []
    for part in place.split("."):
        former = _WRITTEN.get(part, part)
        parts.append(former if isinstance(here, Mapping) and part not in here and former in here else part)
        if isinstance(here, Mapping):
            here = here.get(parts[-1])
        else:
            here = here[int(part)] if isinstance(here, list) and part.isdecimal() and int(part) < len(here) else None
    return ".".join(parts)


def key_as_written(config: Mapping[str, Any], place: str, key: str) -> str:
    """The name under which the file has a key at a place, or beside it, or would have it: that which it uses."""
    former, (beside, _, _) = FORMER.get(key, key), place.rpartition(".")
    for block in (_block_at(config, place), _block_at(config, beside), config, *_blocks(config).values()):
        for name in (key, former) if isinstance(block, Mapping) else ():
            if name in block:
                return name
    return former if "countries" in config else key


def problem_as_written(config: Mapping[str, Any], problem: Problem) -> Problem:
    """A problem with the names of keys and places, and the placeholder, that the file uses."""
    has_former = _FORMER_PLACEHOLDER in str(_block_at(config, problem.place))

    def written(text: str) -> str:
        text = text.replace(_PLACEHOLDER, _FORMER_PLACEHOLDER) if has_former else text
        return _KEYS_IN_SENTENCES.sub(lambda found: key_as_written(config, problem.place, found[0]), text)

    place = as_written(config, problem.place)
    return replace(problem, place=place, what=written(problem.what), remedy=written(problem.remedy))


def _block_at(config: Mapping[str, Any], place: str) -> Any:
    """What stands at a place; None if nothing does."""
    here: Any = config
    for part in as_written(config, place).split(".") if place else ():
        if isinstance(here, Mapping):
            here = here.get(part)
        else:
            here = here[int(part)] if isinstance(here, list) and part.isdecimal() and int(part) < len(here) else None
    return here


def _blocks(config: Mapping[str, Any]) -> dict[str, Any]:
    """The blocks below which a name may be a former one, by their places."""
    lists = {key: config[key] for key in _DECLARATIONS if isinstance(config.get(key), list)}
    found = {f"{key}.{number}": item for key, items in lists.items() for number, item in enumerate(items)}
    exports = config.get("exports")
    return found | {f"exports.{name}": item for name, item in (exports if isinstance(exports, Mapping) else {}).items()}


def _renamed(block: Any) -> Any:
    if not isinstance(block, Mapping):
        return block
    return {PRESENT.get(key, key): value for key, value in block.items()}


def _export(export: Any) -> Any:
    renamed = _renamed(export)
    source = renamed.get("group_from") if isinstance(renamed, dict) else None
    if isinstance(source, Mapping) and isinstance(source.get("document"), str):
        pattern = source["document"].replace(_FORMER_PLACEHOLDER, _PLACEHOLDER)
        renamed["group_from"] = {**source, "document": pattern}
    return renamed
