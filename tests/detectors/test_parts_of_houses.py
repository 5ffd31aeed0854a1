"""What goes on behind or before an address in usual letters. All of it is invented."""

import pytest

from tests.builders.said_aloud import missed, spans_of


@pytest.mark.parametrize(
    ("language", "marked"),
    [  # a short piece between commas that names a part of a house, a Roman number, a second house behind a written word
        ("pl", "Świetlica była na dole, [Rymarska 60, lokal użytkowy 2], a my nad nią."),
        ("it", "Sopra, [Via Ubertina 77, quarto piano, la porta in fondo], stava lei."),
        ("pl", "Teraz to już [Al. Pułku Tkaczy 101, trzecie piętro, drzwi na wprost], z balkonem."),
        ("nl", "Het was [Prins Lodelaan 77 III], driehoog."),
        ("nl", "Hij zit in de [Anna Terbeekstraat 12 t/m 14, kamer 6], met begeleiding."),
        ("de", "Wir haben gekauft, [Haus 17 f, Baufeld Nord, Sonnenkamp], ohne Laternen."),
        ("no", "Adressen er [felt B3, hus 4F, Rugdeåsen], men ingen finner den."),
        ("de", "Das war [Ecke Brennholzstraße Wendelgasse, Hausnummer 1], drei Jahre lang."),
        ("de", "[Gut Lindhof 2], da hatten sie ihre Kammern."),
        ("en", "[4 Curraghmoile Upper], and you'd never find it."),
    ],
)
def test_what_belongs_to_an_address_waits_with_it(language: str, marked: str) -> None:
    assert not missed(language, marked)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We have Class 12, the second door and the third one closed."),
        ("de", "Sie war in Gruppe 7, die Tür ging auf, und alle riefen."),
        ("it", "Erano in 77, la porta si aprì, tutti zitti."),
        ("nl", "Hoofdstuk 7 II, dat las ik toen."),
    ],
)
def test_a_piece_behind_no_address_stays(language: str, text: str) -> None:
    assert not [text[span.start : span.end] for span in spans_of(language, text) if span.kind == "ADDRESS"]
