"""Attacks on redaction: whatever a writer does to a listed name, it is replaced or queued. All names are invented."""

import pytest

from crosscase.anonymisation.identifiers import names_of_people
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.normalisation import normalise
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load

PEOPLE = [
    Person(locator=f"row {number}", participant=f"P{number}", name=name, group="GB", towns=("Settle",))
    for number, name in enumerate(["Maureen Hathersage", "Keziah Blomfield", "Rosa Button", "Odd Storm", "Ann Frau"])
]
ENGLISH = Setting(("GB",), (load("en"),))
UNCASED = ENGLISH.without_capitals


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    names = names_of_people(PEOPLE, {"GB": ("en",)})
    return Redactor(ListedNames(names, {}), Pseudonyms(bytes(32)))


def marked(redactor: Redactor, text: str, setting: Setting) -> str:
    """The text with [ ] around what is replaced and ( ) around what waits for a decision."""
    for span in reversed(redactor.find(text, setting)):
        before, after = "()" if span.doubt else "[]"
        text = f"{text[: span.start]}{before}{text[span.start : span.end]}{after}{text[span.end :]}"
    return text


@pytest.mark.parametrize(
    "text",
    [
        "I spoke to [maureen] about it.",
        "It was Mrs [hathersage] again.",
        "Then [Maureen hathersage] came.",
        "Then [maureen Hathersage] came.",
        "Ask [keziah blomfield] or [m. hathersage].",
        "Ask Mrs [button], but sew the button on.",
        "We settle the bill, and grow a button, and a (button rosa).",
        "The [Blomfield] method, the anti-[blomfield] one.",
    ],
)
def test_small_letters_in_a_cased_text(redactor: Redactor, text: str) -> None:
    assert marked(redactor, text.translate({ord(sign): None for sign in "[]()"}), ENGLISH) == text


@pytest.mark.parametrize(
    "text",
    [
        "so [maureen hathersage] said there is no time",
        "it was [hathersage] and [keziah] again",
        "he had a (button) in [settle], and told [button] and [rosa]",
        "[rosa button] settled in, well in [settle]",
        "SO [MAUREEN HATHERSAGE] SAID THERE IS NO TIME",
        "THE (ODD) ONE AND A (STORM) WERE A BIT MUCH FOR [ODD STORM]",
        "I TOLD [M. HATHERSAGE] ABOUT THE TIME",
    ],
)
def test_a_text_without_capitals(redactor: Redactor, text: str) -> None:
    assert marked(redactor, text.translate({ord(sign): None for sign in "[]()"}), UNCASED) == text


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("so Hather- sage came", "so # came"),
        ("so Hather-\nsage came", "so # came"),
        ("then Maureen- she came", "then #- she came"),
        ("so Hath\u00adersage, Ha\u200bther\u2060sage came", "so #, # came"),
        ("so H&#97;thersage and H&amp;#97;thersage &amp; co", "so # and # &amp; co"),
        ("so Hаthеrsаgе came", "so # came"),  # Cyrillic
        ("so Hαthersαge came", "so # came"),  # Greek
        ("so Ｈａｔｈｅｒｓａｇｅ and 𝐇𝐚𝐭𝐡𝐞𝐫𝐬𝐚𝐠𝐞 came", "so # and # came"),
        ("it is hathersage2019, or 2019Hathersage", "it is #, or #"),
        ("her login mhathersage or maureenhathersage", "her login # or #"),
        ("athersage told us", "# told us"),
        ("and that was Mrs Hathers", "and that was Mrs #"),
        ("so M. K. Hathersage and M.K. Hathersage came", "so # and # came"),
        ("sage told us", "sage told us"),
    ],
)
def test_a_disguised_name(redactor: Redactor, text: str, redacted: str) -> None:
    """The rest of the text stays as it was."""
    for span in reversed([span for span in redactor.find(text, ENGLISH) if not span.doubt]):
        text = f"{text[: span.start]}#{text[span.end :]}"
    assert text == redacted


def test_a_placeholder_is_touched_by_nothing(redactor: Redactor) -> None:
    text = "so [PERSON_12345678]hathersage, Mrs [PERSON_12345678] and jo[PERSON_12345678]@example.org"
    once = redactor.redact(text, UNCASED).text
    assert once.count("[PERSON_12345678]") == 3
    assert redactor.redact(once, UNCASED).text == once


def test_the_sign_for_a_placeholder_protects_nothing(redactor: Redactor) -> None:
    text = "so \u01bb Hathersage, and hath\u01bber@example.org"
    assert redactor.redact(text, ENGLISH).text.count("[") == 2


@pytest.mark.parametrize(
    "text",
    [
        "it is [H-A-T-H-E-R-S-A-G-E], with an e",
        "so [H. A. T. H. E. R. S. A. G. E] she spelt",
        "and [h a t h e r s a g e] like the town",
        "ask [B, L, O, M, F, I, E, L, D] again",
        "spelt (Q-U-I-S-T-E-M), and A, B, C, D is the alphabet",
    ],
)
def test_a_name_that_is_spelt(redactor: Redactor, text: str) -> None:
    for setting in (ENGLISH, UNCASED):
        assert marked(redactor, text.translate({ord(sign): None for sign in "[]()"}), setting) == text


@pytest.mark.parametrize(
    "text",
    [
        "Then KoÅ¡Å¥Ã¡lek came",
        "Then Ko\\u0161\\u0165\\u00e1lek came",
        "Then Ko%C5%A1%C5%A5%C3%A1lek came",
        "Then Ko=C5=A1=C5=A5=C3=A1lek came",
        "Then Koš<b>ťál</b>ek came",
        "Then **Koš**ťálek came",
    ],
)
def test_a_name_that_a_tool_has_damaged(text: str) -> None:
    person = Person(locator="row 1", participant="P1", name="Bohumír Košťálek", group="CZ")
    czech = Setting(("CZ",), (load("cs"),))
    found = Redactor(ListedNames(names_of_people([person], {"CZ": ("cs",)}), {}), Pseudonyms(bytes(32)))
    for setting in (czech, czech.without_capitals):
        redacted = found.redact(text, setting).text
        assert "[PERSON_" in redacted and "lek" not in redacted and "Ko" not in redacted


@pytest.mark.parametrize(
    "text", ["it cost 100%20 more", "a = b and 3 * 4", "un café… “à la carte”", "x\\udead", "a<b and c>d"]
)
def test_what_is_no_damage_stays(redactor: Redactor, text: str) -> None:
    assert normalise(text).text == text
    assert redactor.redact(text, ENGLISH).text == text
