"""The further comparisons of a study, `also_by`: by a variable of the register, or by a pair of columns.

Their results tell what the register says of people, so they lie in data/processed, which stays with the team: nothing
below that folder is packed, described or shown on the page of the study.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from crosscase.messages import suggestions
from crosscase.messages.errors import Problem
from crosscase.messages.wording import counted
from crosscase.running.steps import ALSO_BY
from crosscase.study import result_names
from crosscase.study.facts import CONFIG, GROUP, Compare, SampleVariable, Study

PAIR = 2
MOST = 40  # categories; a table with a column for each of more cannot be read
MOST_PAIRS = 600  # of two variables; to decide which of more may be shown takes minutes


def parse(given: Sequence[str | list[str]], compare: Compare, variables: Collection[str]) -> list[list[str]]:
    """The columns of each comparison. The group comes first, under the study's word: the order means nothing there."""
    found = []
    for item in given:
        columns = [item] if isinstance(item, str) else item
        named = [compare.one if name == GROUP and name not in variables else name for name in columns]
        found.append(sorted(named, key=lambda name: name != compare.one))
    return found


def name_of(columns: Sequence[str], compare: Compare) -> str:
    """The name of a comparison's folder. No column has a hyphen, so no two comparisons have one name."""
    return "-".join(compare.id if name == compare.one else name for name in columns)


def pages(study: Study) -> list[str]:
    """The path of the page of each comparison."""
    return [f"{_folder(columns, study.compare)}/report/index.html" for columns in study.also_by]


def _folder(columns: Sequence[str], compare: Compare) -> str:
    return f"{ALSO_BY}/{name_of(columns, compare)}"


def outputs(study: Study) -> dict[str, list[str]]:
    """The paths of the results by their kind, comparison by comparison, and domain by domain within each."""
    domains = [domain.id for domain in study.domains]
    tables = {"wide": ".csv", "tidy": "_tidy.csv", "html": ".html", "tex": ".tex"}
    found: dict[str, list[str]] = {
        "about": [],
        "cells": [],
        "word": [],
        "excel": [],
        **{kind: [] for kind in (*tables, "svg", "pdf", "png")},
    }
    for columns in study.also_by:
        folder = _folder(columns, study.compare)
        found["about"].append(f"{folder}/README.md")
        found["cells"].append(f"{folder}/cells.csv")
        found["word"].append(f"{folder}/tables/all.docx")
        found["excel"].append(f"{folder}/tables/all.xlsx")
        for kind, end in tables.items():
            found[kind] += [f"{folder}/tables/{domain}{end}" for domain in domains]
        for kind in ("svg", "pdf", "png"):
            found[kind] += [f"{folder}/figures/{figure}.{kind}" for figure in result_names.figures(study)]
    return found


def problems(study: Study) -> Iterator[Problem]:
    """The comparisons that cannot be made, each with what to write instead."""
    variables = {variable.id: variable for variable in study.sample}
    known = [study.compare.one, *variables]
    times = Counter(map(tuple, study.also_by))
    seen = set()
    for number, columns in enumerate(study.also_by):
        place = f"also_by.{number}"
        if times[tuple(columns)] > 1 and tuple(columns) not in seen:
            what = f"{_shown(columns)} is listed {counted(times[tuple(columns)], 'time')}"
            yield Problem(CONFIG, place, what, "Keep one of them.")
        seen.add(tuple(columns))
        yield from _of_columns(place, columns, study.compare, known)
        known_variables = [variables[name] for name in dict.fromkeys(columns) if name in variables]
        for variable in known_variables:
            yield from _of_variable(place, variable)
        yield from _of_pair(place, known_variables)


def _of_columns(place: str, columns: Sequence[str], compare: Compare, known: Sequence[str]) -> Iterator[Problem]:
    variables = known[1:]
    for name in dict.fromkeys(columns):
        if name not in known:
            near = suggestions.did_you_mean(name, known)
            listed = f"Variables of `sample`: {', '.join(variables)}. " if variables else ""
            remedy = f"{listed}Describe another column of the register under `sample`, with a title and its categories."
            yield Problem(CONFIG, place, f"{name!r} is not a variable of `sample`", near or remedy)
    if len(columns) > PAIR:
        what = f"{_shown(columns)} has {counted(len(columns), 'column')}"
        yield Problem(CONFIG, place, what, "Write pairs: combinations of more columns would single people out.")
    elif len(columns) == PAIR and columns[0] == columns[1]:
        what = f"{_shown(columns)} is a pair of a column with itself"
        yield Problem(CONFIG, place, what, "Write the column alone, or two different columns.")
    elif list(columns) == [compare.one]:
        what = f"the tables of the study compare by {compare.one!r} already"
        example = variables[0] if variables else "VARIABLE"
        yield Problem(CONFIG, place, what, f"Remove it, or write a pair: [{compare.one}, {example}].")


def _of_variable(place: str, variable: SampleVariable) -> Iterator[Problem]:
    """A variable with so many categories that it is rather a number, such as an age."""
    if (number := len(set(variable.generalised.values()))) > MOST:
        what = f"{variable.id!r} has {counted(number, 'category')}, more than the {MOST} that a table has columns for"
        remedy = f"Put several into one under `sample.{variable.id}.broader`."
        yield Problem(CONFIG, place, what, remedy)


def _of_pair(place: str, variables: Sequence[SampleVariable]) -> Iterator[Problem]:
    """Two variables with very many combinations of their categories."""
    numbers = [len(set(variable.generalised.values())) for variable in variables]
    if len(variables) == PAIR and max(numbers) <= MOST and (number := math.prod(numbers)) > MOST_PAIRS:
        pair = _shown([variable.id for variable in variables])
        what = f"{pair} has {counted(number, 'combination')}, more than {MOST_PAIRS}"
        remedy = " or ".join(f"`sample.{variable.id}.broader`" for variable in variables)
        yield Problem(CONFIG, place, what, f"Put several categories into one under {remedy}.")


def _shown(columns: Sequence[str]) -> str:
    return columns[0] if len(columns) == 1 else f"[{', '.join(columns)}]"
