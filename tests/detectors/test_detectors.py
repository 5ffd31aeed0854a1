"""Each detector finds its kind of trace, and leaves what only looks like it. All of it is invented."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.detectors.spans import Span, without_overlap
from tests.builders.detections import found

FINDS = [
    ("GB", "write to a.b@example.org or see www.example.org/x.", "EMAIL a.b@example.org", "LINK www.example.org/x"),
    ("GB", "as @quill_drop says, from 192.0.2.17", "HANDLE @quill_drop", "IP 192.0.2.17"),
    ("GB", "from 2001:db8::8:800 too", "IP 2001:db8::8:800"),
    ("GB", "see chapter 1.2.3.4, at 10:15:30", ),
    ("GB", "ring 0121 496 0456 today", "PHONE 0121 496 0456"),
    ("GB", "the account gb82 west 1234 5698 7654 32 is closed", "IBAN gb82 west 1234 5698 7654 32"),
    ("GB", "it says QQ 12 34 56 C on it", "FILE? QQ 12 34 56 C"),
    ("GB", "it says AB 12 34 56 C on it", "ID AB 12 34 56 C"),
    ("GB", "her NHS number is 943 476 5919", "ID 943 476 5919"),
    ("GB", "the count was 943 476 5919", "ID? 943 476 5919"),
    ("GB", "they moved to SW1A 1AA", "POSTCODE SW1A 1AA"),
    ("GB", "her car was AB12 CDE", "PLATE AB12 CDE"),
    ("GB", "born on the 5th of May 2011 in winter", "BIRTHDATE the 5th of May 2011"),
    ("GB", "we met on the 5th of May 2011", "BIRTHDATE? the 5th of May 2011"),
    ("GB", "at 51.5034, -0.1276 exactly", "COORDINATES 51.5034, -0.1276"),
    ("GB", "I asked Mrs van der Quillow about it", "PERSON van der Quillow"),
    ("GB", "a colleague called Thessaly helped", "PERSON Thessaly"),
    ("GB", "she lives in Reading and was reading", "PLACE Reading"),
    ("GB", "Reading is hard", "PLACE? Reading"),
    ("CZ", "jeho rodné číslo je 736028/5163", "ID 736028/5163"),
    ("CZ", "částka 1 250 000 korun za rok 2015-2018",),
    ("CZ", "spis číslo 99887766554 leží", "FILE 99887766554"),
    ("CZ", "a to 99887766554 leží", "NUMBER? 99887766554"),
    ("CZ", "přišla paní Kvěchová a pan ředitel Zvoníř", "PERSON Kvěchová", "PERSON Zvoníř"),
    ("DE", "Frau Doktor Quastfeld war da", "PERSON Quastfeld"),
    ("DE", "das Haus und die Familienzentrumsleitung",),
    ("DE", "Der Richter Quastspieß kam", "PERSON Quastspieß"),
    ("DE", "das hat Wolpertinger-Ries geschrieben", "PERSON? Wolpertinger-Ries"),
    ("DE", "mit dem Lehrer-Gespräch und den Eltern-Kreisen",),
    ("DE", "Herrn Pham Quoc Dung kenne ich", "PERSON Pham Quoc Dung"),
    ("DE", "neben einem Herrn von der Polizei, und meine Frau vom Chor",),
    ("DE", "und Frau von der Quastau kam", "PERSON von der Quastau"),
    ("DE", "dann kam Ludwig von der Au herein", "PERSON? Ludwig von der Au"),
    ("NL", "dan komt Mark de Jong binnen", "PERSON? Mark de Jong"),
    ("GB", "I met Emma Quillow and Susan Walker", "PERSON Emma Quillow", "PERSON Susan Walker"),
    ("GB", "I met Emma in Hope Road", "PERSON? Emma", "PERSON? Hope Road"),
    ("NL", "de gemeente stuurde Van Quistum hierheen", "PERSON? Van Quistum"),
    ("NO", "etter hvert kom Thivi Mai på kurs", "PERSON? Thivi Mai"),
    ("NL", "mijn leidinggevende, Mark de Jong, zei niets", "PERSON Mark de Jong"),
    ("NL", "mijn leidinggevende, Mark heeft niets gezegd", "PERSON? Mark"),
    ("GB", "then Ahmed al Rashid came", "PERSON? Ahmed al Rashid"),
    ("PT", "e a Maria dos Santos disse", "PERSON? Maria dos Santos"),
    ("CZ", "tam Marek z Kvěchova stál", "PERSON? Marek", "PERSON? Kvěchova"),
    ("DE", "Wir sitzen in 26506 Quirnau", "POSTCODE 26506", "PERSON? Quirnau"),
    ("DE", "das kostet 12000 Euro",),
    ("GR", "ο κύριος Δρυολάτης και ο ΑΦΜ 094259216", "PERSON Δρυολάτης", "ID 094259216"),
    ("IT", "il codice RSSMRA85T10A562S è suo", "ID RSSMRA85T10A562S"),
    ("NL", "haar BSN is 111222333 en dat van hem niet", "ID 111222333"),
    ("NL", "mevrouw Van den Turf zei dat", "PERSON Van den Turf"),
    ("NO", "hun nummer er 15108695088", "ID 15108695088"),
    ("PL", "urodzony 22.11.2009 r. w zimie", "BIRTHDATE 22.11.2009 r."),
    ("PL", "PESEL 44051401359 zapisano", "ID 44051401359"),
    ("PT", "o NIF 123456789 dele, o cartão 00000000 0 ZZ4", "ID 123456789", "ID 00000000 0 ZZ4"),
    ("PT", "a matrícula AX63LM do carro", "PLATE AX63LM"),
]  # fmt: skip


@pytest.mark.parametrize("case", FINDS, ids=lambda case: f"{case[0]}: {case[1]}")
def test_a_trace_is_found_and_what_looks_like_it_is_left(case: tuple[str, ...]) -> None:
    region, text, *expected = case
    assert [f"{kind} {words}" for kind, words in found(region, text)] == expected


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(1, 9), st.booleans()).map(
            lambda item: Span(item[0], item[0] + item[1], "PERSON", "x", "why" if item[2] else "")
        )
    )
)
def test_spans_that_are_kept_do_not_overlap_and_no_certain_one_yields_to_a_doubtful_one(spans: list[Span]) -> None:
    kept = without_overlap("x" * 40, spans)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    assert all(any(s.start < k.end and k.start < s.end for k in kept if not k.doubt) for s in spans if not s.doubt)
