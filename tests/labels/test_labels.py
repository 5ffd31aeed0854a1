"""The words of tables, figures and pages: whole in each language, with the numbers as CLDR has them."""

import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Formatter

import pytest
import yaml
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from crosscase.labels import labels, plurals
from crosscase.messages.errors import StudyError
from crosscase.storage.schemas import State
from crosscase.study import own_labels
from tests.builders.projects import ROOT

LANGUAGES = labels.languages()
LOCALES = {language: Locale.parse({"no": "nb", "pt": "pt_PT"}.get(language, language)) for language in LANGUAGES}
ENGLISH = labels.shipped("en")
OTHERS = [language for language in LANGUAGES if language != "en"]
# Placeholders that a language may have or leave out: what is compared, and a number that its form already says.
_FREE = {"one", "many"}


def forms(text: labels.Text | Mapping[str, str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text.values())


def test_eleven_languages_ship() -> None:
    assert LANGUAGES == ["cs", "de", "el", "en", "es", "fr", "it", "nl", "no", "pl", "pt"]


# For each word of the German methods literature those that stood beside it, for the same thing or a false one.
# "Chance" is German for odds, and a „Befund“ is a result of the study, not what is to be checked.
GERMAN = {
    "Markierung": r"\bMarken?\b",
    "Summe": r"\bGesamtzahl",
    "fragil": r"\bunsicher",
    "Textstelle": r"\bPassagen?\b|\bSegment",
    "nennen": r"\bangesprochen",
    "Wahrscheinlichkeit": r"\bChancen?\b",
    "Auffälligkeit": r"\b[Zz]u prüfende Befunde\b|\bBefund\b",
    "Average Linkage": r"\bmittlerer Verknüpfung",
}


@pytest.mark.parametrize("word", GERMAN)
def test_a_thing_has_one_word_in_german(word: str) -> None:
    texts = labels.shipped("de").items()
    assert [key for key, text in texts if re.search(GERMAN[word], " ".join(forms(text)))] == []


# Words that mean odds or luck, where a probability is meant; English "chance" and Dutch "kans" mean a probability, too.
ODDS = {"cs": r"\bšanc", "de": r"\bChance", "fr": r"\bchance", "no": r"\bsjanse", "pl": r"\bszans"}


@pytest.mark.parametrize("language", ODDS)
def test_a_probability_is_not_called_odds(language: str) -> None:
    texts = labels.shipped(language).items()
    found = [key for key, text in texts if re.search(ODDS[language], " ".join(forms(text)), re.IGNORECASE)]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("table", "chart"),
    [
        ("robustness_title", "robustness_of_totals"),
        ("cooccurrence_title", "cooccurrence_of_codes"),
        ("agreement_title", "agreement_of_coders"),
    ],
)
def test_a_table_and_a_chart_of_the_same_numbers_have_one_title(language: str, table: str, chart: str) -> None:
    texts = labels.shipped(language)
    assert texts[table] == texts[chart]


@pytest.mark.parametrize("language", OTHERS)
def test_every_key_is_in_every_language_and_has_the_same_values(language: str) -> None:
    texts = labels.shipped(language)
    assert list(texts) == list(ENGLISH)
    for key, text in ENGLISH.items():
        if key in ("country", "group"):
            assert texts[key].keys() == text.keys()
            continue
        expected = own_labels.fields_of(text) - _FREE
        assert own_labels.fields_of(texts[key]) - _FREE == expected, key
        for form in forms(texts[key]):
            assert key == "thousands" or form.strip() == form, key
            assert form.count("{") == form.count("}"), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_goes_with_a_number_has_the_forms_of_the_language(language: str) -> None:
    for key, text in labels.shipped(language).items():
        if isinstance(text, Mapping) and key not in ("country", "group"):
            assert set(text) == plurals.categories(language), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_has_as_many_parts_in_every_language(language: str) -> None:
    texts = labels.shipped(language)
    lists = [key for key, text in ENGLISH.items() if labels.BETWEEN in text]
    assert len(lists) > 8
    for key in lists:
        parts = texts[key].split(labels.BETWEEN)
        assert len(parts) == len(ENGLISH[key].split(labels.BETWEEN)), key
        assert len(set(parts[1:])) == len(parts) - 1 and all(parts), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_nouns_behind_a_colon_are_texts_that_go_with_a_number(language: str) -> None:
    texts = labels.shipped(language)
    for text in texts.values():
        for form in forms(text):
            for _, _, spec, _ in Formatter().parse(form):
                assert not spec or "n" in own_labels.fields_of(texts[spec])


