"""The leak gate finds what the door has replaced, however it is spelt and packed, and nothing else. Names invented."""

import base64
import gzip
import html
import io
import json
import random
import re
import sqlite3
import struct
import unicodedata
import urllib.parse
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import matplotlib.figure
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from crosscase.errors import StudyError
from crosscase.leaks import known_words
from crosscase.leaks.gate import Gate
from crosscase.leaks.search import Search
from crosscase.leaks.traces import Traces
from crosscase.leaks.watched import Watched, read
from tests.conftest import ROOT, Study

LISTED = [
    Watched("PERSON", "Jana Nováčková", ("cs",)),
    Watched("PERSON", "Nováčková", ("cs",)),
    Watched("PERSON", "Κώστας Παπαλιθάκης", ("el",)),
    Watched("PERSON", "Παπαλιθάκης", ("el",)),
    Watched("PERSON", "Hope", ("en",)),
    Watched("PERSON", "Young", (), listed=False),
    Watched("PERSON", "Thea", ("cs",)),
    Watched("PLACE", "Most", ("cs",)),
    Watched("PLACE", "Portugal", ("pt",)),
    Watched("ORGANISATION", "Centrum Rovnodenka", ("cs",)),
    Watched("CODER", "LKŘ"),
    Watched("CODER", "m.sallowfield"),
    Watched("DOCUMENT", "Rozhovor_01_Mírnolesí.docx"),
    Watched("PARTICIPANT", "CZ-07"),
    Watched("PARTICIPANT", "12"),
    Watched("PARTICIPANT", "DE-05"),
    Watched("EMAIL", "jana.nov@priklad.example"),
    Watched("LINK", "https://www.priklad.example/tym?strana=2"),
    Watched("PHONE", "+420 601 123 456"),
    Watched("IBAN", "CZ65 0800 0000 1920 0014 5399"),
]
KNOWN = frozenset({"hope", "portugal"})
TRACES = Traces(["lbecker", "root"], ["ant-eater7", "laptop"], ["/srv/interviews/study"], KNOWN)
GATE = Gate(Search(LISTED, KNOWN), TRACES)


def kinds(text: str) -> set[str]:
    return GATE.in_bytes(text.encode())


FOUND = {
    "PERSON": [
        "Nováčková",
        "NOVÁČKOVÁ",
        "Novackova",
        "Nováčkové",
        "Nováčková's",
        unicodedata.normalize("NFD", "Nováčková"),
        "No\u00advá\u200bčková",
        "Nová-\nčková",
        html.escape("Nováčková").replace("á", "&aacute;").replace("č", "&#269;"),
        urllib.parse.quote("Nováčková"),
        urllib.parse.quote(urllib.parse.quote("Nováčková")),
        json.dumps("Nováčková"),
        r"Nov\'a\v{c}kov\'a",
        "<b>Nová</b>čková",
        "jana-novackova",
        "novackova.html",
        "ΠΑΠΑΛΙΘΑΚΗΣ",
        "Παπαλιθάκη",
        "Ｎｏｖáčková",
    ],
    "PLACE": ["Most", "Mostu", "in Most, and"],
    "ORGANISATION": ["Centrum Rovnodenka", "Centra Rovnodenka", "Centrum&nbsp;Rovnodenka"],
    "CODER": ["by LKŘ.", "m.sallowfield", "M. Sallowfield"],
    "DOCUMENT": [
        "Rozhovor_01_Mírnolesí.docx",
        "rozhovor_01_mirnolesi",
        r"Rozhovor\_01\_Mírnolesí",
        "Rozhovor 01 Mírnolesí",
    ],
    "PARTICIPANT": ["CZ-07", "cz07", "CZ_07"],
    "EMAIL": ["JANA.NOV@priklad.example", "jana.nov%40priklad.example"],
    "LINK": ["priklad.example/tym?strana=2", "https://priklad.example/tym%3Fstrana%3D2"],
    "PHONE": ["+420601123456", "601 123 456", "(601) 123-456", "00420 601 123 456", "601.123.456"],
    "IBAN": ["CZ6508000000192000145399", "cz65-0800-0000-1920-0014-5399"],
    "name of a user": ["lbecker", "root@ant", "/root/x"[:0] + "~root/x"],
    "name of a machine": ["ant-eater7", "x@laptop", "ANT-EATER7.example.org"],
    "place on the machine": [
        "/home/x/y",
        "file:///Users/x/y",
        r"C:\Users\x",
        "/srv/interviews/study/a",
        r"C:\\Users\\x",
    ],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FOUND.items() for text in texts])
