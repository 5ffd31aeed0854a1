"""A codebook of another tool becomes ours: domains, ids, and what is asked of the team."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from crosscase.codebooks import adoption, advice, codebook_formats
from crosscase.codebooks.adoption import Adopted
from crosscase.codebooks.listed import ListedCode, ListedCodebook, Source, complete
from crosscase.coding import codebook
from crosscase.storage import files
from crosscase.study.facts import Domain
from crosscase.study.slugs import Ids, slug
from tests.builders.codebook_files import code
from tests.builders.projects import ROOT
from tests.reconstruction.writers.codebooks import Code

STUDY = [Domain("barriers", "Barriers to it", ["Barrieren"]), Domain("impacts", "Impacts")]


def book(*codes: Code, tool: str = "MAXQDA") -> ListedCodebook:
    listed = (ListedCode(c.path, c.definition, c.codable, f"row {n}") for n, c in enumerate(codes, 2))
    return ListedCodebook("c", tool, *complete(listed))


def listed_rows(adopted: Adopted) -> list[tuple[object, ...]]:
    return [tuple(row[i] for i in (0, 1, 4, 5, 6)) for row in adoption.table(adopted.entries)[1]]


def test_roots_with_codes_below_become_domains_and_others_codes() -> None:
    adopted = adoption.adopt(book(code("Free time"), code("Ask > why"), code("Ask"), code("Ask > why > not")), [])
    assert listed_rows(adopted) == [
        ("ask", "why", "", 1, "yes"),
        ("ask", "not", "why", 2, "yes"),
        ("codes", "free_time", "", 1, "yes"),
    ]
    assert adopted.new == [Domain("ask", "Ask"), Domain("codes", "Codes")]
    assert yaml.safe_load(advice.domains_block(adopted.new)) == {
        "domains": [{"id": "ask", "title": "Ask"}, {"id": "codes", "title": "Codes"}]
    }


@pytest.mark.parametrize("root", ["BARRIERS  to it", "barriers", "Barrieren"])
def test_roots_that_the_study_knows_are_its_domains(root: str) -> None:
    adopted = adoption.adopt(book(code(f"{root} > Time"), code("impacts")), STUDY)
    assert (listed_rows(adopted), adopted.new) == ([("barriers", "time", "", 1, "yes")], [])


def test_the_domain_of_lonely_roots_can_be_named() -> None:
    assert listed_rows(adoption.adopt(book(code("Time")), STUDY, "Impacts")) == [("impacts", "time", "", 1, "yes")]
    assert adoption.adopt(book(code("Time")), STUDY, "own words").new == [Domain("own_words", "Own words")]


def test_all_roots_can_stay_codes() -> None:
    adopted = adoption.adopt(book(code("Impacts"), code("Impacts > Time")), STUDY, roots_are_codes=True)
    assert listed_rows(adopted) == [("codes", "impacts", "", 1, "yes"), ("codes", "time", "impacts", 2, "yes")]


def test_a_code_that_is_only_a_heading_is_not_codable() -> None:
    adopted = adoption.adopt(book(code("A > folder", codable=False), code("A > implied > x")), [])
    assert [(row[1], row[4]) for row in listed_rows(adopted)] == [("folder", "no"), ("implied", "no"), ("x", "yes")]


def test_ids_of_equal_names_differ_and_the_first_stays() -> None:
    adopted = adoption.adopt(book(code("A > x"), code("A > y > x"), code("B > x"), code("B > x!")), [])
    assert [entry.code for entry in adopted.entries] == ["x", "y", "y_x", "b_x", "x_2"]


def test_a_replaced_codebook_gives_its_ids_and_aliases(tmp_path: Path) -> None:
    path = tmp_path / "codebook.csv"
    path.write_text(
        "domain,code,label,definition,parent,order,codable,aliases\n"
        "barriers,lack,Time,,,1,yes,čas | tempo\nbarriers,money,Gone,,,2,yes,weg\n",
        encoding="utf-8",
    )
    there = codebook_formats.read(Source(str(path), domains=STUDY))
    new = book(code("Barrieren > Money"), code("Barrieren > TIME", "of it"))
    adopted = adoption.adopt(new, STUDY, replaced=there)
    assert [(e.code, e.label, e.definition, e.aliases) for e in adopted.entries] == [
        ("barriers_money", "Money", "", []),  # `money` was another code's
        ("lack", "TIME", "of it", ["čas", "tempo"]),
    ]
    assert "their aliases are no longer in the codebook: Gone." in "\n".join(advice.sentences(adopted, new, STUDY))


def test_a_replaced_codebook_gives_its_opposites_unless_the_new_one_has_some(tmp_path: Path) -> None:
    """As ids of the codebook that is written. It has the column only where a code has an opposite."""

    def of_file(name: str, *rows: str) -> ListedCodebook:
        path = tmp_path / name
        path.write_text(f"domain,code,label,parent,opposite\n{chr(10).join(rows)}\n", encoding="utf-8")
        return codebook_formats.read(Source(str(path), domains=STUDY))

    there = of_file("a.csv", "barriers,lack,Time,,plenty", "barriers,plenty,Plenty,,", "barriers,money,Money,,")
    gone = of_file("b.csv", "barriers,x,TIME,,", "barriers,y,Plenty,,", "barriers,z,Money,,")
    other = of_file("c.csv", "barriers,x,TIME,,z", "barriers,y,Plenty,,", "barriers,z,Money,,")
    kept, own = (adoption.adopt(new, STUDY, replaced=there) for new in (gone, other))
    assert {e.code: e.opposite for e in kept.entries} == {"lack": "plenty", "plenty": "lack", "money": ""}
    assert {e.code: e.opposite for e in own.entries} == {"lack": "money", "plenty": "", "money": "lack"}
    assert adoption.table(kept.entries)[0] == list(codebook.COLUMNS)
    assert adoption.table(adoption.adopt(gone, STUDY).entries)[0] == list(codebook.COLUMNS[:-1])
    assert {len(row) for row in adoption.table(adoption.adopt(gone, STUDY).entries)[1]} == {len(codebook.COLUMNS) - 1}


def test_a_code_whose_opposite_is_gone_is_told(tmp_path: Path) -> None:
    path = tmp_path / "codebook.csv"
    path.write_text("domain,code,label,parent,opposite\nbarriers,a,A,,b\nbarriers,b,B,,\n", encoding="utf-8")
    there, new = codebook_formats.read(Source(str(path), domains=STUDY)), book(code("Barrieren > A"))
    adopted = adoption.adopt(new, STUDY, replaced=there)
    assert "The opposites of these codes are no longer in the codebook: a." in advice.sentences(adopted, new, STUDY)


def test_importing_our_own_codebook_changes_nothing(tmp_path: Path) -> None:
    own = str(ROOT / "config/codebook.csv")
    read = codebook_formats.read(Source(own))
    adopted = adoption.adopt(read, [])
    path = str(tmp_path / "codebook.csv")
    files.write_csv(path, *adoption.table(adopted.entries))
    assert codebook.read(path, adopted.domains) == codebook.read(own, adopted.domains)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Shared values, commitment to collaboration", "shared_values_commitment_to_collaboration"),
        ("Čas / Łódź – Straße", "cas_lodz_strasse"),
        ("Edge‑Cloud L'école", "edge_cloud_lecole"),
        ("10:30", ""),
        ("Ελλάς", ""),
        ("a" * 70, "a" * 60),
        ("word " * 20, "_".join(["word"] * 12)),
    ],
)
def test_ids_are_plain_letters(name: str, made: str) -> None:
    assert slug(name) == made


def test_names_without_latin_letters_are_numbered() -> None:
    adopted = adoption.adopt(book(code("Εμπόδια > Χρόνος"), code("Εμπόδια > Χρήμα")), [])
    assert listed_rows(adopted) == [("domain_1", "code_1", "", 1, "yes"), ("domain_1", "code_2", "", 2, "yes")]
    assert adopted.numbered == ["domain_1", "code_1", "code_2"]


@given(st.lists(st.tuples(st.text(max_size=8), st.sampled_from(["", "a", "b"])), max_size=12))
def test_ids_are_legal_and_each_is_given_once(names: list[tuple[str, str]]) -> None:
    ids = Ids("code", ["a", "code_1"])
    made = [ids.make(name, above) for name, above in names]
    assert len({*made, "a", "code_1"}) == len(made) + 2
    assert all(re.fullmatch("[a-z0-9_]+", one) for one in made)


def sentences(codes: Sequence[Code], study: Sequence[Domain] = ()) -> str:
    listed = book(*codes)
    return "\n".join(advice.sentences(adoption.adopt(listed, study), listed, study))


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ([code("A"), code("A > x")], "1 root became domains: A. A coding with the domain itself is an error"),
        ([code("A", "of it", False), code("A > x")], "These definitions were left out: A."),
        ([code("A"), code("B")], "No code is below another in this file."),
        ([code("A > x"), code("B"), code("C")], "2 roots became codes of one domain: B and C."),
        ([code("A > x"), code("A > X")], "1 code left out, because another code has the same path: row 3 as row 2."),
        ([code("A > x > y")], "1 level is not a code in the file, only a heading"),
        ([code("A > ή")], "1 name without Latin letters: choose readable ids for code_1."),
        ([code("Barriers > x")], "Domains of config/study.yaml without a code in this file: Impacts."),
        ([code("A > x")], "check that they name no person."),
    ],
)
def test_what_the_team_has_to_decide(codes: list[Code], words: str) -> None:
    assert words in sentences(codes, STUDY)


def test_a_flat_tree_is_what_it_is() -> None:
    listed = book(code("A"), code("B"), tool="REFI-QDA")
    sentences = list(advice.sentences(adoption.adopt(listed, []), listed, []))
    assert sentences[0] == "2 roots became codes of one domain: A and B. Move them to the right domain."


def test_advice_lists_only_decisions_to_make() -> None:
    assert (
        len(sentences([code("Barriers", codable=False), code("Barriers > x"), code("Impacts > y")], STUDY).split("\n"))
        == 1
    )


def test_rows_that_may_name_somebody_are_reported() -> None:
    adopted = adoption.adopt(book(code("A > Time"), code("A > Case of Keziah Blomfield"), code("A > Anna")), STUDY)
    told = advice.names_in_doubt(adopted.entries, [])
    assert told.startswith(
        "2 codes have a word that may be somebody's name, in rows 3 and 4. The codebook is published"
    )
    assert advice.names_in_doubt(adopted.entries[:1], ["de"]) == ""
