"""Codes of several exports as one codebook: what is the same, what is near, what is another code."""

from collections import Counter

import pytest

from crosscase.codebooks.listed import ListedCode, ListedCodebook
from crosscase.languages.vocabulary import plain
from crosscase.starting import aligned_codes, levels_in_names, tidy_columns
from crosscase.starting.found import FoundExport
from crosscase.study.facts import ExportSettings

ATLAS = ("Barriers > Time", "Barriers > Money", "Helps > Trust")


def export(name: str, *paths: str, definitions: dict[str, str] | None = None, used: int = 1) -> FoundExport:
    keys = [tuple(path.split(" > ")) for path in paths]
    codes = [ListedCode(k, (definitions or {}).get(k[-1], ""), None, f"code {n}") for n, k in enumerate(keys)]
    return FoundExport(name, name, ExportSettings(name, "maxqda"), "", [], codes, Counter(dict.fromkeys(keys, used)))


def aligned(*exports: FoundExport) -> list[tuple[str, str, str, list[str]]]:
    found = aligned_codes.align(exports, [])
    return [(e.domain, " > ".join(e.path), e.definition, e.aliases) for e in aligned_codes.with_aliases(found)]


FIRST: list[tuple[str, str, str, list[str]]] = [
    ("barriers", "Time", "", []),
    ("barriers", "Money", "", []),
    ("helps", "Trust", "", []),
]


@pytest.mark.parametrize(
    "paths",
    [
        ("Barriers > Time", "Helps > Trust"),  # the same paths
        ("barriers > Time", "Helps >  Trust"),  # with other spaces, in a domain in other letters
        ("Time", "Trust"),  # without their first level
    ],
)
def test_the_same_path_is_one_code(paths: tuple[str, ...]) -> None:
    assert aligned(export("a", *ATLAS), export("b", *paths)) == FIRST
    assert aligned(export("b", *paths), export("a", *ATLAS)) == FIRST


NUMBERED = ListedCodebook(
    "book.csv",
    "plain table",
    [
        ListedCode(("Barriers",), "", None, "row 2", also=("1 Barriers",)),
        ListedCode(("Barriers", "Time"), "none", None, "row 3", also=("1.1 Time", "T")),
        ListedCode(("Helps", "Trust"), "", None, "row 4", also=("2.1 Trust",)),
    ],
    [],
)


@pytest.mark.parametrize("paths", [("T", "2.1 Trust"), ("1 Barriers > 1.1 Time", "Helps > 2.1 trust"), ("Time",)])
def test_other_names_of_a_codebook_are_no_codes_of_their_own(paths: tuple[str, ...]) -> None:
    found = aligned_codes.align([export("a", *paths)], [NUMBERED])
    assert [(e.label, e.definition, e.aliases) for e in aligned_codes.with_aliases(found)] == [
        ("Time", "none", ["1.1 Time", "T"]),
        ("Trust", "", ["2.1 Trust"]),
    ]
    assert [domain.also for domain in found.adopted.domains] == [["1 Barriers"], []]


def test_another_name_below_other_codes_is_another_code() -> None:
    found = aligned_codes.align([export("a", "Weather > T")], [NUMBERED])
    assert ["Weather", "T"] in [[e.domain.capitalize(), e.label] for e in found.adopted.entries]


def test_a_root_that_is_coded_by_another_name_is_a_code() -> None:
    found = aligned_codes.align([export("a", "1 Barriers", "T")], [NUMBERED])
    assert [domain.id for domain in found.adopted.domains] == ["codes"]


@pytest.mark.parametrize("near", ["Barriers > Moneyy", "Moneey"])
def test_a_misspelt_name_is_proposed_as_an_alias_and_marked(near: str) -> None:
    exports = export("a", *ATLAS), export("b", near)
    assert aligned(*exports)[1] == ("barriers", "Money", "", [near.split(" > ")[-1]])
    ((code, (item,)),) = aligned_codes.align(exports, []).near.items()
    assert (code, item.export, item.codings) == ("money", "b", 1)
    assert item.evidence


