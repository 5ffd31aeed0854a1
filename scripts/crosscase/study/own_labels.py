"""A study's own words in the place of those that ship: `config/labels.yaml`, a text for each key that is changed."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Formatter

from crosscase.labels import labels, plurals
from crosscase.labels.labels import Labels, Text
from crosscase.messages.errors import Problem, stop_on
from crosscase.messages.suggestions import did_you_mean
from crosscase.messages.wording import counted, joined
from crosscase.storage import yaml_files
from crosscase.study.facts import Study

FILE = "labels.yaml"  # beside study.yaml
PATH = f"config/{FILE}"
_NOT_TEXTS = ("name", "country", "group")


def read(path: Path, language: str) -> dict[str, Text]:
    """The texts of the file, by key; empty if it does not exist. Raises StudyError with every problem."""
    if not path.is_file():
        return {}
    found = yaml_files.read_mapping(str(path))
    stop_on(problem for key, text in found.items() for problem in _problems(str(path), language, key, text))
    return found


def labels_of(study: Study) -> Labels:
    """The words of a study's tables, figures and pages. It needs output_language, labels and compare."""
    return labels.of(study.output_language, study.labels, study.compare.one, study.compare.many)


def _problems(path: str, language: str, key: str, text: object) -> Iterator[Problem]:
    shipped = labels.shipped(language)
    known = [name for name in shipped if name not in _NOT_TEXTS]
    if key not in known:
        near = did_you_mean(key, known)
        yield Problem(
            path, key, "no text has this key", near or f"The keys are those of {labels.FOLDER / language}.toml."
        )
        return
    forms = text if isinstance(text, Mapping) else {"": text}
    needed = plurals.categories(language)
    if isinstance(text, Mapping) and set(text) != needed:
        yield Problem(path, key, "a text with forms has other forms", f"Give it {joined(sorted(needed))}.")
    if isinstance(text, Mapping) and isinstance(shipped[key], str) and "{n}" not in shipped[key]:
        yield Problem(path, key, "this text goes with no number", "Give one text instead of several forms.")
    for form in forms.values():
        if not isinstance(form, str):
            yield Problem(path, key, "it is not a text", "Put it in quotes.")
        elif (fields := _fields(form)) is None:
            yield Problem(path, key, "a brace stands alone", "Write {{ for a brace in the text.")
        else:
            yield from _field_problems(path, key, fields, shipped)
            yield from _list_problems(path, key, form, shipped[key])


def _field_problems(
    path: str, key: str, fields: Iterable[tuple[str, str]], shipped: Mapping[str, Text]
) -> Iterator[Problem]:
    """Values that a text does not have, and nouns of numbers where there is no number or no such noun."""
    known = fields_of(shipped[key]) | {"one", "many"}
    english = labels.shipped(labels.DEFAULT)  # says which values are numbers: these have nouns there
    numbers = {name for form in forms_of(english[key]) for name, noun in _parsed(form) if noun}
    nouns = {noun for text in english.values() for form in forms_of(text) for _, noun in _parsed(form) if noun}
    for name, noun in fields:
        if name not in known:
            usable = joined(sorted(f"{{{value}}}" for value in known))
            yield Problem(path, key, f"it has no value {{{name}}}", f"Use some of {usable}.")
        elif noun and (name not in numbers or noun not in nouns):
            what = f"{{{name}:{noun}}} is not a number with a noun"
            yield Problem(path, key, what, f"Write {{{name}}}, or a noun of {joined(sorted(nouns))} behind a number.")


def _list_problems(path: str, key: str, form: str, shipped: Text) -> Iterator[Problem]:
    """A list with more or fewer parts than the one that ships."""
    number, here = (text.count(labels.BETWEEN) + 1 for text in (next(iter(forms_of(shipped))), form))
    if number != here and number > 1:
        what = f"this list has {counted(number, 'part')}, and here it has {here}"
        yield Problem(path, key, what, f"Write all of them, with “{labels.BETWEEN}” between.")


def fields_of(text: Text) -> set[str]:
    """The names of the values in a text, in any of its forms."""
    return {name for form in forms_of(text) for name, _ in _parsed(form)}


def forms_of(text: Text) -> list[str]:
    """A text in each of its forms."""
    return [text] if isinstance(text, str) else list(text.values())


def _parsed(text: str) -> list[tuple[str, str]]:
    """The values in a text, each with the noun behind its colon. Raises ValueError if it cannot be filled."""
    found = [
        (name, spec or "", conversion) for _, name, spec, conversion in Formatter().parse(text) if name is not None
    ]
    if any(conversion or not name.isidentifier() for name, _, conversion in found):
        raise ValueError
    return [(name, noun) for name, noun, _ in found]


def _fields(text: str) -> list[tuple[str, str]] | None:
    """The values in a text with their nouns, each once; None if it cannot be filled."""
    try:
        return list(dict.fromkeys(_parsed(text)))
    except ValueError:
        return None