def test_an_identifier_is_found_in_every_spelling(kind: str, text: str) -> None:
    assert kind in kinds(f"Some words ({text}) and more.")


@pytest.mark.parametrize(
    "text",
    [
        "most of all, the mostly",
        "Hope and Portugal",  # the codebook has them
        "Young people were asked",  # replaced somewhere, but an ordinary word
        "Jana, Novák",
        "lkř Lkř",
        "Centrum. Rovnost",
        "12 of 61, P 12",
        "CZ-070 CZ 7",
        "M 1.601 123.456 L 60.112 3456",
        "0.601123456 1601123456789",
        "CZ65 0800",
        "root laptop /homes/x a/home/x https://x.example/home/page",
        "Rozhovor 02",
        "priklad.example/tym",
        "They came",
        "548f0225-de05-5533-8eec-f171986718b5",
        "[PERSON_48291305] P-0123456789",
    ],
)
def test_a_near_miss_is_not(text: str) -> None:
    assert kinds(text) == set()


def png(text: str, chunk: bytes = b"iTXt") -> bytes:
    content = {
        b"tEXt": b"Note\0" + text.encode("latin-1", "replace"),
        b"zTXt": b"Note\0\0" + zlib.compress(text.encode("latin-1", "replace")),
        b"iTXt": b"Note\0\1\0\0\0" + zlib.compress(text.encode()),
        b"eXIf": b"II*\0" + text.encode(),
    }[chunk]
    head = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0))
    return head + _chunk(chunk, content) + _chunk(b"IDAT", zlib.compress(b"\0\0")) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def zipped(content: bytes, name: str = "a/part.xml") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def parquet(text: str) -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.table({"n": [1], "words": [[{"inner": text}]]}), stream, compression="zstd")
    return stream.getvalue()


def parquet_metadata(text: str) -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.table({"n": [1]}).replace_schema_metadata({"made by": text}), stream)
    return stream.getvalue()


def pdf(text: str) -> bytes:
    stream = io.BytesIO()
    figure = matplotlib.figure.Figure()
    figure.text(0.1, 0.5, text.replace("$", "").replace("\n", " "))
    figure.savefig(stream, format="pdf")
    return stream.getvalue()


def pdf_metadata(text: str) -> bytes:
    stream, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(10, 10)
    writer.add_metadata({"/Author": text})
    writer.write(stream)
    return stream.getvalue()


def pdf_attachment(text: str) -> bytes:
    stream, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(10, 10)
    writer.add_attachment("a.txt", zlib.compress(b"")[:0] + text.encode())
    writer.write(stream)
    return stream.getvalue()


def database(text: str) -> bytes:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE t (a, b)")
        connection.execute("INSERT INTO t VALUES (?, ?)", (1, text))
        return connection.serialize()


