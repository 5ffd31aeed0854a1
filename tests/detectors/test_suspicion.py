"""Which words wait for a person: German first names behind articles, and no row over the end of a sentence.

All people and places are invented, but for first names as such.
"""

import pytest

from crosscase.detectors import cues, suspicion
from crosscase.detectors.spans import Setting, Taken
from crosscase.languages.vocabulary import load

# First names that are words of a German vocabulary, too.
FIRST_NAMES = "Sabine Sophie Charlotte Erika Renate Heide Amelie Beate Ernst Andreas Thomas Matthias Tim Hansjoachim"
BEHIND_ARTICLES = (
    "Das macht meistens die {}, wenn Zeit ist.",
    "Ich war mit der {} beim Amt.",
    "Am Ende hat der {} angerufen.",
    "Wir haben den {} nicht erreicht.",
    "Ich habe es dem {} gesagt.",
    "Das war unserem {} ganz recht.",
    "Gestern sagte meine {} noch nein.",
    "Dann gehen wir zum {} nach Hause.",
)


def waiting(text: str, *languages: str) -> list[str]:
    setting = Setting((), tuple(map(load, languages)))
    return [text[span.start : span.end] for span in suspicion.find(text, setting, Taken(()), lambda _: False)]


@pytest.mark.parametrize("name", FIRST_NAMES.split())
def test_a_german_first_name_behind_an_article_waits(name: str) -> None:
    assert [waiting(text.format(name), "de") for text in BEHIND_ARTICLES] == [[name]] * len(BEHIND_ARTICLES)


def test_a_first_name_behind_an_article_waits_with_its_surname() -> None:
    assert waiting("Die Leitung hat jetzt die Beate Fromm dort.", "de") == ["Beate Fromm"]


def test_a_trade_behind_an_article_does_not_wait() -> None:
    assert waiting("Dann kam der Koch mit dem Bauer und der Richter.", "de") == []


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("y luego vino Julio a casa", "es", "Julio"),
        ("depois veio Marco a casa", "pt", "Marco"),  # Março without its accent
        ("og så kom August hjem", "no", "August"),
        ("så kom Hans hjem med hans far", "da", "Hans"),
        ("a pak přišla Šárka k nám", "cs", "Šárka"),  # a form of a country's name
        ("potem je prišla Maja domov", "sl", "Maja"),
    ],
)
def test_a_first_name_that_is_a_month_or_a_small_word_waits_where_these_are_written_small(
    text: str, language: str, name: str
) -> None:
    assert waiting(text, language) == [name]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("foi em março que veio", "pt"),
        ("det var i august vi kom", "no"),
        ("we left in June, on a Friday", "en"),
        ("ήρθαν την Παρασκευή στο σπίτι", "el"),
        ("das war im August so", "de"),
    ],
)
def test_a_month_or_a_day_does_not_wait(text: str, language: str) -> None:
    assert waiting(text, language) == []


@pytest.mark.parametrize("name", ["Weber", "Fischer", "Wolf", "Richter", "Schneider", "Krämer"])
def test_a_german_surname_with_s_and_no_article_waits(name: str) -> None:
    for text in ("Wir waren bei {}s zum Essen.", "{}s sind weggezogen.", "Mit {}s Hilfe ging es."):
        assert waiting(text.format(name), "de") == [f"{name}s"]
    assert waiting(f"Das war die Arbeit des {name}s.", "de") == []


@pytest.mark.parametrize(
    ("text", "language", "rows"),
    [
        ("We moved to Kellaborough. We like it.", "en", ["Kellaborough"]),
        ("It was in Tanpit Road. They know.", "en", ["Tanpit Road"]),
        ("Mieszkamy w Wrzosolinie. Tam jest dobrze.", "pl", ["Wrzosolinie"]),
        ("Siamo andati a Roccavenza. Con calma.", "it", ["Roccavenza"]),
        ("So J. Quillow came, and St. Elwyth too.", "en", ["Quillow", "St. Elwyth"]),
    ],
)
def test_a_row_ends_with_its_sentence(text: str, language: str, rows: list[str]) -> None:
    assert waiting(text, language) == rows


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I rang my sister. She said no.", "en"),
        ("I told the nurse. Nobody wrote back.", "en"),
        ("It went with my auntie. Money was short.", "en"),
        ("Lo dice mia zia. Nessuno sapeva.", "it"),
        ("Byłam u siostry. Ona wie.", "pl"),
        ("Je parle à ma tante. Personne ne sait.", "fr"),
        ("Vivía con mi tía. Nadie sabe.", "es"),
        ("Ik ging met mijn oom. Niemand wist het.", "nl"),
        ("Falei com a minha irmã. Ela sabe.", "pt"),
        ("Snakket med min tante. Hun vet det.", "no"),
    ],
)
def test_a_sentence_behind_a_relation_does_not_begin_with_a_name(text: str, language: str) -> None:
    assert list(cues.find(text, Setting((), (load(language),)))) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("So Dr. Price came.", "en"),
        ("So Rev. Price came.", "en"),
        ("So Prof. Price came.", "en"),
        ("Poi sig. Conti e venuto.", "it"),
        ("Poi dott. Conti e venuto.", "it"),
        ("Tak mgr. Novák řekl.", "cs"),
        ("Tak PaedDr. Novák řekl.", "cs"),
        ("Był ks. Król u nas.", "pl"),
        ("Dann kam Fr. Koch dazu.", "de"),
        ("Dann kam Prof. Koch dazu.", "de"),
        ("E a sra. Costa veio.", "pt"),
        ("Toen kwam dhr. Bakker binnen.", "nl"),
    ],
)
def test_a_name_follows_a_shortened_title(text: str, language: str) -> None:
    (found,) = cues.find(text, Setting((), (load(language),)))
    assert text[found.start : found.end] == text.split(". ")[1].split()[0]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Dann kam ANNA und TORSTEN vom SPZ, mit ADHS und der AWO.", ["ANNA", "TORSTEN"]),
        ("de", "Dann kam SABINE mit dem MARK und der AWO.", ["SABINE"]),
        ("de", "ANNA HAT NEIN GESAGT", ["ANNA"]),
        ("pl", "Wtedy ANNA powiedziała, że PCPR i ZUS nie pomogą.", ["ANNA"]),
        ("en", "Then MARY came to CAMHS and the MARK was good.", ["MARY"]),
        ("it", "Poi MARIA ha detto che la ASL non c'entra.", ["MARIA"]),
    ],
)
def test_a_first_name_in_capitals_waits_and_an_abbreviation_does_not(
    language: str, text: str, names: list[str]
) -> None:
    """Up to five capitals were taken for an abbreviation, and published."""
    assert waiting(text, language) == names
