"""Codes of groups, and words for what is compared, that would make two columns or files one, or could not be printed.

A code may be any short text (`Nord`, `W1`, `Gr. 7`). It is the head of a column and a part of an address, never a part
of the name of a file.
"""

from collections.abc import Iterator

from crosscase.labels import labels
from crosscase.labels.labels import Labels
from crosscase.messages.errors import Problem
from crosscase.storage.csv_injection import neutral
from crosscase.storage.text_form import fold, useless_sign, without_unseen
from crosscase.study import own_labels
from crosscase.study.facts import CONFIG, FURTHER_REGISTER_COLUMNS, REGISTER_COLUMNS, Study

# Columns of wide tables beside the groups: their keys in the labels, and `Total` in addresses.
HEADS = ("head_label", "head_variable", "head_category", "total")
# Columns of tidy tables and of the register beside that of the group.
COLUMNS = (
    *("domain", "code", "label", "state", "participants", "interviewed", "segments"),
    *("variable", "category", "least", "most", *REGISTER_COLUMNS, *FURTHER_REGISTER_COLUMNS),
)


def find(study: Study) -> Iterator[Problem]:
    """All problems of the codes and of the words."""
    heads = _heads(own_labels.labels_of(study))
    for number, group in enumerate(study.groups):
        place = f"groups.{number}.code"
        if sign := _unprintable(group.code):
            yield Problem(CONFIG, place, f"the code {group.code!r} {sign}", "Write it without.")
        elif fold(group.code) in heads:
            what = f"the code {group.code!r} is the head of another column of the tables"
            yield Problem(CONFIG, place, what, "Give the group another code, here and in the register.")
    variables = [variable.id for variable in study.sample]
    for key, word in (("one", study.compare.one), ("many", study.compare.many)):
        if sign := _unprintable(word):
            yield Problem(CONFIG, f"compare.{key}", f"the word {word!r} {sign}", "Write it without.")
    if fold(study.compare.one) in map(fold, (*COLUMNS, *variables)):
        what = f"the word {study.compare.one!r} is the name of another column of the tables or of the register"
        yield Problem(CONFIG, "compare.one", what, "Choose another word for what is compared, or rename the variable.")


def may_be_code(name: str) -> bool:
    """Whether a name can be the head of a column, whatever the language of the tables."""
    shipped = (labels.of(language, {}, "", "") for language in labels.languages())
    return bool(name) and not _unprintable(name) and not any(fold(name) in _heads(words) for words in shipped)


def _heads(words: Labels) -> set[str]:
    """The heads of the other columns, in a language and in English, as in addresses."""
    return {fold(text(key)) for text in (words, labels.of(labels.DEFAULT, {}, "", "")) for key in HEADS}


def _unprintable(text: str) -> str:
    """What a code has that no heading can have; empty if there is nothing."""
    if sign := useless_sign(text):
        return f"contains {sign}"
    if text != without_unseen(text):
        return "contains a sign that nobody sees"
    if text != " ".join(text.split()):
        return "begins or ends with a space, or has a line end or two spaces"
    return "begins with a sign of a formula" if neutral(text) != text else ""
