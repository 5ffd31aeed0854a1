"""Languages with basic support: listed names in their case forms, titles behind names, and national numbers."""

import pytest

from crosscase.anonymisation.identifiers import names_of_people
from crosscase.anonymisation.register import Person
from crosscase.detectors.name_forms import forms
from crosscase.detectors.name_search import NameSearch
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import load, plain
from tests.builders.detections import found

FORMS = {  # from the declension tables of the grammars
    ("bg", "Иван"): "Иване Иванов Иванова Иванови",
    ("bg", "Мария"): "Марийо Мариин Мариина",
    ("da", "Sofie"): "Sofies",
    ("es", "Pacheco"): "Pachecos Pachequito",
    ("fi", "Maija"): "Maijan Maijaa Maijassa Maijasta Maijaan Maijalla Maijalta Maijalle Maijana Maijaksi Maijatta",
    ("fi", "Virtanen"): "Virtasen Virtasta Virtaselle Virtasella Virtaselta Virtaseen Virtaset Virtasten Virtasia",
    ("fi", "Pekka"): "Pekan Pekkaa Pekalle Pekalta Pekasta Pekkaan",
    ("fi", "Matti"): "Matin Mattia Matille Matilta Mattiin",
    ("fi", "Heikki"): "Heikin Heikkiä Heikille Heikkiin",
    ("fi", "Lahti"): "Lahden Lahdelle Lahdelta",
    ("fi", "Mäki"): "Mäen Mäelle Mäkeä Mäkeen",
    ("fr", "Durand"): "Durands",
    ("hr", "Branka"): "Branke Branki Branku Branko Brankom Brankin Brankina",
    ("hr", "Petar"): "Petra Petru Petrom Petre Petrov Petrova",
    ("hr", "Horvat"): "Horvata Horvatu Horvatom Horvati Horvatovi",
    ("hu", "Kovács"): "Kovácsot Kovácsnak Kováccsal Kovácséknak Kovácsék Kovácsné Kovácsnénak Kovácshoz Kovácstól",
    ("hu", "Anna"): "Annát Annának Annával Annához Annától Annáról Annáék Annánál Annáért",
    ("hu", "Nagy"): "Nagynak Naggyal Nagyék Nagyéknál Nagyné",
    ("hu", "Péter"): "Pétert Péternek Péterrel Péterhez Pétertől Péterék",
    ("hu", "Lajos"): "Lajost Lajosnak Lajossal Lajosnál Lajosék",
    ("ro", "Ioana"): "Ioanei Ioano",
    ("ro", "Anca"): "Ancăi Anchii",
    ("ro", "Maria"): "Mariei",
    ("ro", "Popescu"): "Popescului Popeștii Popeștilor",
    ("sk", "Katka"): "Katky Katke Katku Katkou Katkin Katkina",
    ("sk", "Marek"): "Marka Markovi Markom Markov Markova",
    ("sk", "Nováková"): "Novákovej Novákovú Novákovou Novákove",
    ("sk", "Slovenský"): "Slovenského Slovenskému Slovenským Slovenskom Slovenskí Slovenská Slovenskej",
    ("sl", "Mojca"): "Mojce Mojci Mojco",
    ("sl", "Igor"): "Igorja Igorju Igorjem Igorjev Igorjeva",
    ("sl", "Pavel"): "Pavla Pavlu Pavlom Pavlov",
    ("sv", "Svensson"): "Svenssons Svenssonarna",
    ("tr", "Ayşe"): "Ayşenin Ayşeye Ayşeyi Ayşede Ayşeden Ayşeyle Ayşeler Ayşegil",
    ("tr", "Mehmet"): "Mehmetin Mehmete Mehmeti Mehmette Mehmetten Mehmetle Mehmetler",
    ("uk", "Олена"): "Олени Олені Олену Оленою Олено Оленин Оленина",
    ("uk", "Ольга"): "Ольги Ользі Ольгу Ольгою Ольжин",
    ("uk", "Андрій"): "Андрія Андрієві Андрію Андрієм",
    ("uk", "Шевченко"): "Шевченка Шевченку Шевченкові Шевченком Шевченки Шевченків",
    ("uk", "Ковальський"): "Ковальського Ковальському Ковальським Ковальські Ковальська Ковальської Ковальську",
    ("uk", "Коваль"): "Коваля Ковалю Ковалеві Ковалем Ковалі Ковалів",
    ("uk", "Василь"): "Василя Василеві Василем",
}


@pytest.mark.parametrize(("language", "name"), FORMS, ids=lambda value: str(value))
def test_a_listed_name_has_the_forms_of_its_grammar(language: str, name: str) -> None:
    known = forms(name, (language,))
    assert [form for form in FORMS[language, name].split() if plain(form) not in known] == []


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("fr", "Émilie Tarquinot", "l'idée d'[Émilie], qu'[Émilie Tarquinot] signe"),
        ("tr", "Ayşe Dağlıca", "[Ayşe]'nin evi, [AYŞE DAĞLICA]'ya sor"),
        ("tr", "Işıl İnceler", "[IŞIL] ile [Isil] ve [İnceler]'e"),
        ("hu", "Kovácskúti Anna", "[Kovácskúti Annának], [Anna Kovácskúti], [Annáék] meg [Kovácskúti A]."),
        ("nl", "Jeroen van 't Wold", "bij '[t Wold] en bij [Jeroen van 't Wold]"),
        ("uk", "Мар'яна Терник", "до [Мар'яни], [Мар’яно], з [Терником]; це я і моя"),
    ],
)
def test_a_person_of_the_register_is_found_as_the_language_writes_it(language: str, name: str, text: str) -> None:
    person = Person(locator="row 1", participant="P1", name=name, group="XX")
    search = NameSearch(names_of_people([person], {"XX": (language,)}))
    marked = text.replace("[", "").replace("]", "")
    for one in sorted(search.find(marked), key=lambda one: -one.start):
        marked = f"{marked[: one.start]}[{marked[one.start : one.end]}]{marked[one.end :]}"
    assert marked == text


