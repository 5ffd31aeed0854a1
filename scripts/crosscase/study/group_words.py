"""The words for what a study compares, in many languages: country, school, city and others, in singular and plural."""

from crosscase.storage.text_form import fold
from crosscase.study.facts import GROUP

COUNTRY = "country"
_TEXTS = {
    "country": """
        countries nation nations country_code land länder staat staaten pays país países pais paese paesi stato kraj
        kraje państwo země stát χώρα χώρες ország országok maa maat zemlja zemlje država države țară țări tara ülke
        ülkeler країна країни държава държави страна страни krajina krajiny štát lande länder landen
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
WORDS = {english: tuple(words.split()) for english, words in _TEXTS.items()}


def headings(word: str) -> list[str]:
    """The headings that may mean the column of what is compared: words for a group, a country and the same thing."""
    kinds = [english for english, words in WORDS.items() if fold(word) in (english, *map(fold, words))]
    return list(dict.fromkeys(name for kind in (GROUP, COUNTRY, *kinds) for name in (kind, *WORDS[kind])))
