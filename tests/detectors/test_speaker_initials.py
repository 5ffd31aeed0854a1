"""Initials that mark who speaks are replaced, and the leak search finds those that are left. All names are invented."""

import re
from collections.abc import Sequence

import pytest

from crosscase.anonymisation.gazetteer import listed_names
from crosscase.anonymisation.identifiers import identifiers_to_protect
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from crosscase.leaks.search import Search
from crosscase.leaks.spellings import spellings
from crosscase.leaks.watched import Watched

NAMES = (
    *("Maureen K. Hathersage", "Ivo Tarn", "Gwen Pell", "Anna van der Berg", "Mary O'Neill", "Jean-Luc Picardy"),
    *("Ana María Soto Ruiz", "Γιώργος Παπαδόπουλος", "Мария Хохлова", "Tilda O'Venn"),
    *("Yvonne IJzerveen", "Jörg Ümquist", "Tamsin Rook", "Ivo Vantry"),
)
PEOPLE = [
    Person(participant=f"GB-{row:02}", name=name, group="GB", locator=f"row {row}", interviewers=("Ina Quor",))
    for row, name in enumerate(NAMES, 2)
]
REPLACED = {
    "at the beginning": "{MH}: we were there",
    "on a line": "And then?\n{MH}: nothing",
    "behind a sentence": "We were there. {MH}: nothing at all",
    "behind a quotation mark": "“{MH}: yes”",
    "before a blank": "{MH} : oui",
    "behind a time": "[00:12:03] {MH}: yes",
    "behind a time without brackets": "00:12:03 {MH}: yes",
    "behind a number": "12 {MH}: yes",
    "all initials": "{MKH}: yes",
    "an interviewer": "{IQ}: and why?",
    "with one point": "{M.H}: yes",
    "with points": "{M.H.}: yes",
    "with a blank": "{M H}: yes",
    "with a hyphen": "{M-H}: yes",
    "before a tab": "{MH}\tyes, it was",
    "in square brackets": "[{MH}] yes, it was",
    "in brackets": "And then? ({MH}) yes",
    "in emphasis": "**{MH}:** yes",
    "in emphasis alone": "*{MH}* yes",
    "in emphasis by underscores": "_{MH}:_ yes",
    "before a dash": "{MH} – yes",
    "before a hyphen": "{MH} - yes",
    "before an arrow": "{MH}> yes",
    "before a remark": "{MH} (mother): yes",
    "before a number": "{MH} 2: yes",
    "before a time": "{MH} 00:01:23 yes",
    "before a time in brackets": "{MH} [00:01:23] yes",
    "behind a bullet": "• {MH}: yes",
    "behind a dash": "– {MH}: yes",
    "before a full-width colon": "{MH}：yes",
    "behind a separator of lines": "so it was\u2028{MH}: yes",
    "behind a separator of paragraphs": "so it was\u2029{MH}: yes",
    "behind a vertical tab": "so it was\v{MH}: yes",
    "behind a tag": "so it was<br>{MH}: yes",
    "behind a closed tag": "so it was<br/>{MH}: yes",
    "with particles": "{AvdB}: yes",
    "with particles in capitals": "{AVDB}: yes",
    "with one particle": "{AVB}: yes",
    "with an apostrophe": "{TOV}: yes",
    "a double name": "{JLP}: yes",
    "a part of a double name": "{JP}: yes",
    "two first names": "{AMS}: yes",
    "two family names": "{ASR}: yes",
    "two of each": "{AMSR}: yes",
    "before another speaker behind a slash": "{MH}/XB: yes",
    "before another speaker behind an ampersand": "{MH} & XB: yes",
    "before another speaker behind a word": "{MH} and XB: yes",
    "before another speaker behind a comma": "{MH}, XB: yes",
    "before another speaker behind a plus": "{MH} + XB: yes",
    "before another speaker in brackets": "[{MH}/XB] yes",
    "behind another speaker and a slash": "XB/{MH}: yes",
    "behind another speaker and a word": "XB und {MH}: yes",
    "behind another speaker and a comma": "XB, {MH}: yes",
    "behind another speaker in brackets": "[XB/{MH}] yes",
    "behind an omission": "[…] {MH}: yes",
    "behind an omission with points": "[...] {MH}: yes",
    "behind an omission within a line": "so it was (…) {MH}: yes",
    "behind a note": "(laughs) {MH}: yes",
    "behind a note in square brackets": "And then?\n[laughs] {MH}: yes",
    "behind an ellipsis": "… {MH}: yes",
    "behind a role": "Speaker {MH}: yes",
    "behind a role, in brackets": "Respondent ({MH}): yes",
    "behind a code": "FG1 {MH}: yes",
    "behind a code, in brackets": "P1 ({MH}): yes",
    "behind a code, in brackets, before a number": "P1 ({MH}): 3 years",
    "behind two words": "And then?\nSecond teacher {MH}: yes",
    "as a tag": "<{MH}> yes",
    "as a tag with a colon": "<{MH}>: yes",
    "a voice of WebVTT": "<v {MH}>yes",
    "a voice with a class": "<v.loud {MH}>yes",
    "in bold": "<b>{MH}</b>: yes",
    "in strong type": "<strong>{MH}</strong>: yes",
    "in italics": "<i>{MH}</i> yes",
    "before two hyphens": "{MH} -- yes",
    "before a dash without a blank": "{MH} –yes",
    "before a dash directly": "And then?\n{MH}—yes",
    "in quotation marks": '"{MH}": yes',
    "in single quotation marks": "'{MH}': yes",
    "in guillemets": "«{MH}»: yes",
    "in a row of a table": "| {MH} | yes |",
    "before several blanks": "{MH}   yes",
    "behind a slash": "so it was / {MH}: yes",
    "behind two slashes": "so it was // {MH}: yes",
    "behind a bar": "so it was | {MH}: yes",
    "behind a point without a blank": "yes.{MH}: no",
    "before a role": "{MH}, teacher: yes",
    "with one capital": "{Mh}: yes",
    "a double name and a blank": "{JL P}: yes",
    "a double name with points and a blank": "{J.-L. P.}: yes",
    "a digraph": "{YIJ}: yes",
    "a digraph with points": "{Y.IJ.}: yes",
    "a letter spelt out": "{JUE}: yes",
    "Greek": "{ΓΠ}: ναι",
    "Cyrillic": "{МХ}: так було",
}
KEPT = {
    "within a sentence": "and as MH: said",
    "behind a time within a sentence": "at 12:30 MH: said",
    "no sign": "MH said so",
    "a hyphen within a word": "MH-based work",
    "other initials": "AQ: yes",
    "a longer word": "AMH: yes",
    "a ratio": "MH:3",
    "small letters": "and mh: so it was",
    "small letters before a blank": "mh : so it was",
    "one capital within a line": "It was so. Mh: yes",
    "one capital of a word": "It: so it was",
    "a dash within a line": "so it was. MH –so",
    "several blanks within a line": "so it was. MH   so",
    "a role within a line": "so it was. MH, teacher: so",
    "a role within a sentence": "and so the Speaker MH: so",
    "other speakers without a colon": "XB and MH so",
    "a cell of a table": "so it was | MH | 12 |",
    "a statistic": "Mean (MH): 3.2",
    "a statistic in signs": "Mean (MH): < .05",
    "a Roman number": "Chapter IV: so it was",
    "an HTML tag": "so it was.<TR>and on",
    "a file": "so it was in a.MH: so",
    "a small word": "it: so it was",
    "a tag": "so it was<TV>and on",
    "a comma": "MH, so it was",
}
BEFORE = (
    *(
        "",
        "So it was. ",
        "And then?\n",
        "so\u2028",
        "so\v",
        "so\r\n",
        "so\x85",
        "so<br>",
        "so</p><p>",
        "• ",
        "- ",
        "– ",
        "* ",
        "> ",
    ),
    *(
        "12 ",
        "12. ",
        "(12) ",
        "1) ",
        "#1# ",
        "[00:12] ",
        "00:01:23 ",
        "00:01:23.4 ",
        "<00:12> ",
        "\t",
        "... ",
        '"',
        "“",
        "## ",
    ),
    *("[", "(", "{", "**", "__", "<", "<v ", "[…] ", "(…) ", "[laughs] ", "(laughs) – ", "yes."),
)
BEHIND = (
    *(
        ": yes",
        ":yes",
        " : yes",
        "：yes",
        "; yes",
        " = yes",
        " | yes",
        "\tyes",
        " – yes",
        " — yes",
        " - yes",
        "- yes",
        "> yes",
    ),
    *(
        ") yes",
        "] yes",
        "} yes",
        "]: yes",
        "): yes",
        "** yes",
        "**: yes",
        ":** yes",
        "__ yes",
        " (mother): yes",
        " 2: yes",
    ),
    *(
        " [laughs]: yes",
        "2: yes",
        " 00:01 yes",
        " 00:01:23 yes",
        "\t00:01:23\tyes",
        " -- yes",
        "/XB: yes",
        " & XB: yes",
        " and XB: yes",
        ", XB: yes",
        "/XB] yes",
        " [00:01:23]: yes",
        " (00:01:23) yes",
    ),
)
WAITING = {
    "a word": "{IT}: it is bad",
    "a short form": "{TV}: on",
    "a word of other initials": "{MON}: yes",
    "a timetable": "{MH} 9:00 – 10:00",
}