def test_a_name_in_other_capitals_is_an_alias_and_marked() -> None:
    exports = export("a", *ATLAS), export("b", "Barriers > TIME", "barriers > time", "Helps > Trust")
    assert aligned(*exports)[0] == ("barriers", "Time", "", ["TIME", "time"])
    near = aligned_codes.align(exports, []).near["time"]
    assert [(item.path[-1], item.evidence) for item in near] == [
        ("TIME", aligned_codes.CAPITALS),
        ("time", aligned_codes.CAPITALS),
    ]


def test_a_name_in_other_capitals_that_several_codes_have_is_marked_only() -> None:
    exports = (export("a", "Barriers > Money", "Helps > Money", "Barriers > money"),)
    assert [aliases for *_, aliases in aligned(*exports)] == [[], []]
    assert list(aligned_codes.align(exports, []).near) == ["money"]


def test_a_translation_is_found_by_its_definition() -> None:
    first = export("a", *ATLAS, definitions={"Money": "What it costs."})
    second = export("b", "Barriers > Geld", "Barriers > Time", definitions={"Geld": "What it costs."})
    assert aligned(first, second)[1] == ("barriers", "Money", "What it costs.", ["Geld"])


@pytest.mark.parametrize(
    "path", ["Barriers > Grade 2", "Barriers > Staff", "Barriers > Female teachers", "Barriers > Trust", "Helps > Time"]
)
def test_other_codes_stay_apart(path: str) -> None:
    found = aligned(export("a", "Barriers > Grade 1", "Barriers > Male teachers", *ATLAS), export("b", path, *ATLAS))
    assert len(found) == 6
    assert not any(aliases for *_, aliases in found)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Joint training", "Joint trainning", True),
        ("Staff-shortage", "staff shortage", True),
        ("Timeschedule", "Time schedule", True),
        ("Colour", "Color", True),
        ("Formal support", "Informal support", False),
        ("Male teachers", "Female teachers", False),
        ("Wave 1", "Wave 2", False),
        ("Trust in the north", "Trust in the south", False),
        ("Positive view", "Negative view", False),
        ("Trust", "No trust", False),
    ],
)
def test_what_is_a_misspelling(one: str, other: str, same: bool) -> None:
    assert aligned_codes.is_spelling_of(one, other) is aligned_codes.is_spelling_of(other, one) is same


def test_a_name_that_is_another_code_after_all_gets_a_row() -> None:
    exports = export("a", *ATLAS), export("b", "Barriers > Moneyy")
    near = [item for items in aligned_codes.align(exports, []).near.values() for item in items]
    found = aligned_codes.with_aliases(aligned_codes.align(exports, [], near))
    assert [(entry.label, entry.aliases) for entry in found] == [
        ("Time", []),
        ("Money", []),
        ("Moneyy", []),
        ("Trust", []),
    ]


def test_roots_that_passages_are_coded_with_are_codes() -> None:
    found = aligned(export("a", "Barriers", *ATLAS))
    assert [(domain, path) for domain, path, *_ in found] == [
        ("codes", "Barriers"),
        ("codes", "Barriers > Time"),
        ("codes", "Barriers > Money"),
        ("codes", "Helps"),
        ("codes", "Helps > Trust"),
    ]


def test_a_code_of_one_export_alone_is_known_as_such() -> None:
    found = aligned_codes.align([export("a", *ATLAS), export("b", *ATLAS, "Helps > Hope")], [])
    assert found.alone == {"hope": "b"}


@pytest.mark.parametrize(
    ("names", "known", "separator"),
    [
        (["Barriers >> Time", "Helps >> Trust"], [("barriers", "time"), ("helps", "trust")], " >> "),
        (["Barriers.Time", "Helps.Trust"], [("barriers", "time"), ("helps", "trust")], "."),
        (["Barriers.Time", "Helps.Trust"], [], None),
        (["A::x", "A::y", "B::x", "B::y"], [], "::"),
        (["Time: lack of it", "Money", "Trust", "Hope"], [], None),
        (["Time", "Money"], [("time",)], None),
        (["Barriers.Time", "Barriers.Money", "Hope"], [("barriers", "time"), ("barriers", "money"), ("hope",)], "."),
        (["Barriers: Time", "Barriers: Money"], [("barriers: time",), ("hope",)], None),
        (["A::x", "A::y", "B::x", "B::y", "C"], [("c",)], None),
    ],
)
def test_levels_in_names(names: list[str], known: list[tuple[str, ...]], separator: str | None) -> None:
    assert levels_in_names.guess([(name,) for name in names], known) == separator


