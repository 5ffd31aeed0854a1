"""The numbers of laws, which are public, in nine languages. The laws exist or are invented; all else is invented."""

import pytest

from crosscase.detectors import laws
from crosscase.detectors.spans import Setting
from crosscase.languages.official import official_languages
from crosscase.languages.vocabulary import load
from tests.builders.detections import found
from tests.evaluation import sentences
from tests.evaluation.finder import redactor

LAWS = [
    ("CZ", "Podle zákona č. 418/2011 Sb. to tak je."),
    ("CZ", "Je to zákon č. 418/2011 Sb., o trestní odpovědnosti."),
    ("CZ", "Nařízení vlády č. 75/2005 Sb. to říká."),
    ("CZ", "§ 8 odst. 2 písm. b) zákona č. 108/2006 Sb. to říká."),
    ("DE", "Nach § 8 Abs. 2 SGB VIII geht das."),
    ("DE", "Das steht in § 27 SGB 8 und in § 36 KJHG."),
    ("DE", "Die Verordnung (EU) 2016/679 gilt auch hier."),
    ("DE", "BGBl. I S. 1163 ist die Fundstelle."),
    ("GB", "Law 4368/2016 lets them in."),
    ("GB", "Under Regulation (EU) 2016/679 we may not."),
    ("GB", "Directive 2004/38/EC covers that."),
    ("PL", "ustawa z dnia 12 marca 2004 r. (Dz.U. 2004 nr 64 poz. 593)"),
    ("PL", "Rozporządzenie nr 883/2004 to reguluje."),
    ("NO", "Lov 12/2010 sier det klart."),
    ("NO", "LOV-1992-07-17-100 heter den."),
    ("NO", "Det står i lov 17. juli 1992 nr. 100 om barneverntjenester."),
    ("IT", "L'art. 13 del d.lgs. 65/2017 lo dice."),
    ("IT", "legge n. 184 del 1983 sulle adozioni"),
    ("IT", "Il D.P.R. 394/1999 dice così."),
    ("PT", "A Lei n.º 54/2018 mudou tudo."),
    ("PT", "o artigo 5.º da Lei n.º 37/2006 permite"),
    ("NL", "Dat is Stb. 2014, 105, de wet."),
    ("NL", "De verordening (EU) 2016/679 geldt hier ook."),
    ("GR", "Ο νόμος 4368/2016 το επιτρέπει."),
    ("GR", "το Π.Δ. 79/2017 το λέει"),
    ("GR", "σύμφωνα με το ΦΕΚ 109/Α/2017"),
]


@pytest.mark.parametrize(("region", "text"), LAWS)
def test_the_number_of_a_law_waits_for_nothing(region: str, text: str) -> None:
    assert found(region, text) == []


@pytest.mark.parametrize(
    ("region", "text", "identifying"),
    [
        ("CZ", "Podle zákona č. 418/2011 Sb. bydlíme v Lipové 14.", "Lipové 14"),
        ("DE", "Nach § 8 Abs. 2 wohnen wir Krähbach 7.", "Krähbach 7"),
        ("DE", "Nach § 8 wohnen wir in der Lindenstraße 4.", "Lindenstraße 4"),
        ("DE", "Der Bescheid 4471/2019 kam nach § 8.", "4471/2019"),
        ("GB", "By law, number 14 in Oak Road is ours.", "14 in Oak Road"),
        ("GB", "By law number 14 Oak Road is ours.", "14 Oak Road"),
        ("IT", "Secondo la legge 328/2000 il fascicolo 4471/19 è chiuso.", "4471/19"),
        ("IT", "Il decreto n. 4471/2019 ci riguarda.", "4471/2019"),
        ("NL", "Het besluit nr. 441/2014 ging over ons.", "441/2014"),
        ("PL", "Zgodnie z ustawą nr 5 mieszkamy przy Lipowej 14.", "Lipowej 14"),
        ("PT", "A Lei n.º 54/2018 e o processo 4471/19.", "4471/19"),
        ("GR", "Με τον ν. 4368/2016 μένουμε Λιβάδι αρ. 14.", "Λιβάδι αρ. 14"),
        ("PT", "Segundo a lei, 4/12/1985 é a data em que nasci.", "4/12/1985"),
        ("GB", "Simon 4471/2019 is what it says.", "4471/2019"),
        ("PT", "O Leite 4471/2019 ficou na ficha.", "4471/2019"),
        ("NO", "Lovise 4471/2019 stod det.", "4471/2019"),
        ("NO", "Lov 12/2010 gjelder, og vi bor Gjerde 14.", "Gjerde 14"),
    ],
)
def test_what_stands_beside_a_law_does(region: str, text: str, identifying: str) -> None:
    assert any(identifying in words for _, words in found(region, text)), found(region, text)


def test_the_figures_of_a_law_are_hidden_from_detectors_at_their_places() -> None:
    setting = Setting(("DE",), (load(official_languages("DE")[0]),))
    text = "Krähbach 7, nach § 8 Abs. 2 SGB VIII, 4471/19"
    read = laws.without_figures(text, laws.places(text, setting))
    assert read == "Krähbach 7, nach § ¬ Abs. ¬ SGB ¬¬¬¬, 4471/19"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("no", "Etter § 12 Torhild sa ingenting.", "Torhild"),
        ("de", "Nach § 12 TORHILD war Schluss.", "TORHILD"),
        ("it", "Per l'articolo 13 Fiorella ha detto di no.", "Fiorella"),
        ("pl", "Na podstawie art. 15 Bożydara płakała.", "Bożydara"),
        ("pt", "Pelo artigo 5 Deolinda chorou.", "Deolinda"),
        ("en", "We read article 8 Quillow and I.", "Quillow"),
    ],
)
def test_a_name_in_no_list_behind_an_article_waits(language: str, text: str, name: str) -> None:
    """It was taken for the short name of a law, and published."""
    ours, setting = redactor(sentences.read(sentences.FOLDER / f"{language}.txt"))
    assert name in " ".join(text[span.start : span.end] for span in ours.find(text, setting))