LISTED = listed_names(PEOPLE, "", {"GB": ("en",)})


def redactor(pseudonyms: Pseudonyms) -> Redactor:
    return Redactor(LISTED, pseudonyms)


def setting(cased: bool = True) -> Setting:
    return Setting(("GB",), (load("en"),), cased)


def redacted(text: str, cased: bool = True) -> str:
    return redactor(Pseudonyms(bytes(32))).redact(text, setting(cased)).text


def search(*public: str, kept: Sequence[str] = ()) -> Search:
    pseudonyms = Pseudonyms(bytes(32))
    redactor(pseudonyms).redact("MH: yes\nM. H.: yes", setting())
    protected = identifiers_to_protect(LISTED, PEOPLE, pseudonyms, ())
    listed = [Watched(kind, words) for kind, words, _ in protected]
    return Search(listed, frozenset(public), kept=kept, languages=("en",))


@pytest.mark.parametrize("where", REPLACED)
@pytest.mark.parametrize("cased", [True, False])
def test_initials_that_mark_a_turn_are_replaced(where: str, cased: bool) -> None:
    text = REPLACED[where]
    before, mark, behind = text.replace("{", "}").split("}")
    found = redacted(f"{before}{mark}{behind}", cased)
    assert found.startswith(f"{before}[PERSON_")
    assert found.endswith(behind)
    assert redacted(found, cased) == found


