"""Columns of the register that a table of the sample could count, with the categories that occur in them.

ASSUME: a column is such a variable if it has 2 to 12 different values, each of two participants or more. A column with
a first name that is common anywhere is none: its values may be people, such as who held the interview.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import yaml

from crosscase.languages.common_names import first_names_anywhere
from crosscase.languages.vocabulary import plain
from crosscase.messages.errors import Problem
from crosscase.spreadsheets import team_lists
from crosscase.storage.text_form import fold
from crosscase.study import list_headings
from crosscase.study.facts import CONFIG, FURTHER_REGISTER_COLUMNS, REGISTER_COLUMNS, Study
from crosscase.study.slugs import slug

_FEWEST, _MOST = 2, 12  # categories
_SELDOM = 2  # participants of a category


def propose(study: Study) -> Iterator[Problem]:
    """A block of `sample` for each such column that the study does not count.

    Raises StudyError if the register cannot be read.
    """
    variables = [variable.id for variable in study.sample]
    known = [study.compare.one, *REGISTER_COLUMNS, *FURTHER_REGISTER_COLUMNS, *variables]
    words = list_headings.of_register(study.compare.one, variables)
    found = team_lists.examine(study.register, (), known, words=words, sheet=study.sheets.get("register"))
    for heading in found.header:
        if heading not in known and (id_ := slug(heading)):
            values = [record.fields.get(heading, "") for record in found.records]
            if categories := _categories(values):
                yield _proposal(study.register, heading, id_, categories)


def _categories(values: Sequence[str]) -> list[str]:
    """The values of a column in their order, each in its most frequent spelling; none if it is no variable."""
    spelt: dict[str, Counter[str]] = {}
    for value in values:
        spelt.setdefault(fold(value), Counter())[value] += 1
    given = {key: spellings for key, spellings in spelt.items() if key}
    if not _FEWEST <= len(given) <= _MOST or min(count.total() for count in given.values()) < _SELDOM:
        return []
    if any(plain(word) in first_names_anywhere() for key in given for word in key.split()):
        return []
    empty = ["not stated"] if "" in spelt else []
    return [*(count.most_common(1)[0][0] for count in given.values()), *empty]


def _proposal(register: str, heading: str, id_: str, categories: Sequence[str]) -> Problem:
    block: Mapping[str, object] = {id_: {"title": heading, "categories": list(categories)}}
    written = yaml.safe_dump(block, sort_keys=False, allow_unicode=True, default_flow_style=True, width=10**6).strip()
    rename = "" if fold(heading) == id_ else f" Call the column `{id_}` in the register."
    if "not stated" in categories:
        rename += " Write `not stated` where it is empty."
    what = f"no table counts the column “{heading}” of {register}"
    return Problem(CONFIG, "sample", what, f"To count it, write {written[1:-1]} under `sample`.{rename}")
