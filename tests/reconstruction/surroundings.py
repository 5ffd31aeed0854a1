"""The invented places and organisations of the reconstruction, and its addresses and numbers.

Telephone numbers (E.164) are the example numbers of the ``phonenumbers`` library, fixed line and
mobile; for the United Kingdom they are numbers that Ofcom keeps for drama. (Its drama range for
mobiles, 07700 900xxx, holds no valid number to ``phonenumbers``.) Addresses use domains that nobody
can own (RFC 2606).
"""

import unicodedata
from dataclasses import dataclass

import phonenumbers

from tests.reconstruction import people


@dataclass(frozen=True)
class Setting:
    """Where the invented people of one country live and work."""

    places: tuple[str, str]
    organisations: tuple[str, str]
    telephones: tuple[str, str]


SETTINGS: dict[str, Setting] = {
    "CZ": Setting(
        places=("Vrbohrady", "Mírnolesí"),
        organisations=("Centrum Lípový most", "Spolek Dvorek v zahradě"),
        telephones=("+420212345678", "+420601123456"),
    ),
    "DE": Setting(
        places=("Lindenwehr", "Oberquirnau"),
        organisations=("Werkstatt Sonnenbogen", "Haus am Kiebitzweg"),
        telephones=("+4930123456", "+4915123456789"),
    ),
    "EL": Setting(
        places=("Λιθόκαμπος", "Νέα Αμυγδαλίνη"),
        organisations=("Κέντρο Γέφυρα Ελιάς", "Σύλλογος Μικρή Αυλή"),
        telephones=("+302123456789", "+306912345678"),
    ),
    "EN": Setting(
        places=("Wychhampton", "Nether Brambleford"),
        organisations=("Larkspur Family Hub", "Quillgate Trust"),
        telephones=("+442079460123", "+441214960456"),
    ),
    "IT": Setting(
        places=("Borgo Serenello", "Valdoriana"),
        organisations=("Cooperativa Girasole Blu", "Associazione Ponte di Nuvole"),
        telephones=("+390212345678", "+393123456789"),
    ),
    "NL": Setting(
        places=("Oudekwel", "Nieuw-Reigersdam"),
        organisations=("Buurthuis De Blauwe Pluim", "Stichting Samenspoor"),
        telephones=("+31101234567", "+31612345678"),
    ),
    "NO": Setting(
        places=("Storelvvåg", "Nordre Lyngsæter"),
        organisations=("Familiehuset Regnboga", "Stiftelsen Åpen Havn"),
        telephones=("+4721234567", "+4740612345"),
    ),
    "PL": Setting(
        places=("Nowodębie", "Trzcianowo Górne"),
        organisations=("Fundacja Wspólny Mostek", "Ośrodek Pod Jarzębiną"),
        telephones=("+48123456789", "+48512345678"),
    ),
    "PT": Setting(
        places=("Vila Nova do Junçal", "Ribeirosa"),
        organisations=("Casa da Ponte Azul", "Centro Comunitário Giestal"),
        telephones=("+351212345678", "+351912345678"),
    ),
}

WITHOUT_DIACRITICS = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae"})


def telephones(country: str) -> tuple[str, ...]:
    """Write a country's two invented numbers in four notations each: national first."""
    numbers = [phonenumbers.parse(number) for number in SETTINGS[country].telephones]
    notations = [_notations(number) for number in numbers]
    return tuple(text for pair in zip(*notations, strict=True) for text in pair)


def email(name: str, participant: str) -> str:
    """Invent an address: from the name where it has a Latin form, else from the participant."""
    bare = unicodedata.normalize("NFKD", name.lower().translate(WITHOUT_DIACRITICS))
    plain = bare.encode("ascii", "ignore").decode()
    if not plain.strip():
        return f"{participant.lower()}@kentro.example"
    return f"{people.first_name(plain)}.{people.surname(plain).replace(' ', '')}@example.org"


def link(participant: str) -> str:
    """Invent the address of a page of a participant's organisation."""
    country, number = participant.lower().split("-")
    return f"https://example.org/{country}/team-{number}?page=2"


def _notations(number: phonenumbers.PhoneNumber) -> tuple[str, str, str, str]:
    international = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return (
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL),
        international,
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        f"00{international.removeprefix('+')}",
    )