@pytest.mark.parametrize(
    ("language", "town", "written"),
    [
        ("fr", "Saint-Ardoin", "St-Ardoin"),
        ("es", "Santa Melinda", "Sta. Melinda"),
        ("hr", "Sveti Krševar", "Sv. Krševar"),
        ("ro", "Sfântul Hortensie", "Sf. Hortensie"),
    ],
)
def test_a_saint_in_the_name_of_a_town_may_be_shortened(language: str, town: str, written: str) -> None:
    person = Person(locator="row 1", participant="P1", name="Zoltrin Vexel", group="XX", towns=(town,))
    search = NameSearch(names_of_people([person], {"XX": (language,)}))
    text = f"... {written} ..."
    assert [text[one.start : one.end] for one in search.find(text)] == [written]


def test_the_point_of_a_turkish_i_is_kept_in_lower_case() -> None:
    turkish = Vocabulary.of((load("tr"),))
    assert turkish.is_ordinary("Işık") and turkish.is_ordinary("İnsanlar")
    assert not Vocabulary.of((load("en"),)).is_ordinary("Işık")


@pytest.mark.parametrize(
    ("region", "text"),
    [
        ("TR", "dün [Zülbiyenaz] Hanım aradı"),
        ("TR", "bize [Zülbiyenaz Karamıkçı] hanım geldi"),
        ("HU", "azt mondta [Jenőffyszeghy] úr"),
        ("HU", "később [Terkaliza] néni jött"),
    ],
)
def test_a_name_stands_before_its_title(region: str, text: str) -> None:
    name = text.partition("[")[2].partition("]")[0]
    kinds = [kind for kind, words in found(region, text.replace("[", "").replace("]", "")) if name in words]
    assert kinds == ["PERSON"]


NUMBERS = [  # of no person: the examples of python-stdnum
    ("AT", "meine Sozialversicherungsnummer ist [1237 010180]"),
    ("AU", "my tax file number is [123 456 782]"),
    ("BE", "mijn rijksregisternummer is [85.07.30-033.28]"),
    ("BG", "неговото ЕГН е [7523169263]"),
    ("BR", "o meu CPF é [390.533.447-05]"),
    ("CA", "my social insurance number is [123 456 782]"),
    ("CH", "meine AHV-Nummer ist [756.9217.0769.85]"),
    ("DK", "hendes cpr-nummer er [211062-5629]"),
    ("ES", "mi DNI es [54362315K] y su NIE es [X-2482300W]"),
    ("FI", "hänen hetunsa on [131052-308T]"),
    ("FR", "son numéro de sécu est [2 95 10 99 126 111 93]"),
    ("HR", "njegov OIB je [33392005961]"),
    ("IE", "my PPS number is [6433435F]"),
    ("MX", "su CURP es [BOXW310820HNERXN09]"),
    ("RO", "CNP-ul ei este [1630615123457]"),
    ("SE", "hans personnummer är [880320-0016]"),
    ("SI", "njegov EMŠO je [0101006500006]"),
    ("SK", "jej rodné číslo je [710319/2745]"),
    ("TR", "T.C. kimlik numarası [17291716060]"),
    ("UA", "його ІПН [1759013776]"),
    ("US", "my social security number is [536-90-4399]"),
]

CHECKED = [number for number in NUMBERS if number[0] not in ("DK", "US")]  # others have a check digit


@pytest.mark.parametrize(("region", "text"), NUMBERS, ids=[region for region, _ in NUMBERS])
def test_identity_numbers_of_further_countries_are_found(region: str, text: str) -> None:
    marked = text.replace("[", "").replace("]", "")
    numbers = [part.partition("]")[0] for part in text.split("[")[1:]]
    assert [words for kind, words in found(region, marked) if kind == "ID"] == numbers


@pytest.mark.parametrize(("region", "text"), CHECKED, ids=[region for region, _ in CHECKED])
def test_a_number_with_a_wrong_digit_is_none(region: str, text: str) -> None:
    number = text.rpartition("[")[2].partition("]")[0]
    place = max(n for n, sign in enumerate(number) if sign.isdigit())
    wrong = f"{number[:place]}{(int(number[place]) + 1) % 10}{number[place + 1 :]}"
    marked = text.replace(number, wrong).replace("[", "").replace("]", "")
    assert wrong not in [words for kind, words in found(region, marked) if kind == "ID"]


@pytest.mark.parametrize(
    ("region", "text"),
    [
        ("US", "my address is Elm Street, [97201]"),
        ("CA", "our address, [K1A 0B1]"),
        ("ES", "vive en la calle Mayor, [28013]"),
        ("SE", "adressen är Storgatan, [123 45]"),
        ("AT", "Adresse: Hauptstraße 5, [1050] Wien"),
    ],
)
def test_postcodes_of_further_countries_are_found_near_a_word(region: str, text: str) -> None:
    number = text.partition("[")[2].partition("]")[0]
    assert ("POSTCODE", number) in found(region, text.replace("[", "").replace("]", ""))
