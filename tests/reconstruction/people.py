"""The invented people of the reconstruction. No real person is meant; any likeness is chance.

Participants, third persons (interviewers and colleagues) and coders, for each country in its own
language. Names stand in base form; the first word is the first name, the rest is the surname.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Cast:
    """The invented people of one country: ``coders`` as their analysis tool names its users."""

    participants: tuple[str, ...]
    others: tuple[str, ...]
    coders: tuple[str, str]


CASTS: dict[str, Cast] = {
    "CZ": Cast(
        participants=(
            "Zdeňka Vrbolesová",
            "Bohumír Kostřálek",
            "Oldřiška Mlžinová",
            "Vojtěch Žlebořad",
            "Květoslava Drnohvězdá",
            "Ctirad Šípovlas",
            "Radmila Hvozdíčilová",
            "Přemysl Jívorád",
            "Blažena Tůňovská",
        ),
        others=("Dobromil Říčanda", "Věnceslava Olšodubská", "Svatopluk Kalinohvozd"),
        coders=("ŠVĚ", "LKŘ"),
    ),
    "DE": Cast(
        participants=(
            "Heidrun Quellbrinck",
            "Lothar Eschenröther",
            "Ümran Taşkavak",
            "Wiebke Mörsenholt",
            "Korbinian Zwirnleitner",
            "Annegret Süßenfeld",
        ),
        others=("Gundula Fährmoser", "Ottokar Brühlstätter", "Sibylle Nußwanger"),
        coders=("Kodierung A", "Kodierung B"),
    ),
    "EL": Cast(
        participants=(
            "Ευανθία Λιθοχωρίδου",
            "Θρασύβουλος Κυματόφως",
            "Ουρανία Ξυλοπετρίδου",
            "Αριστόδημος Βραχονησιάδης",
            "Πολυξένη Ασπροθαλασσίτου",
            "Νεόφυτος Μελισσόβραχος",
            "Καλλιρρόη Ανεμοκλάδη",
        ),
        others=("Στυλιανός Πευκοράχης", "Ευτέρπη Γλαυκοπούλα", "Ζαφείριος Δρυολάτης"),
        coders=("Κωδικοποιήτρια 1", "Κωδικοποιητής 2"),
    ),
    "EN": Cast(
        participants=(
            "Philippa Wrenshollow",
            "Desmond Oakthwaite",
            "Nasreen Qadrimore",
            "Tobias Fenwickshaw",
            "Marguerite Lyddenbrook",
            "Olufemi Adebanjoko",
            "Gwendolyn Thrushcroft",
        ),
        others=("Alastair Penhallick", "Bernadette Coldmarsh", "Winston Harrowgale"),
        coders=("r.tansybrook", "m.sallowfield"),
    ),
    "IT": Cast(
        participants=(
            "Ornella Sorvelligni",
            "Fulvio Montebrilla",
            "Giosuè Acquanerina",
            "Donatella Ruspincelli",
            "Ruggero Valfiorenza",
            "Niccolò Tramontagna",
            "Perla Castelrugo",
            "Desirée Bonfanucci",
            "Ubaldo Pietralunghi",
            "Mirella Quagliarossa",
        ),
        others=("Eufemia Grancastelli", "Lazzaro Pomodrini", "Isotta Belcampanì"),
        coders=("Katiuscia Verdombra", "Ezio Lampadrini"),
    ),
    "NL": Cast(
        participants=(
            "Liesbeth van Brakelhorst",
            "Joris Kwispelaar",
            "Fenna Dijksterveld",
            "Çiğdem Altınkuyu",
            "Reinier Zandstuiver",
            "Loïs Meeuwenoord",
        ),
        others=("Egbert Turfschipper", "Hadewych Wilgenrode", "Zoë Klaverdonk"),
        coders=("t.hazelaarsma", "f.koolwitjes"),
    ),
    "NO": Cast(
        participants=(
            "Ragnhild Fjellvågen",
            "Torbjørn Myrstølen",
            "Åshild Grønnlivik",
            "Sølvi Bjørkåsdal",
        ),
        others=("Eyvind Steinøygard", "Gudrun Havnståle", "Øystein Lyngmørk"),
        coders=("koder 1", "koder 2"),
    ),
    "PL": Cast(
        participants=(
            "Bożena Wierzbołęcka",
            "Zdzisław Krzemienowiak",
            "Świętosława Jarzębowiłło",
            "Mściwój Dąbrożyński",
            "Łucja Brzozokwiat",
            "Żaneta Modrzewiczka",
        ),
        others=("Bogumiła Sośnicz", "Ścibor Trzcinogaj", "Wacława Głogowieś"),
        coders=("agrochowiec", "pjemiołuch"),
    ),
    "PT": Cast(
        participants=(
            "Conceição Montalvarejo",
            "Baltazar Figueirolas",
            "Inês Serrabranda",
            "Simão Vilaquinta",
            "Graça Ribaçoureira",
            "Zulmira Outeirinhal",
        ),
        others=("Anacleto Pinhalvedro", "Leopoldina Fontoural", "Estêvão Carvalhinde"),
        coders=("LMorgadinha", "TSobreirano"),
    ),
}


def first_name(name: str) -> str:
    """Give the first name of an invented person."""
    return name.split(" ", 1)[0]


def surname(name: str) -> str:
    """Give the surname of an invented person, with its prefix if it has one."""
    return name.split(" ", 1)[1]
