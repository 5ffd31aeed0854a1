"""The glossary explains every term that the rules use."""

import re

import pytest

from tests.builders.projects import ROOT

GLOSSARY = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
RULES = "\n".join(
    path.read_text(encoding="utf-8") for path in [ROOT / "Snakefile", *sorted((ROOT / "workflow/rules").glob("*.smk"))]
)
DOCSTRINGS = dict(re.findall(r'^rule (\w+):\n    """(.*?)"""', RULES, re.MULTILINE | re.DOTALL))
# Words that need no explanation. A new word of a rule's docstring goes here or, if it is a term, into the glossary.
EVERYDAY = """
a about agree all alone an analysis and any
anything are at before behind below both built by can category check column compare complete
contain contradict count decide describe determine differ does draw each earlier else error every exchange
existing explain far figure file find first for form format found from give goes has have hidden how if
important in into is it itself keep last least list locked lost made make many measured member name no none
not number of on once one only or order other otherwise out pack page pair part people person place plain print
program project read rebuild rebuilt record replace report reviewer s same say search sentence show single
size small something split state stop table team text than that the their them there they this those to tool
turn unchanged under unit valid variable was were what when where whether which who whose with without word
work worth write
"""


def plain_form(word: str) -> set[str]:
    """The word, and what it may be an inflected form of."""
    word = word.lower()
    stems = {word}
    for ending, instead in (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")):
        if word.endswith(ending):
            stems.add(word.removesuffix(ending) + instead)
    return stems | {stem[:-1] for stem in stems if len(stem) > 3 and stem[-1:] == stem[-2:-1]}


def terms() -> set[str]:
    """The words of the glossary's headwords, each in small letters."""
    heads = re.findall(r"\*\*(.+?)\*\*", GLOSSARY)
    return {form for head in heads for word in re.findall(r"[\w'’-]+", head) for form in plain_form(word)}


def test_the_rules_have_docstrings() -> None:
    assert len(DOCSTRINGS) > 15


@pytest.mark.parametrize("rule", DOCSTRINGS)
def test_every_term_of_a_rule_is_explained(rule: str) -> None:
    known = {*EVERYDAY.split(), *terms()}
    words = re.findall(r"[A-Za-z][A-Za-z-]*", DOCSTRINGS[rule])
    assert [word for word in words if not plain_form(word) & known] == []


def test_every_entry_is_short() -> None:
    for entry in GLOSSARY.split("\n\n")[2:]:
        if entry.startswith("**"):
            assert len(re.findall(r"[.!?](?:\s|$)", entry)) <= 3, entry
