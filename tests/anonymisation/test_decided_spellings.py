"""Decided words are replaced in other spellings, as one thing, and in no longer word. All names are invented."""

import re
import time
from pathlib import Path

import pytest

from crosscase.anonymisation.decided_words import DecidedWords
from tests.builders.decided_texts import DOCUMENT, ENGLISH, REDACT, Outcome


@pytest.mark.parametrize(
    ("words", "text", "became"),
    [
        ("zed-4", "zed-4, Zed\u20114, zed\u20134, zed4, zed 4, ZED_4 but zed 42", "6 but zed 42"),
        ("zed4", "zed-4, zed 4, ZED4 but azed 4", "3 but azed 4"),
        ("K9-zelda", "k9 zelda, K9zelda, k-9 zelda but K9 and zelda", "3 but K9 and zelda"),
        ("K9", "so K9-zelda but k-9", "so [PERSON]-zelda but k-9"),
        ("12-3 side", "12 3 side but 123 side", "[PERSON] but 123 side"),
        ("blue gate", "blue gate2019, 3blue-gate, bluegate but blue gates", "3 but blue gates"),
        ("o'neill's gate", "o\u2019neills gate, oneills gate, O Neill's Gate", "3"),
        ("oneills gate", "o'neill's gate, oneill\u2019s-gate", "2"),
        ("bluegate", "blue gate, Blue-Gate, blue_gate, bluegate, blue\ngate", "5"),
        ("blue-gate", "blue gate, Blue-Gate, bluegate", "3"),
        ("bluegate", "blue  gate, blue\tgate, blue\r\ngate, blue \n gate, blue\u2009gate, blue\u202fgate", "6"),
        ("bluegate", "blue--gate, blue\u2014gate, blue.gate, blue/gate, blue \u00a0gate", "5"),
        ("bluegate", "blue. Gate, blue\n\ngate, (blue) gate", "blue. Gate, blue\n\ngate, (blue) gate"),
        ("Goodman", "a good  man, a good/man", "a good  man, a good/man"),
        ("bluegate", "blue, gate; blue gates; a blue bluegates", "blue, gate; blue gates; a blue bluegates"),
        ("Goodman", "Goodman, Good Man, GOOD MAN, good-man", "4"),
        ("Goodman", "a good man. Good man, that", "a good man. Good man, that"),
        ("Forrest", "not for rest", "not for rest"),
        ("together", "to get her, tog ether", "to get her, tog ether"),
        ("JJ", "JJ, J.J, J. J, jj but J J", "4 but J J"),
        ("JJ", "J.J. came, and J. J. went", "[PERSON]. came, and [PERSON]. went"),
        ("JJ", "J. J. K. J.", "J. J. K. J."),
        ("JJ", "so J.J. I think", "so [PERSON]. I think"),
        ("J.J.", "JJ said; JJ: yes; to JJ's; J J", "[PERSON] said; [PERSON]: yes; to [PERSON]'s; [PERSON]"),
        ("M.K.Z.", "MKZ, M-K-Z, m.k.z, M K Z, MK Z but MKZs", "5 but MKZs"),
        ("I.T.", "it is IT", "it is [PERSON]"),
        ("a n", "an a n", "an [PERSON]"),
        ("QZ", "Q-Z, q.z, Q.Z, Q.\u202fZ but q-z, q. z, Q Z", "4 but q-z, q. z, Q Z"),
        ("QZ", "Q.Z.-Papers", "[PERSON].-Papers"),
        ("VXK", "so v.x.k. came", "so [PERSON]. came"),
        ("EG", "so e.g. that", "so e.g. that"),
        ("zed4", "zed(4), (zed)4, zed [4] but (zed4)", "3 but ([PERSON])"),
        ("an", "a n, an", "a n, [PERSON]"),
        ("zed-4", "z e d 4, Z.E.D.4, z-e-d-4, Z. E. D. 4", "4"),
        ("zed-4", "a z e d 4, z e d 42, z e d", "a z e d 4, z e d 42, z e d"),
        ("K9", "K9 came, k 9, K. 9", "[PERSON] came, k 9, K. 9"),
        ("shed", "so she'd gone", "so she'd gone"),
        ("a part", "set apart, a part", "set apart, [PERSON]"),
        ("snorky", "sn?rky came", "[PERSON] came"),
        ("snorky", "S.N.O.R.K.Y. came", "[PERSON]. came"),
        ("סנורקי", "והסנורקי ולסנורקי, סְנוֹרְקִי", "וה[PERSON] ול[PERSON], [PERSON]"),
        ("سناركي", "وسناركي بالسناركي", "و[PERSON] بال[PERSON]"),
        ("青门", "我们去了青门那里，青门小学", "我们去了[PERSON]那里，[PERSON]小学"),
        ("张·克文", "张克文说，张 克文说", "[PERSON]说，[PERSON]说"),
        ("スミス", "昨日ｽﾐｽさん", "昨日[PERSON]さん"),
        ("felmarda", "我们去felmarda那里", "我们去[PERSON]那里"),
        ("ประตูฟ้า", "ไปประตูฟ้าแล้ว", "ไป[PERSON]แล้ว"),
        ("सीता", "और सीता आई, सीते", "और [PERSON] आई, सीते"),
    ],
)
def test_a_decided_word_is_replaced_in_its_spellings(path: Path, words: str, text: str, became: str) -> None:
    """A number stands for so many placeholders in a row."""
    found = Outcome(path, text, [REDACT | {"words": words}], ENGLISH)
    count, but, rest = became.partition(" but ")
    expected = ", ".join(["[PERSON]"] * int(count)) + but + rest if count.isdecimal() else became
    assert re.sub(r"\[[A-Z]+\]", "[PERSON]", found.text) == expected  # rules take some of them for an address


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("zed-4", "zed-4, zed4; Zed 4"),
        ("snorky", "snorky, s-n-o-r-k-y; S.N.O.R.K.Y"),
        ("בן גוריון", "בן גוריון, בן־גוריון; ובן־גוריון"),
        ("o'neill's gate", "o'neill's gate, oneills gate; O\u2019NEILLS gate"),
    ],
)
def test_one_name_has_one_number_in_every_spelling(path: Path, words: str, text: str) -> None:
    found = Outcome(path, text, [REDACT | {"words": words}], ENGLISH)
    number = found.numbered.split("[")[1].split("]")[0]
    assert found.numbered.count(f"[{number}]") == found.numbered.count("[") == 3


