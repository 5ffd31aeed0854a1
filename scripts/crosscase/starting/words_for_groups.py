"""The words for what a study compares, in many languages: country, school, city and others, in singular and plural."""

import re

from crosscase.languages.vocabulary import plain
from crosscase.messages.wording import plural_of
from crosscase.storage.text_form import fold

COUNTRY = "country"
_WORDS = {
    "country": """
        countries nation nations country_code land länder staat staaten pays país países pais paese paesi stato kraj
        kraje państwo země stát χώρα χώρες ország országok maa maat zemlja zemlje država države țară țări tara ülke
        ülkeler країна країни държава държави krajina krajiny štát lande länder landen
        """,
    "group": """
        groups gruppe gruppen groupe groupes grupo grupos gruppo gruppi groep groepen grupa grupy skupina skupiny
        ομάδα ομάδες csoport csoportok ryhmä ryhmät grup gruplar skupine grupe grupper група групи
        """,
    "school": """
        schools schule schulen école écoles escuela escuelas escola escolas scuola scuole škola školy skola skolor
        szkoła szkoły skole skoler σχολείο σχολεία iskola iskolák koulu koulut okul okullar škole šola šole școală
        școli школа школи училище училища
        """,
    "city": """
        cities town towns stadt städte ville villes ciudad ciudades cidade cidades città stad steden städer miasto
        miasta město města mesto mestá πόλη πόλεις by byer város városok kaupunki kaupungit şehir şehirler oraș orașe
        grad gradovi місто міста град градове ort orte kommune municipality gemeinde
        """,
    "region": """
        regions régions région región regiones regione regioni regio regioner województwo województwa περιοχή
        περιφέρεια regija regije regiune bölge регіон регион область régió alue bundesland bundesländer canton kanton
        """,
    "site": """
        sites standort standorte lieu lieux sitio sede sedi locatie locaties miejsce miejsca místo location locations
        lokalita helyszín paikka локация
        """,
    "wave": """
        waves welle wellen vague vagues onda ondas ola olas golf fala fale vlna vlny κύμα time round rounds bølge våg
        aalto hullám dalga хвиля вълна zeitpunkt
        """,
    "organisation": """
        organisations organization organizations organisatie organisaties organización organizaciones organizzazione
        organizacja organizace einrichtung einrichtungen institution institutions institución institución organización
        organisasjon organisaatio szervezet kurum організація организация οργανισμός
        """,
    "profession": """
        professions beruf berufe métier métiers profesión profesiones professione beroep zawód zawody profese
        επάγγελμα occupation occupations position positions role roles rolle ammatti yrke meslek професія професия
        poklic zanimanje
        """,
}
BETWEEN = "/"  # the word for one and that for many, as the user gives them
_LETTERS_OF_STEM = 4
_ENDING = 3  # letters that singular and plural of a word may differ in


def one_and_many(by: str) -> tuple[str, str, bool]:
    """The words for one and for many of what is compared, and whether the second is a guess.

    Any English word for countries is that of a study of countries. The plural of an English word is regular.
    """
    one, between, many = (part.strip() for part in by.partition(BETWEEN))
    if not between and one and plain(one) in map(plain, ("country", "countries", "nation", "nations")):
        return COUNTRY, plural_of(COUNTRY), False
    is_english = not one or canonical(one) == fold(one)
    return one, many or (plural_of(one) if one else ""), not many and not is_english


def canonical(word: str) -> str:
    """The English word for what is compared, in singular; a word that no list has is itself."""
    wanted = _form(word)
    return next((english for english in _WORDS if wanted in _forms(english)), word)


def means(heading: str, by: str) -> bool:
    """Whether a heading is the word for what is compared, in one of many languages, in singular or plural."""
    if not by or not heading.strip():
        return False
    form, english = _form(heading), canonical(by)
    return form in _forms(english) if english in _WORDS else _is_form_of(form, _form(by))


def _forms(english: str) -> set[str]:
    return {_form(word) for word in (english, *_WORDS[english].split())}


def _form(word: str) -> str:
    return plain(" ".join(re.split(r"[\W_]+", word))).strip()


def _is_form_of(one: str, other: str) -> bool:
    """Whether two words are equal but for the ending of a plural."""
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    longest = max(len(one), len(other))
    return one == other or (shared >= _LETTERS_OF_STEM and longest - shared <= _ENDING and one != "" != other)
