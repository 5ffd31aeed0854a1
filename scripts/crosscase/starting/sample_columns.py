"""Columns of the register that a table of the sample could count, with the categories that occur in them.

ASSUME: a column is such a variable if it has 2 to 12 different values, each of two participants or more. A column with
a first name that is common anywhere, or a name of the register, is none: its values may be people, such as who held
the interview. A first name that is also an ordinary word is one in a value that is made of names ("Will", "Mark
Young"), not in "50 and over". Any other word with a capital letter that is no ordinary word of the study's languages
may be a family name: then the proposal leaves the values out, since study.yaml is published.

A heading in another script gets an id with a number, since ids have plain letters.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import yaml

from crosscase.anonymisation.register import Person
from crosscase.detectors.words import WORD
from crosscase.languages.common_names import first_names_anywhere, names_anywhere
from crosscase.languages.vocabulary import plain
from crosscase.messages.errors import Problem
from crosscase.messages.wording import counted
from crosscase.spreadsheets import team_lists
from crosscase.starting.countries import iso_of
from crosscase.starting.names_in_study import names_of, vocabulary_of, words_of
from crosscase.storage import yaml_files
from crosscase.storage.text_form import fold
from crosscase.study import list_headings
from crosscase.study.facts import CONFIG, FURTHER_REGISTER_COLUMNS, REGISTER_COLUMNS, Study
from crosscase.study.slugs import Ids

_FEWEST, _MOST = 2, 12  # categories
_SELDOM = 2  # participants of a category
_SHORTEST = 3  # letters of a family name that is not in the register
_NOT_STATED = "not stated"
_VARIABLE = "variable"  # begins an id without plain letters
_SAMPLE = "sample"  # the key of study.yaml
_INDENTED = 2  # spaces


def propose(study: Study, people: Sequence[Person]) -> Iterator[Problem]:
    """A block of `sample` for each such column that the study does not count; `people` are those of the register.

    Raises StudyError if the register cannot be read.
    """
    is_ordinary = vocabulary_of(study).is_ordinary_in_small_letters
    of_register = {word for person in people for name in names_of(person) for word in words_of(name)}
    names = {word for word in of_register if len(word) > 1 and not is_ordinary(word)}
    names |= {word for word in first_names_anywhere() if not is_ordinary(word)}
    below = _below_sample()
    ids = Ids(_VARIABLE, _known(study))
    for heading, values in _further_columns(study):
        categories = _categories(values)
        words = [word for category in categories for word in WORD.findall(category)]
        if categories and names.isdisjoint(map(plain, words)) and not any(map(_is_made_of_names, categories)):
            capital = [plain(word) for word in words if word[0].isupper() and len(word) >= _SHORTEST]
            may_be_shown = all(is_ordinary(word) or iso_of(word) for word in capital)
            yield _proposal(study.register, heading, ids.make(heading), categories, may_be_shown, below)


def _is_made_of_names(value: str) -> bool:
    """Whether all words of a value are common names, and one of them is a first name."""
    words = list(map(plain, WORD.findall(value)))
    has_digit = any(map(str.isdigit, value))
    return not has_digit and names_anywhere().issuperset(words) and not first_names_anywhere().isdisjoint(words)


def _further_columns(study: Study) -> Iterator[tuple[str, list[str]]]:
    """The columns of the register without a meaning of their own that the sample does not count, with their values."""
    known = _known(study)
    headings = list_headings.of_register(study.compare.one, [variable.id for variable in study.sample])
    found = team_lists.examine(study.register, (), known, words=headings, sheet=study.sheets.get("register"))
    for heading in found.header:
        if heading not in known and any(map(str.isalpha, heading)):
            yield heading, [record.fields.get(heading, "") for record in found.records]


def _known(study: Study) -> list[str]:
    """The columns of the register that have a meaning or are counted."""
    variables = (variable.id for variable in study.sample)
    return [study.compare.one, *REGISTER_COLUMNS, *FURTHER_REGISTER_COLUMNS, *variables]


def _categories(values: Sequence[str]) -> list[str]:
    """The values of a column in their order, each in its most frequent spelling; none if it is no variable."""
    spelt: dict[str, Counter[str]] = {}
    for value in (value or _NOT_STATED for value in values):
        spelt.setdefault(fold(value), Counter())[value] += 1
    given = {key: spellings for key, spellings in spelt.items() if key != fold(_NOT_STATED)}
    if not _FEWEST <= len(given) <= _MOST or min(count.total() for count in given.values()) < _SELDOM:
        return []
    not_stated = [spelt[key] for key in spelt.keys() - given.keys()]
    return [count.most_common(1)[0][0] for count in (*given.values(), *not_stated)]


def _below_sample() -> str:
    """Where study.yaml takes another variable of `sample`, as the file is written."""
    root = yaml_files.nodes(CONFIG)
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    found = next(((key, value) for key, value in pairs if key.value == _SAMPLE), None)
    if found is None:
        return f"write a line `{_SAMPLE}:` and below it, indented by {counted(_INDENTED, 'space')}"
    key, value = found
    line = f"line {key.start_mark.line + 1}"
    if not value.value:
        braces = f"take `{{}}` behind `{_SAMPLE}:` away ({line})"
        return f"{braces}, and write below it, indented by {counted(_INDENTED, 'space')}"
    if value.flow_style:
        return f"write before the last brace of `{_SAMPLE}` (line {value.end_mark.line + 1}), behind a comma"
    return f"write below `{_SAMPLE}:` ({line}), indented by {counted(value.start_mark.column, 'space')}"


def _proposal(
    register: str, heading: str, id_: str, categories: Sequence[str], may_be_shown: bool, below_sample: str
) -> Problem:
    """`may_be_shown` is whether no value can be a family name, `below_sample` where to write the variable."""
    shown = list(categories) if may_be_shown else []
    not_stated = [value for value in shown if fold(value) == fold(_NOT_STATED)]
    missing = {"missing": not_stated[0]} if not_stated else {}
    block: Mapping[str, object] = {id_: {"title": heading, "categories": shown, **missing}}
    written = yaml.safe_dump(block, sort_keys=False, allow_unicode=True, default_flow_style=True, width=10**6).strip()
    remedy = f"To count it, {below_sample}: `{written[1:-1]}`"
    remedy += "." if may_be_shown else ", with its values as categories. They are published: none may be a name."
    remedy += "" if fold(heading) == id_ else f" Call the column `{id_}` in the register."
    return Problem(CONFIG, _SAMPLE, f"no table counts the column “{heading}” of {register}", remedy)
