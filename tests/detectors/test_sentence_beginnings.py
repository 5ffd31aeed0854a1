"""A sentence begins with a capital letter, and some forms of a listed name are ordinary words."""

import pytest

from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load

CASES = [  # language, listed name (invented), text: [replaced], {waits}
    ("en", "Thi Quyln", "This is good. This was hard. We like this. Then I met [This] there, and [Thi] said no."),
    ("en", "Ha Wabel", "Has it been so? His was. [Ha] came. She saw [Has] book."),
    ("en", "My Quyln", "{My} was here. {My} mother came. I asked [My] about it. [My] said no. Mrs [Quyln] came."),
    ("en", "Mark Quyln", "{Marks} were low. [Mark] needs more time. He took [Marks] book."),
    ("de", "Da Fasold", "Das ist gut. Wir haben das gesagt. Das Haus ist hier. Dann kam [Da] herein."),
    ("de", "Das Fasold", "{Das} ist gut. Wir haben das gesagt. Dann kam [Das] herein."),
    ("de", "Wa Bi", "{Was} ist das? {Was} nun? Bis morgen war es gut."),
]


@pytest.mark.parametrize(("language", "name", "marked"), CASES)
def test_an_ordinary_word_that_begins_a_sentence_is_no_form_of_a_name(language: str, name: str, marked: str) -> None:
    text = marked.translate(dict.fromkeys(map(ord, "[]{}")))
    forms = [name, *name.split()]
    names = ListedNames([Identifier("PERSON", form, "owner", (language,)) for form in forms], {})
    found = {(span.start, span.end, bool(span.doubt)) for span in names.find(text, Setting((), (load(language),)))}
    for start, end, waits in sorted(found, reverse=True):
        before, behind = "{}" if waits else "[]"
        text = f"{text[:start]}{before}{text[start:end]}{behind}{text[end:]}"
    assert text == marked


def test_in_a_text_without_capital_letters_a_word_of_the_grammar_is_no_form_of_a_name() -> None:
    names = ListedNames([Identifier("PERSON", "Thi", "owner", ("en",))], {})
    setting = Setting((), (load("en"),), cased=False)
    assert not [*names.find("so this is what we do and thi agreed"[:22], setting)]
    assert [span.start for span in names.find("so this is what thi said", setting)] == [16]
