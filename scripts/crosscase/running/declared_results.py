"""Which results the rules make, read from what the rules declare: no list of results is kept anywhere.

An output in results/ is a plain result: it is recorded, listed, shown on the page, packed and searched for
identifiers. Where that is not so, the rule says it beside the output, with one of the marks below.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import PurePath
from typing import Any, Protocol

from snakemake.io import flag, get_wildcard_names, strip_wildcard_constraints

from crosscase.messages.errors import Problem
from crosscase.storage.text_form import nfc

RESULTS = "results/"
_SUMMARY = "summary"
_KEPT_BACK = "kept_back"
_ON_REQUEST = "on_request"
_VOLATILE = "volatile"
_PACKED = "packed"
_FILLS_FOLDER = "fills_folder"
_FOR_TEAM = "for_team"


def summarises_results(path: str) -> Any:
    """Mark a result that is made of the results of all rules before it, those of later summaries aside."""
    return flag(path, _SUMMARY)


def kept_back(path: str) -> Any:
    """Mark a result that stays with the study: the manifest names it, the package does not hold it."""
    return flag(path, _KEPT_BACK)


def on_request(path: str) -> Any:
    """Mark a result with words of interviews: it is made only when asked for, and neither listed nor packed."""
    return flag(path, _ON_REQUEST)


def volatile(path: str) -> Any:
    """Mark a result about this one checkout or machine: no summary is made of it, nothing is compared with it."""
    return flag(path, _VOLATILE)


def packed(path: str) -> Any:
    """Mark a file outside results/ that goes into the package, since readers need it to count the cells again."""
    return flag(path, _PACKED)


def fills_folder(path: str) -> Any:
    """Mark an output whose rule writes further files: all that lies in the folder of this one."""
    return flag(path, _FILLS_FOLDER)


def for_team(path: str) -> Any:
    """Mark a file outside results/ that stands behind no result: it is made for the team alone."""
    return flag(path, _FOR_TEAM)


class Rule(Protocol):
    """What is used of a rule of Snakemake."""

    @property
    def name(self) -> str: ...  # noqa: D102

    @property
    def output(self) -> Iterable[str]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Output:
    """A file that a rule makes."""

    path: str
    rule: str
    marks: frozenset[str]
    pattern: str  # the path with its wildcards


class DeclaredResults:
    """The outputs of some rules, in the order of the rules."""

    def __init__(self, rules: Iterable[Rule], wildcards: Mapping[str, Sequence[str]]) -> None:
        """`wildcards` has all values of each wildcard. Raises ValueError for an output with another wildcard."""
        self._outputs = [output for rule in rules for output in _outputs_of(rule, wildcards)]
        self._results = [output for output in self._outputs if output.path.startswith(RESULTS)]

    def before(self, rule: str) -> list[str]:
        """The results that a summary is made of: all plain ones, and the summaries of the rules before its own."""
        found = []
        own_reached = False
        for output in self._results:
            own_reached = own_reached or output.rule == rule
            if not output.marks & {_ON_REQUEST, _VOLATILE} and not (own_reached and _SUMMARY in output.marks):
                found.append(output.path)
        return found

    def packable(self, rule: str) -> list[str]:
        """The results that a summary is made of, and the files outside results/ that are packed with them."""
        return [*self.before(rule), *self._marked(self._outputs, _PACKED)]

    def others(self, rule: str, requested: bool) -> list[str]:
        """All results but those of one rule; those that are made on request only where they are `requested`."""
        left_out = set() if requested else {_ON_REQUEST}
        return [output.path for output in self._results if output.rule != rule and not output.marks & left_out]

    @property
    def paths(self) -> list[str]:
        """All results, those that are made on request among them."""
        return [output.path for output in self._results]

    @property
    def kept_back(self) -> list[str]:
        """The results that stay with the study."""
        return self._marked(self._results, _KEPT_BACK)

    @property
    def on_request(self) -> list[str]:
        """The results that are made only when asked for."""
        return self._marked(self._results, _ON_REQUEST)

    @property
    def volatile(self) -> list[str]:
        """The results about this one checkout or machine."""
        return self._marked(self._results, _VOLATILE)

    @property
    def for_team(self) -> list[str]:
        """The files that are made for the team alone."""
        return self._marked(self._outputs, _FOR_TEAM)

    @property
    def all_outputs(self) -> list[str]:
        """What all rules make, in results/ and elsewhere."""
        return [output.path for output in self._outputs]

    @property
    def filling_folders(self) -> list[str]:
        """The outputs whose rules make everything in the folder around them."""
        return self._marked(self._results, _FILLS_FOLDER)

    @property
    def folders(self) -> list[str]:
        """The folders of which a rule makes everything."""
        return sorted({PurePath(path).parent.as_posix() for path in self.filling_folders})

    def rules_behind(self, rule: str) -> set[str]:
        """The rules whose jobs can stand behind what a summary is made of."""
        made_of = {*self.before(rule)}
        left_out = {_SUMMARY, _VOLATILE, _FOR_TEAM}
        later = {output.rule for output in self._outputs if output.marks & left_out and output.path not in made_of}
        return {output.rule for output in self._outputs} - later

    def overwriting(self, named: Mapping[str, str]) -> Iterator[Problem]:
        """Outputs that would overwrite each other, or a file of the study. `named` has the study's files by their keys.

        Paths that differ in small and capital letters alone are one file on many systems.
        """
        taken = {_one_form(path): f"the file that the key `{key}` of the study names" for key, path in named.items()}
        for output in self._outputs:
            form = _one_form(output.path)
            if form in taken:
                what = f"the step {output.rule} would overwrite {taken[form]}"
                yield Problem(output.path, "", what, "Give the export or domain another name, or move the file.")
            taken[form] = f"a result of the step {output.rule}"

    def patterns(self, wildcard: str) -> list[str]:
        """Glob patterns of the files that rules make for each value of a wildcard, sorted."""
        name = f"{{{wildcard}}}"
        return sorted({o.pattern.replace(name, "*") for o in self._outputs if name in o.pattern})

    @staticmethod
    def _marked(outputs: Iterable[Output], mark: str) -> list[str]:
        return [output.path for output in outputs if mark in output.marks]


def _one_form(path: str) -> str:
    return nfc(os.path.normpath(path)).casefold()


def _outputs_of(rule: Rule, wildcards: Mapping[str, Sequence[str]]) -> Iterator[Output]:
    for declared in rule.output:
        marks = frozenset(getattr(declared, "flags", ()))
        pattern = strip_wildcard_constraints(str(declared))
        names = sorted(get_wildcard_names(pattern))
        unknown = [name for name in names if name not in wildcards]
        if unknown:
            raise ValueError(f"rule {rule.name}: no values are known of the wildcard {unknown[0]} in {pattern}")
        for values in product(*(wildcards[name] for name in names)):
            path = pattern.format(**dict(zip(names, values, strict=True)))
            yield Output(path, rule.name, marks, pattern)