@given(st.sampled_from(LANGUAGES), st.integers(0, 999_999))
def test_the_form_of_a_number_is_that_of_cldr(language: str, number: int) -> None:
    assert plurals.category(language, number) == LOCALES[language].plural_form(number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_signs_in_numbers_are_those_of_cldr(language: str) -> None:
    locale, texts = LOCALES[language], labels.shipped(language)
    symbols = locale.number_symbols["latn"]
    assert texts["decimal"] == symbols["decimal"]
    assert texts["thousands"] == symbols["group"]
    pattern = locale.percent_formats[None].pattern
    assert texts["percent_sign"] == re.sub(r"#,##0", "{number}", pattern)


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_that_ships_says_that_no_native_speaker_has_checked_it(language: str) -> None:
    first = (labels.FOLDER / f"{language}.toml").read_text(encoding="utf-8").splitlines()[0]
    assert first.endswith("Not checked by a native speaker.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_filled(language: str) -> None:
    found = labels.of(language, {}, "country", "countries")
    for key, text in labels.shipped(language).items():
        if key in ("country", "group"):
            continue
        values: dict[str, object] = dict.fromkeys(own_labels.fields_of(text) - {"n", "one", "many"}, 7)
        filled = [found.counted(key, number, **values) for number in (0, 1, 2, 5, 22)]
        assert all(words and "{" not in words for words in filled), key


def test_what_is_compared_is_in_the_language_or_in_the_words_of_the_study() -> None:
    assert labels.of("de", {}, "country", "countries")("all_groups") == "alle Länder"
    assert labels.of("de", {}, "group", "groups")("all_groups") == "alle Gruppen"
    assert labels.of("de", {}, "Schule", "Schulen")("all_groups") == "alle Schulen"
    assert labels.of("en", {}, "country", "countries")("all_groups") == "all countries"


def test_numbers_and_their_nouns() -> None:
    german, polish = labels.of("de", {}, "country", "countries"), labels.of("pl", {}, "country", "countries")
    assert (german.number(9999), german.number(1234567), german.decimal(66.66)) == ("9999", "1.234.567", "66,7")
    assert (german.decimal(-0.004, 2), german.decimal(-0.006, 2)) == ("0,00", "-0,01")
    assert german.percent("25") == "25\N{NO-BREAK SPACE}%"
    assert [polish.counted("coding", number) for number in (1, 3, 5, 22, 112)] == [
        "1 kodowanie",
        "3 kodowania",
        "5 kodowań",
        "22 kodowania",
        "112 kodowań",
    ]
    assert german.counted("coding", 12_000) == "12.000 Codierungen"


def test_words_of_a_study_are_never_read_as_a_template() -> None:
    words = labels.of("en", {}, "country", "countries")("gap", title="{one} {0}", group="{x}")
    assert words == "Not coded for “{one} {0}”: {x}."


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("totl: Summe", "totl: no text has this key. Did you mean 'total'?"),
        ("total: 3", "total: it is not a text. Put it in quotes."),
        ("all_groups: '{one!z}'", "all_groups: a brace stands alone. Write {{ for a brace in the text."),
        ("all_groups: '{one.x}'", "all_groups: a brace stands alone. Write {{ for a brace in the text."),
        ("lead: '{segments:nope} {segments}'", "lead: {segments:nope} is not a number with a noun."),
        (
            "gap: 'Kein Code in {titel}'",
            "gap: it has no value {titel}. Use some of {group}, {many}, {one} and {title}.",
        ),
        ("gap: 'Kein Code in {'", "gap: a brace stands alone. Write {{ for a brace in the text."),
        ("gap: '{title!r}{0}'", "gap: a brace stands alone. Write {{ for a brace in the text."),
        (
            "lead: '{segments:nope}'",
            "lead: {segments:nope} is not a number with a noun. Write {segments}, or a noun of",
        ),
        ("gap: '{title:coding}'", "gap: {title:coding} is not a number with a noun. Write {title}, or a noun of case_"),
        ("coding: {one: Zitat}", "coding: a text with forms has other forms. Give it one and other."),
        ("total: {one: a, other: b}", "total: this text goes with no number. Give one text instead of several forms."),
        ("country: Land", "country: no text has this key. "),
        ("srqr_other: Sonstiges | Förderung", "srqr_other: this list has 3 parts, and here it has 2."),
    ],
)
def test_a_mistake_in_a_studys_own_words_is_named(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "labels.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StudyError) as error:
        own_labels.read(path, "de")
    assert f"labels.yaml, {problem}" in str(error.value).replace("labels.yaml: ", "labels.yaml, ")


KEYS = [key for key in ENGLISH if key not in ("name", "country", "group")]
PIECES = ["{", "}", "{{", "}}", "a", "{}", "{0}", "{one!z}", "{one!r}", "{n.real}", "{n[0]}", "{n:{n}}", "{one:coding}"]


@given(st.sampled_from(KEYS), st.data())
def test_a_text_that_is_accepted_can_be_filled(key: str, data: st.DataObject) -> None:
    values = sorted(own_labels.fields_of(ENGLISH[key]))
    known = [f"{{{value}{noun}}}" for value in values for noun in ("", "!s", ":coding", ":nope", ":{n}")]
    text = data.draw(st.lists(st.sampled_from([*PIECES, *known]), max_size=4).map("".join))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "labels.yaml"
        path.write_text(yaml.safe_dump({key: text}), encoding="utf-8")
        try:
            own = labels.of("en", own_labels.read(path, "en"), "country", "countries")
        except StudyError:
            return
    own.counted(key, 2, **dict.fromkeys(set(values) - {"n", "one", "many"}, 7))


def test_a_studys_own_words_take_the_place_of_those_that_ship(tmp_path: Path) -> None:
    assert own_labels.read(tmp_path / "labels.yaml", "de") == {}
    path = tmp_path / "labels.yaml"
    path.write_text("total: Summe\ncoding: {one: '{n} Zitat', other: '{n} Zitate'}\n", encoding="utf-8")
    own = labels.of("de", own_labels.read(path, "de"), "country", "countries")
    assert (own("total"), own.counted("coding", 2), own("code")) == ("Summe", "2 Zitate", "Code")


# The first argument of a call that asks for a text, and the keys in it; of a key that is put together its beginning.
ASKED = re.compile(r"""(?:\b(?:words|t|filled)|_text|\.counted|\bself)\(\s*([^,)\n]*)""")
IN_QUOTES = re.compile(r"""["'](\w+)(["'{])""")


SEVERAL_WORDS = re.compile(r"""["'](\w+_\w+)["']""")


def left_over(keys: Iterable[str], code: str) -> list[str]:
    """The keys of which the code asks for no text. One of several words means nothing else wherever it stands."""
    asked = [found for first in ASKED.findall(code) for found in IN_QUOTES.findall(first)]
    begun = tuple(word for word, end in asked if end == "{" or word.endswith("_"))
    whole = {word for word, _ in asked}.union(SEVERAL_WORDS.findall(code))
    return [key for key in keys if key not in whole and not key.startswith(begun)]


def test_no_text_is_left_over() -> None:
    """The code or a template asks for each text, or a text has it behind a colon, or it is that of a state."""
    sources = [path for kind in ("py", "j2", "js") for path in (ROOT / "scripts").rglob(f"*.{kind}")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    nouns = {spec for text in ENGLISH.values() for form in forms(text) for _, _, spec, _ in Formatter().parse(form)}
    assert left_over(ENGLISH.keys() - nouns - {*State} - {"name", "country", "group"}, code) == []


def test_a_word_in_quotes_is_no_use_of_a_text() -> None:
    code = """row["codings"]; words("total"); words("gap" if one else "proof", total=words("code")); {"diff_went": 1}
        t(f"head_{name}"); t("part_" ~ n)"""
    keys = ["codings", "part_one", "diff_went", "diff", "total", "gap", "proof", "code", "head_label", "header", "name"]
    assert left_over(keys, code) == ["codings", "diff", "header", "name"]