@pytest.mark.parametrize("cased", [True, False])
@pytest.mark.parametrize("text", [*REPLACED.values(), *KEPT.values(), *WAITING.values()])
def test_the_quick_look_misses_none(text: str, cased: bool) -> None:
    text = text.replace("{", "").replace("}", "")
    careful = Redactor(LISTED, Pseudonyms(bytes(32)), {"en": lambda _, __: iter(())})
    assert redactor(Pseudonyms(bytes(32))).find(text, setting(cased)) == careful.find(text, setting(cased))


@pytest.mark.parametrize("where", KEPT)
def test_two_capitals_elsewhere_may_be_anything(where: str) -> None:
    assert redacted(KEPT[where]) == KEPT[where]


@pytest.mark.parametrize("mark", ["mh", "m.h.", "m-h"])
@pytest.mark.parametrize("before", ["", "And then?\n", "so<br>", "“"])
def test_small_initials_that_are_no_word_are_replaced_at_the_beginning_of_a_line(mark: str, before: str) -> None:
    text = f"{before}{mark}: So it was."
    assert redacted(text).startswith(f"{before}[PERSON_")
    careful = Redactor(LISTED, Pseudonyms(bytes(32)), {"en": lambda _, __: iter(())})
    assert redactor(Pseudonyms(bytes(32))).find(text, setting()) == careful.find(text, setting())
    assert search().kinds(text) == set()


