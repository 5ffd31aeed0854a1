"""Texts are read without hidden signs, entities and look-alikes, and spans lead back. All names are invented."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crosscase.detectors import damaged_text
from crosscase.detectors.normalisation import joined, normalise, normalised_text

HIDDEN = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u202e", "\u180e", "\ufe0f", "\U000e0061"]
READ = [  # a text as it is written, and as it is read
    ("Hathersage &amp; Blomfield", "Hathersage & Blomfield"),
    ("Andr&eacute; &amp;eacute; &amp;amp;eacute;", "André é é"),
    (
        "Hath&#101;rsage Hath&#x65;rsage Hath&shy;ersage Hath&#8203;ersage",
        "Hathersage Hathersage Hathersage Hathersage",
    ),
    ("AT&T; a &copyright; 5 &lt 6 &nonsense;", "AT&T; a &copyright; 5 &lt 6 &nonsense;"),
    ("Hather\u00ad\nsage, Hather\u00ad\r\n  sage", "Hathersage, Hathersage"),
    ("Ｈａｔｈｅｒｓａｇｅ ２０１９", "Hathersage 2019"),
    ("𝐇𝐚𝐭𝐡𝐞𝐫𝐬𝐚𝐠𝐞 ⓗⓐⓣⓗⓔⓡⓢⓐⓖⓔ ﬁnley", "Hathersage hathersage finley"),
    ("Hаthеrsаgе came", "Hathersage came"),  # Cyrillic a and e
    ("Ηathersage, Hathersαge", "Hathersage, Hathersage"),  # Greek
    ("Βλoμφίλντ και Κώστaς", "Βλομφίλντ και Κώστας"),  # Latin letters in Greek words
    ("вона сказала Ірiна", "вона сказала Іріна"),  # a Latin letter in a Cyrillic word
    ("then Сара came", "then Capa came"),  # only look-alikes, in a Latin text
    ("она видела Сара", "она видела Сара"),
    ("αγάπη, Ελένη and Мария", "αγάπη, Ελένη and Мария"),
    # Two scripts in one text: the words that could be look-alikes stay, disguised ones do not.
    ("she was more satisfied». Το όνομα στον κατάλογο είναι Ουρανία.",) * 2,
    ("the committee wrote: Όνομα του φορέα: Κέντρο Μικρή Αυλή, and left",) * 2,
    ("they signed as Людмила, then Сара came", "they signed as Людмила, then Сара came"),
    ("Hаthersage said φορέα and Ηathersage", "Hathersage said φορέα and Hathersage"),
    ("5º andar, 3ª vez, 12 € – “so” … naïve", "5º andar, 3ª vez, 12 € – “so” … naïve"),
]


@pytest.mark.parametrize(("written", "read"), READ)
def test_a_text_is_read_as_a_person_sees_it(written: str, read: str) -> None:
    assert normalise(written).text == read


@pytest.mark.parametrize("sign", HIDDEN, ids=ascii)
def test_signs_that_nobody_sees_are_left_out(sign: str) -> None:
    found = normalise(f"so {sign.join('Hathersage')} came")
    assert found.text == "so Hathersage came"
    start, end = found.in_original(3, 13)
    assert found.original[start:end] == sign.join("Hathersage")


def test_a_part_of_an_entity_or_a_ligature_leads_back_to_the_whole() -> None:
    found = normalise("&amp;eacute;va ﬁn")
    assert found.text == "éva fin"
    assert [found.original[slice(*found.in_original(n, n + 1))] for n in (0, 1, 4, 5, 6)] == [
        "&amp;eacute;", "v", "ﬁ", "ﬁ", "n",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("so Hather- sage came", "so Hathersage came"),
        ("so Hather-\nsage came", "so Hathersage came"),
        ("so Hather‐\r\n   sage came", "so Hathersage came"),
        ("so H\u200bather- s\u200bage came", "so Hathersage came"),
        ("in Blomfield-Hathersage", None),
        ("then - well - he came", None),
    ],
)
def test_a_broken_word_is_read_whole_in_a_second_reading(written: str, read: str | None) -> None:
    found = normalise(written)
    second = joined(found.text)
    assert (second.text if second else None) == read
    if second:
        start, end = found.in_original(*second.in_original(3, 13))
        assert found.original[start:end] == found.original.removeprefix("so ").removesuffix(" came")


@given(st.text())
def test_no_letter_is_lost_and_places_are_in_order(text: str) -> None:
    found = normalise(text)
    assert found.original == unicodedata.normalize("NFC", text)
    places = [found.in_original(n, n + 1) for n in range(len(found.text))]
    assert all(0 <= start < end <= len(found.original) for start, end in places)
    assert places == sorted(places)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_characters="&\u00ad¹²³¼½¾")))
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    assume(damaged_text.repaired(text) == text)
    found = normalise(text)
    assert found.text == found.original


_SIGNS = st.sampled_from(
    [
        "&amp;",
        "&eacute;",
        "\u00ad",
        "ﬁ",
        "Ｈ",
        "а",
        "α",
        "Ä",
        "Å¡",
        "\\u0161",
        "%C5%A1",
        "=C5=A1",
        "<b>",
        "*",
        "HA",
        " ",
        "x",
    ]
)


@given(st.one_of(st.text(), st.lists(_SIGNS).map("".join)), st.booleans())
def test_the_text_alone_is_the_same_as_the_one_with_its_places(text: str, cased: bool) -> None:
    assert normalised_text(text, cased) == normalise(text, cased).text
