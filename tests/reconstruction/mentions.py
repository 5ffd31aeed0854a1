"""Sentences that mention somebody or something that must not be published, in nine languages.

What is mentioned stands in its base form: how names inflect is not played here.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mentions:
    """One sentence for each kind of identifier; ``{}`` is the identifier's place."""

    name: str
    first_name: str
    surname: str
    person: str
    place: str
    organisation: str
    email: str
    telephone: str
    link: str

    def sentence(self, kind: str, value: str) -> str:
        """Word a mention of one kind; raise AttributeError for an unknown kind."""
        template: str = getattr(self, kind)
        return template.format(value)


MENTIONS: dict[str, Mentions] = {
    "CZ": Mentions(
        name="Jmenuji se {}.",
        first_name="Křestní jméno v seznamu je {}.",
        surname="V adresáři stojí příjmení {}.",
        person="U stolu je ještě {} a mlčí.",
        place="Místo setkání: {}.",
        organisation="Název pracoviště zní {}.",
        email="Můj e-mail je {}.",
        telephone="Volejte prosím na číslo {}, nejlépe ráno.",
        link="Stránka {} je v příloze.",
    ),
    "DE": Mentions(
        name="Mein Name ist {}.",
        first_name="Der Vorname auf der Liste lautet {}.",
        surname="Im Verzeichnis steht der Nachname {}.",
        person="Am Tisch sitzt noch {} und schweigt.",
        place="Ort des Treffens: {}.",
        organisation="Die Einrichtung heißt {}.",
        email="Meine E-Mail-Adresse ist {}.",
        telephone="Rufen Sie bitte {} an, am besten morgens.",
        link="Die Seite {} liegt im Anhang.",
    ),
    "EL": Mentions(
        name="Το όνομά μου είναι {}.",
        first_name="Το μικρό όνομα στον κατάλογο είναι {}.",
        surname="Στο ευρετήριο γράφει το επώνυμο {}.",
        person="Στο τραπέζι, χωρίς να μιλά: {}.",
        place="Τόπος συνάντησης: {}.",
        organisation="Όνομα του φορέα: {}.",
        email="Η ηλεκτρονική μου διεύθυνση είναι {}.",
        telephone="Το τηλέφωνό μου είναι {}, καλύτερα το πρωί.",
        link="Η σελίδα {} βρίσκεται στο παράρτημα.",
    ),
    "EN": Mentions(
        name="My name is {}.",
        first_name="The first name on the list is {}.",
        surname="The directory has the surname {}.",
        person="At the table sits {}, saying nothing.",
        place="Place of the meeting: {}.",
        organisation="The service is called {}.",
        email="My address is {}.",
        telephone="Please ring {}, best in the morning.",
        link="The page {} is in the annex.",
    ),
    "IT": Mentions(
        name="Mi chiamo {}.",
        first_name="Il nome sulla lista è {}.",
        surname="Nell'elenco c'è il cognome {}.",
        person="Al tavolo siede anche {} 🙂, in silenzio.",
        place="Luogo dell'incontro: {}.",
        organisation="Il servizio si chiama {}.",
        email="Il mio indirizzo è {}.",
        telephone="Chiami il {}, meglio la mattina 📞.",
        link="La pagina {} è nell'allegato.",
    ),
    "NL": Mentions(
        name="Mijn naam is {}.",
        first_name="De voornaam op de lijst is {}.",
        surname="In de gids staat de achternaam {}.",
        person="Aan tafel zit ook {}, zonder iets te zeggen.",
        place="Plaats van het gesprek: {}.",
        organisation="De organisatie heet {}.",
        email="Mijn e-mailadres is {}.",
        telephone="Belt u gerust {}, liefst 's ochtends.",
        link="De pagina {} staat in de bijlage.",
    ),
    "NO": Mentions(
        name="Jeg heter {}.",
        first_name="Fornavnet på listen er {}.",
        surname="I katalogen står etternavnet {}.",
        person="Ved bordet sitter også {} uten å si noe.",
        place="Møtested: {}.",
        organisation="Tjenesten heter {}.",
        email="E-postadressen min er {}.",
        telephone="Ring gjerne {}, helst om morgenen.",
        link="Siden {} ligger i vedlegget.",
    ),
    "PL": Mentions(
        name="Nazywam się {}.",
        first_name="Imię na liście to {}.",
        surname="W spisie widnieje nazwisko {}.",
        person="Przy stole siedzi jeszcze {} i milczy.",
        place="Miejsce spotkania: {}.",
        organisation="Placówka nosi nazwę {}.",
        email="Mój adres to {}.",
        telephone="Proszę dzwonić pod numer {}, najlepiej rano.",
        link="Strona {} jest w załączniku.",
    ),
    "PT": Mentions(
        name="O meu nome é {}.",
        first_name="O nome próprio na lista é {}.",
        surname="No diretório consta o apelido {}.",
        person="À mesa está também {}, em silêncio.",
        place="Local do encontro: {}.",
        organisation="O serviço chama-se {}.",
        email="O meu endereço é {}.",
        telephone="Ligue para {}, de preferência de manhã.",
        link="A página {} está em anexo.",
    ),
}