def test_small_initials_are_replaced_in_a_text_in_small_letters() -> None:
    assert redacted("mh: so it was", cased=False).startswith("[PERSON_")


def test_a_speaker_has_the_number_of_the_whole_initials_wherever_they_stand() -> None:
    first, second = redacted("MH: yes\nMH: no").splitlines()
    assert first.partition(":")[0] == second.partition(":")[0]


@pytest.mark.parametrize("where", REPLACED)
def test_the_leak_search_finds_what_anonymisation_would_have_replaced(where: str) -> None:
    text = REPLACED[where].replace("{", "").replace("}", "")
    assert search().kinds(text) == {"PERSON"}
    assert search().kinds(redacted(text)) == set()


@pytest.mark.parametrize("where", KEPT)
def test_the_leak_search_finds_nothing_else(where: str) -> None:
    """An alarm here could be ended by no list and no decision."""
    assert search().kinds(KEPT[where]) == set()


def test_public_letters_are_no_initials() -> None:
    """A group or an export may be called so: `MH: 12 participants`."""
    assert search("mh").kinds("MH: 12 participants") == set()


@pytest.mark.parametrize("where", WAITING)
def test_initials_that_are_a_word_of_the_language_wait(where: str) -> None:
    text = WAITING[where].replace("{", "").replace("}", "")
    redacted = redactor(Pseudonyms(bytes(32))).redact(text, setting())
    assert redacted.text == text
    assert [redacted.text[doubt.start : doubt.end] for doubt in redacted.doubts] == [re.split("[: ]", text)[0]]
    assert redactor(Pseudonyms(bytes(32))).redact(text, setting(cased=False)).text == text


def test_what_stands_in_a_timetable_is_no_leak() -> None:
    """Elsewhere a time alone shows who speaks."""
    assert search().kinds("MH 9:00 – 10:00") == set()
    assert search().kinds("MH 00:01:10 – 00:01:23 yes") == {"PERSON"}


@pytest.mark.parametrize("written", ["MH", "M.H."])
def test_initials_that_a_person_decided_to_keep_are_no_leak(written: str) -> None:
    assert search(kept=[written]).kinds("MH: yes\nM. H.: no") == set()
    assert search(kept=["GP"]).kinds("MH: yes") == {"PERSON"}


def test_initials_that_two_people_share_belong_to_neither() -> None:
    people = [
        Person(participant=f"GB-{row}", name=name, group="GB", locator="")
        for row, name in enumerate(("Mo Hedge", "Moira Ada Hull"))
    ]
    shared, alone = (
        Redactor(listed_names(some, ""), Pseudonyms(bytes(32))).redact("MH: yes", setting()).text
        for some in (people, people[:1])
    )
    assert shared.startswith("[PERSON_") and shared != alone


def test_a_name_of_very_many_parts_has_few_initials() -> None:
    name = " ".join(f"{chr(ord('A') + part % 26)}x" for part in range(60))
    listed = listed_names([Person(participant="GB-1", name=name, group="GB", locator="")], "")
    assert len(listed.initials.owners) < 100


@pytest.mark.parametrize("before", BEFORE)
def test_all_that_may_stand_before_goes_with_all_that_may_stand_behind_in_passages_and_results(before: str) -> None:
    ours, results = redactor(Pseudonyms(bytes(32))), search()
    for behind in BEHIND:
        text = f"{before}MH{behind}"
        found = [text[span.start : span.end] for span in ours.find(text, setting()) if span.kind == "PERSON"]
        assert found == ["MH"]
        assert any(results.kinds(spelling) == {"PERSON"} for spelling in spellings(text))