def test_to_keep_a_row_of_words_without_blanks_undoes_no_redact(path: Path) -> None:
    rows = [REDACT | {"words": "青门"}, {"decision": "keep", "words": "我们去了青门那里"}]
    found = Outcome(path, "我们去了青门那里。", rows, ENGLISH)
    assert found.text == "我们去了[PERSON]那里。" and not found.words


@pytest.mark.parametrize(
    ("words", "text", "place", "is_replaced"),
    [
        ("青门", "我们去了青门那里，青门小学", "去了青门那里", True),
        ("青门", "我们去了青门那里", "来了青门那里", False),
        ("rose", "enemy rose", "my rose", False),
        ("סנורקי", "אז והסנורקי שם", "והסנורקי שם", True),
    ],
)
def test_one_place_of_a_word_that_others_stand_at(
    path: Path, words: str, text: str, place: str, is_replaced: bool
) -> None:
    row = {"words": words, "where": "once", "document": DOCUMENT, "places": place}
    assert Outcome(path, text, [REDACT | row], ENGLISH).numbered.count("[") == is_replaced


def test_a_row_of_many_words_takes_no_square_space() -> None:
    words = " ".join(f"quilp{number}" for number in range(2000))
    begun = time.process_time()
    assert DecidedWords([words]).find(words.upper())
    assert time.process_time() - begun < 2