NOISE = random.Random(7).randbytes(3000)
CONTAINERS: dict[str, Callable[[str], bytes]] = {
    "text": str.encode,
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without a mark": lambda text: f"{text} and so on".encode("utf-16-be"),
    "gzip": lambda text: gzip.compress(text.encode()),
    "name within gzip": lambda text: b"\x1f\x8b\x08\x08\0\0\0\0\0\3" + text.encode() + b"\0" + gzip.compress(b"x")[10:],
    "zip": lambda text: zipped(text.encode()),
    "xlsx in a crate": lambda text: zipped(zipped(f"<t>{html.escape(text)}</t>".encode()), "a.xlsx"),
    "name within a zip": lambda text: zipped(b"x", f"a/{text}.txt"),
    "docx with a name in two runs": lambda text: zipped(f"<w:t>{text[:9]}</w:t><w:t>{text[9:]}</w:t>".encode()),
    "parquet": parquet,
    "parquet metadata": parquet_metadata,
    "PDF": pdf,
    "PDF metadata": pdf_metadata,
    "PDF attachment": pdf_attachment,
    "PNG iTXt": png,
    "PNG eXIf": lambda text: png(text, b"eXIf"),
    "PNG tEXt": lambda text: png(text, b"tEXt"),
    "PNG zTXt": lambda text: png(text, b"zTXt"),
    "behind a PNG": lambda text: png("") + text.encode(),
    "SVG title": lambda text: f"<svg><title>{html.escape(text)}</title></svg>".encode(),
    "SVG attribute": lambda text: f'<svg><g id="{html.escape(text)}"/></svg>'.encode(),
    "SQLite": database,
    "data URI": lambda text: f'<img src="data:image/png;base64,{base64.b64encode(png(text)).decode()}">'.encode(),
    "data URI in JSON": lambda text: json.dumps(
        f"data:text/plain;base64,{base64.b64encode(text.encode()).decode()}"
    ).encode(),
    "bytes": lambda text: NOISE + b"\x0b" + text.encode() + NOISE,
    "bytes in UTF-16": lambda text: NOISE + b"\x0b" + text.encode("utf-16-le") + NOISE,
}
ONLY_LATIN_1 = ("PNG tEXt", "PNG zTXt")


@pytest.mark.parametrize("container", CONTAINERS)
def test_an_identifier_is_found_in_every_container(container: str) -> None:
    name = "Maria Sallowfield" if container in ONLY_LATIN_1 else "Jana Nováčková"
    gate = Gate(Search([Watched("PERSON", name, ("cs",))], KNOWN), TRACES)
    assert gate.in_bytes(CONTAINERS[container](name)) == {"PERSON"}
    assert gate.in_bytes(CONTAINERS[container]("Nobody at all")) == set()


NAMES = st.text("abcdefghijklmnoprstuvzáčěřšžąćęłóśżäöüßøåéñçãõαβγδεικλμνοπρστω", min_size=6, max_size=12).map(
    str.capitalize
)
AROUND = st.text(st.characters(codec="utf-8", exclude_categories=("L", "M", "N", "Pc", "C")), max_size=20)


@settings(max_examples=60)
@given(NAMES, NAMES, AROUND, AROUND, st.sampled_from(sorted(set(CONTAINERS) - {"PDF", *ONLY_LATIN_1})), st.booleans())
def test_any_listed_name_is_found_within_any_text(
    given_name: str, family: str, before: str, after: str, container: str, both: bool
) -> None:
    name = f"{given_name} {family}" if both else family
    gate = Gate(Search([Watched("PERSON", name, ("cs", "pl", "el"))], frozenset()), TRACES)
    before, after = (20 * re.sub(r"[\s\\&%<>/\"@._-]", " ", text) for text in (before, after))
    assert "PERSON" in gate.in_bytes(CONTAINERS[container](f"{before} {name} {after}"))


def test_file_names_are_searched_and_not_told(tmp_path: Path) -> None:
    (tmp_path / "tables/jana nováčková").mkdir(parents=True)
    (tmp_path / "tables/jana nováčková/a.csv").write_text("nothing")
    (tmp_path / "tables/b.csv").write_text("Paní Nováčková")
    with pytest.raises(StudyError) as stopped:
        GATE.pass_files(tmp_path)
    first, second = map(str, stopped.value.problems)
    assert f"{tmp_path}/tables/b.csv: it holds an identifier (person)" in first
    assert f"{tmp_path}/tables/, file 2 of 2 below it in the order of names: its name holds an identifier" in second
    assert "nov" not in str(stopped.value).replace(str(tmp_path), "").lower()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (zipped(b"words " * 100)[:-30], "a zip archive"),
        (b"%PDF-1.7 and nothing", "a PDF file"),
        (gzip.compress(b"words " * 100)[:-9], "a compressed file"),
        (png("")[:-20], "a PNG picture"),
        (b"SQLite format 3\0" + bytes(100), "an SQLite database"),
        (b"PAR1nothing", "a Parquet table"),
    ],
)
def test_what_cannot_be_opened_does_not_pass(tmp_path: Path, content: bytes, what: str) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(StudyError, match=f"cannot be searched for identifiers: it looks like {what}"):
        GATE.pass_files(tmp_path)