@pytest.mark.parametrize(
    ("headings", "by", "columns"),
    [
        (["Interview", "Kode", "Textstelle", "Land"], "country",
         {"document": "Interview", "code": "Kode", "text": "Textstelle", "document_group": "Land"}),
        (["DOC", " code ", "Schule"], "school", {"document": "DOC", "code": " code ", "document_group": "Schule"}),
        (["Document", "Weight"], "", {}),
        (["Belge", "Okul", "Kod", "Alıntı"], "okul",
         {"document": "Belge", "code": "Kod", "text": "Alıntı", "document_group": "Okul"}),
        (["Документ", "Школа", "Код", "Цитата"], "школа",
         {"document": "Документ", "code": "Код", "text": "Цитата", "document_group": "Школа"}),
        (["Documento", "Pais", "Codigo", "Fragmento"], "país",
         {"document": "Documento", "code": "Codigo", "text": "Fragmento", "document_group": "Pais"}),
        (["Dokument", "Kod", "Cytat"], "", {"document": "Dokument", "code": "Kod", "text": "Cytat"}),
        (["Code", "Text"], "", {}),
    ],
)  # fmt: skip
def test_columns_of_a_plain_table(headings: list[str], by: str, columns: dict[str, str]) -> None:
    assert tidy_columns.guess(headings, by) == columns


@pytest.mark.parametrize(
    ("code", "coder"),
    [
        ("Code", "Coder"), ("Code", "Kodierer"), ("Code", "Codierer"), ("Codice", "Codificatore"),
        ("Código", "Codificador"), ("Kód", "Kodér"), ("Kód", "Kóder"), ("Kode", "Koder"), ("Kode", "Codeur"),
        ("Kod", "Koder"), ("Kod", "Kodujący"), ("Koodi", "Koodaaja"), ("Κωδικός", "Κωδικοποιητής"), ("Kod", "Kodare"),
        ("Cod", "Codificator"), ("Code", "Codeerder"), ("Koda", "Kodirec"), ("Kood", "Kodeerija"), ("Kods", "Kodētājs"),
        ("Kodas", "Koduotojas"), ("Kód", "Kódoló"), ("Kod", "Kodlayan"), ("Код", "Кодувальник"), ("Kategori", "Koder"),
        ("Šifra", "Koder"), ("Code", "Encodeur"), ("Код", "Кодировал"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("coder_comes_first", [False, True])
def test_who_coded_is_no_code_in_any_language(code: str, coder: str, coder_comes_first: bool) -> None:
    headings = ["Document", *([coder, code] if coder_comes_first else [code, coder]), "Text"]
    assert tidy_columns.guess(headings, "") == {"document": "Document", "code": code, "coder": coder, "text": "Text"}


def test_a_heading_that_means_codes_or_who_coded_is_read_by_its_values() -> None:
    headings = ["Dokument", "Koder", "Tekst"]
    codes = [["D1", "Tillid", "Vi har altid haft tid nok."], ["D2", "Anna", "Det er hende, der kommer."]]
    assert tidy_columns.guess(headings, "", codes)["code"] == "Koder"
    people = [["D1", "KM", "Mamy na to zawsze czas."], ["D2", "Anna", "To ona przychodzi do nas."]]
    assert tidy_columns.guess(headings, "", people) == {}


ROWS = [
    ["D1", "Trust", "4", "We work together every week.", "x"],
    ["D2", "Time", "7", "Nobody came to the meeting.", "x"],
]


def test_the_longest_free_text_is_the_text_where_no_heading_says_so() -> None:
    headings = ["Document", "Code", "Weight", "What they said", "Note"]
    assert tidy_columns.guess(headings, "", ROWS)["text"] == "What they said"
    assert "text" not in tidy_columns.guess(headings[:3], "", [row[:3] for row in ROWS])
    same = [[*row[:3], "The same note in each row.", "x"] for row in ROWS]
    assert "text" not in tidy_columns.guess(headings, "", same)


@pytest.mark.parametrize("role", ["document", "code", "text"])
def test_no_word_is_a_heading_of_two_roles(role: str) -> None:
    headings = tidy_columns._HEADINGS
    others = {plain(name) for other, names in headings.items() if other != role for name in names}
    assert not others & set(map(plain, headings[role]))
