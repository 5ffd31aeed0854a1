"""Numbers that no other rule explains wait for a person. All names and numbers are invented."""

import pytest

from tests.builders.detections import found

DOUBTFUL = [  # region, text, and what waits with its number
    ("CZ", "Bydleli tehdy v Kvěcholužské 14, nad pekárnou.", "Kvěcholužské 14"),
    ("PL", "Pojechaliśmy na Księdza Skwierupy 103a, a tam pustka.", "Księdza Skwierupy 103a"),
    ("GR", "Ο πατέρας κοιμόταν 25ης Αυγούστου 5, σε έναν φίλο.", "25ης Αυγούστου 5"),
    ("DE", "Das Büro ist Am Quirnteich 3, hinter der Feuerwehr.", "Am Quirnteich 3"),
    ("GB", "They opened a new record, P0088124, for the baby.", "P0088124"),
    ("NL", "De beschikking BES-20-5513 was al verlopen.", "BES-20-5513"),
    ("IT", "La segnalazione SGN 118/20 è arrivata.", "SGN 118/20"),
    ("PT", "O ofício nº 1145/21 já caducou.", "1145/21"),
]
LEFT = [
    ("GB", "Section 47 means you go out, and in Year 3 they are 17 or 18."),
    ("GB", "In 2019/20 we had 12-15 of them, 24/7, room A12."),
    ("DE", "In der Klasse 3 und auf Seite 12 steht das, Covid-19 auch."),
    ("PT", "o carro de 2019, Lei 147/99, de 1 de setembro"),
]


@pytest.mark.parametrize(("region", "text", "words"), DOUBTFUL)
def test_a_house_number_behind_a_name_and_a_code_wait(region: str, text: str, words: str) -> None:
    start = text.index(words)
    places = {place for kind, span in found(region, text) for place in _places(text, span)}
    assert places >= {start + n for n, letter in enumerate(words) if letter.isalnum()}


def _places(text: str, words: str) -> range:
    start = text.index(words)
    return range(start, start + len(words))


@pytest.mark.parametrize(("region", "text"), LEFT)
def test_sections_ranges_and_laws_are_left(region: str, text: str) -> None:
    assert not [kind for kind, _ in found(region, text) if kind.startswith(("ADDRESS", "FILE"))]