def test_the_verdict_counts_and_says_no_more(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("nobody")
    (tmp_path / "leaks").mkdir()
    (tmp_path / "leaks/verdict.txt").write_text("of an earlier build")
    assert GATE.pass_files(tmp_path) == "1 files, no identifier of 19 found\n"


def test_what_is_public_is_no_proof_but_only_as_one_word(tmp_path: Path) -> None:
    text = known_words.known_text([str(ROOT / "config/study.yaml")])
    known = known_words.known_words(text)
    assert {"portugal", "manager", "participant"} <= known
    assert "brodersen" not in known  # of a comment in the code
    search = Search([Watched("PERSON", "Portugal", ("pt",)), Watched("PERSON", "Rui Portugal", ("pt",))], known)
    assert search.kinds("in Portugal") == set()
    assert search.kinds("by Rui Portugal") == {"PERSON"}


def test_who_is_to_be_cited_is_no_secret() -> None:
    listed = [Watched("PERSON", name, ("cs",)) for name in ("Jana Nováčková", "Nováčková", "Jiří Kramařík")]
    search = Search(listed, cited="authors:\n- family-names: Nováčková\n  given-names: Jana\n")
    assert search.kinds("Jana Nováčková") == set()
    assert search.kinds("Jiří Kramařík") == {"PERSON"}


def test_what_a_person_has_kept_is_no_proof(tmp_path: Path) -> None:
    listed = tmp_path / "cz.csv"
    listed.write_text("type,words,languages\nPLACE,Most,cs\nPLACE,Lom,cs\nKEPT,Most,\n", encoding="utf-8")
    watched, kept = read([str(listed)])
    assert kept == {"Most"}
    search = Search(watched, kept=kept)
    assert (search.kinds("Most"), search.kinds("Lom")) == (set(), {"PLACE"})


def test_a_clean_build_has_a_verdict_and_no_notice(built: Study) -> None:
    verdict = built.text("results/leaks/verdict.txt")
    assert re.fullmatch(r"\d+ files, no identifier of \d{3} found\n", verdict)
    assert not (built.folder / "results/DO-NOT-HAND-ON.txt").exists()


def test_a_planted_name_stops_the_last_step_and_is_not_told(rebuilt: Study) -> None:
    """A file that no step makes, found by its being there: a name is in it and, of another person, in its own name."""
    from tests.test_workflow import rows

    one, other = (row["name"] for row in rows(rebuilt, "data/raw/participants.csv")[:2])
    (rebuilt.folder / "results/figures" / f"{other}.png").write_bytes(png("nobody"))
    (rebuilt.folder / "results/tables/notes.html").write_text(f"<p>told by {html.escape(one)}</p>", encoding="utf-8")
    run = rebuilt.snakemake()
    assert run.returncode != 0
    assert "results/tables/notes.html: it holds an identifier (person)" in run.stdout
    assert "results/figures/, file" in run.stdout
    assert set(re.findall(r"Error in rule (\w+)", run.stdout)) == {"scan_results"}
    assert not (rebuilt.folder / "results/leaks/verdict.txt").exists()
    assert (rebuilt.folder / "results/DO-NOT-HAND-ON.txt").exists()
    told = [run.stdout, rebuilt.text("logs/scan_results.log"), rebuilt.text("logs/problems.txt")]
    told += [path.read_text("utf-8") for path in (rebuilt.folder / ".snakemake/log").iterdir()]
    assert not any(name in text for name in (one, other) for text in told)
