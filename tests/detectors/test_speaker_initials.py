"""Initials that mark who speaks are replaced, and the leak search finds those that are left. All names are invented."""

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
    "small letters": "mh: so it was",
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
    *("[", "(", "{", "**", "__"),
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
        " [00:01:23]: yes",
        " (00:01:23) yes",
    ),
)
WAITING = {"a word": "{IT}: it is bad", "a short form": "{TV}: on", "a word of other initials": "{MON}: yes"}


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
    before, mark, behind = text.replace("{", "|").replace("}", "|").split("|")
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
    assert [redacted.text[doubt.start : doubt.end] for doubt in redacted.doubts] == [text.partition(":")[0]]
    assert redactor(Pseudonyms(bytes(32))).redact(text, setting(cased=False)).text == text


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
