"""The register: whose a document is, and what is refused. All names are invented."""

from pathlib import Path

import pytest

from crosscase.anonymisation import register
from crosscase.anonymisation.document_names import DocumentNames
from crosscase.anonymisation.register import Register
from crosscase.messages.errors import StudyError

HEADER = "participant,name,country,role,documents,export,consent_to_quote,withdrawn\n"
CATEGORIES = {"role": ["head", "other"]}


def read_register(tmp_path: Path, rows: str) -> Register:
    path = tmp_path / "participants.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return register.read(str(path), {"cz": "CZ", "en": "EN"}, CATEGORIES)


def test_an_empty_cell_of_a_variable_means_the_category_that_the_study_names(tmp_path: Path) -> None:
    row = "P1,A Invented,CZ,,,,yes,no\n"
    with pytest.raises(StudyError, match=r"`role` is empty\. Fill .* name their category: `missing` under `sample"):
        read_register(tmp_path, row)
    path, groups = str(tmp_path / "participants.csv"), {"cz": "CZ"}
    (person,) = register.read(path, groups, CATEGORIES, missing={"role": "other"}).people
    assert person.variables == ("other",)
    with pytest.raises(StudyError, match=r"`group` is empty\. Fill it in\.$"):
        (tmp_path / "participants.csv").write_text(HEADER + "P1,A Invented,,,,,yes,no\n", encoding="utf-8")
        register.read(path, groups, CATEGORIES, missing={"role": "other"})


@pytest.mark.parametrize(
    ("headings", "yes", "no"),
    [
        ("ID,Full name,Country,Interview,May be quoted,Withdrew", "Yes", "No"),
        ("ID,Name,Land,Interview,Zitieren,Widerruf", "ja", "nein"),
        ("Teilnehmende,Vor- und Nachname,Länder,Dateien,Darf zitiert werden,Zurückgezogen", "J", "N"),
        ("Participante,Nombre,País,Entrevista,Citar,Retirada", "Sí", "no"),
        ("Participant,Nom,Pays,Entretien,Citer,Retrait", "oui", "non"),
        ("Partecipante,Nome,Paese,Intervista,Citare,Ritirato", "sì", "no"),
        ("Deelnemer,Naam,Land,Bestand,Citeren,Ingetrokken", "ja", "nee"),
        ("Deltaker,Navn,Land,Intervju,Sitere,Trukket seg", "Ja", "Nei"),
        ("Uczestnik,Imię i nazwisko,Kraj,Wywiad,Cytować,Wycofany", "TAK", "nie"),
        ("Participante,Nome,País,Entrevista,Citar,Desistiu", "sim", "não"),
        ("Účastník,Jméno,Země,Rozhovor,Citovat,Odstoupil", "ano", "ne"),
        ("Συμμετέχων,Όνομα,Χώρα,Συνέντευξη,Παράθεση,Αποχώρησε", "Ναι", "ΟΧΙ"),
    ],
)
def test_headings_and_answers_are_understood_in_each_language(tmp_path: Path, headings: str, yes: str, no: str) -> None:
    path = tmp_path / "participants.csv"
    rows = (f"P1,A Invented,CZ,Talk 1,{yes},{no}", f"P2,B Invented,EN,Talk 2,{no},{yes}")
    path.write_text("\n".join([headings, *rows]), encoding="utf-8")
    people = register.read(str(path), {"cz": "CZ", "en": "EN"}, {}, "country").people
    assert [(p.participant, p.name, p.group, p.documents) for p in people] == [
        ("P1", "A Invented", "CZ", ("Talk 1",)),
        ("P2", "B Invented", "EN", ("Talk 2",)),
    ]
    assert [(p.consent_to_quote, p.withdrawn) for p in people] == [(True, False), (False, True)]


def test_documents_are_found_by_name_export_and_stem(tmp_path: Path) -> None:
    people = read_register(
        tmp_path,
        "P1,A Invented,CZ,head,Interview 1.docx | Interview 1b,cz,yes,no\n"
        "P2,B Invented,EN,head,Interview 1.docx,en,no,no\n"
        "P3,C Invented,EN,other,,,no,yes\n",
    )

    def owner(export: str, document: str) -> str | None:
        names = DocumentNames()
        found = people.find(export, *names.in_register(document), *names.without_ending(document))
        return found.participant if found else None

    assert owner("cz", "interview 1.DOCX") == "P1"
    assert owner("cz", "Interview 1b.txt") == "P1"
    assert owner("en", "Interview 1.docx") == "P2"
    assert owner("cz", "p3.docx") == owner("en", "P3") == "P3"
    assert owner("pl", "Interview 1.docx") is None
    assert [(p.consent_to_quote, p.withdrawn) for p in people.people] == [(True, False), (False, False), (False, True)]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("P1,Secret Name,CZ,head,,,yes,no\np1,Secret Other,EN,head,x,,yes,no\n", "same participant, with another name"),
        (
            "P1,Secret Name,CZ,head,,,yes,no\np1,secret name,CZ,other,x,,yes,no\n",
            "in the same group, with other values",
        ),
        ("P1,Secret Name,CZ,head,,,yes,no\nP1,Secret Name,EN,head,,,yes,no\n", "row 2: another row has a document"),
        ("P1,Secret Name,CZ,head,d,,yes,no\nP2,Secret Other,CZ,head,D,,yes,no\n", "row 2: another row has a document"),
        ("P1,Secret Name,XX,head,,,yes,no\n", "`group` has a value that is not allowed. Allowed: CZ, EN"),
        ("P1,Secret Name,CZ,boss,,,yes,no\n", "`role` has a value that is not allowed"),
        ("P1,Secret Name,CZ,head,,,maybe,no\n", "`consent_to_quote` has a value that is not allowed"),
        (",Secret Name,CZ,head,,,yes,no\n", "`participant` is empty"),
        ("", "it contains no participant"),
    ],
)
def test_a_wrong_register_is_refused_without_naming_people(tmp_path: Path, rows: str, words: str) -> None:
    with pytest.raises(StudyError) as error:
        read_register(tmp_path, rows)
    assert words in str(error.value)
    assert "Secret" not in str(error.value)


def test_a_participant_in_two_groups_has_a_row_for_each(tmp_path: Path) -> None:
    people = read_register(
        tmp_path,
        "P1,A Invented,CZ,head,Interview 1,,yes,no\np1,A Invented,EN,other,Interview 2,,no,no\n"
        "P2,B Invented,CZ,head,Interview 3,,yes,no\nP2,B Invented,EN,head,Interview 4,,yes,yes\n",
    )
    owners = [people.find("x", f"Interview {number}") for number in (1, 2, 3, 4)]
    assert [(p.participant, p.group, p.variables) for p in owners if p] == [
        ("P1", "CZ", ("head",)), ("P1", "EN", ("other",)), ("P2", "CZ", ("head",)), ("P2", "EN", ("head",)),
    ]  # fmt: skip
    assert [(p.consent_to_quote, p.withdrawn) for p in owners if p] == [(False, False)] * 2 + [(True, True)] * 2
    assert people.withdrawn() == {"P2"}
    assert people.with_id("x", "P1") is None  # in which of the two groups?
