"""Mistakes of a person in a hurry in study.yaml and in the paths that it names, and the sentence that each gets."""

import unicodedata

import pytest

from tests.builders.mistakes import (
    CODEBOOK,
    DESCRIBED,
    EXPORT,
    REGISTER,
    STUDY,
    Change,
    Mistake,
    both,
    everywhere,
    has,
    holds,
    lies_at,
    stop_unless_said,
)


def title(value: str) -> Change:
    return has(STUDY, "A small study", value)


MISTAKES = {
    # study.yaml: where it is
    "study.yml": Mistake(lies_at(STUDY, "config/study.yml"), "Rename config/study.yml to study.yaml, in the folder"),
    "hidden ending": Mistake(lies_at(STUDY, "config/study.yaml.txt"), "Rename config/study.yaml.txt to study.yaml"),
    "outside of config": Mistake(lies_at(STUDY, "study.yaml"), "Rename study.yaml to study.yaml, in the folder config"),
    # study.yaml: as YAML
    "unquoted colon": Mistake(
        title("Schule: Wege"),
        'line 2: it is not valid YAML: a value has a colon in it. Put the value in quotes: title: "Schule: Wege"',
    ),
    "tab": Mistake(has(STUDY, "  format", "\tformat"), "its indentation contains a tab. Indent with usual spaces."),
    "odd indentation": Mistake(
        has(STUDY, "    format", "   format"),
        "its indentation does not fit the lines above. Indent keys of one block alike.",
    ),
    "no space behind a colon": Mistake(
        has(STUDY, "title: ", "title:"),
        "the line before has no space behind its colon, or no colon. Write it as `key: value`.",
    ),
    "open quote": Mistake(
        title('"A small study'), "line 2: it is not valid YAML: a quote is opened and never closed. Close it,"
    ),
    "apostrophe in quotes": Mistake(
        title("'The teacher's view'"), "goes on behind its last quote. Quote all of it; use other quotes within it."
    ),
    "reserved sign": Mistake(
        title("@home"), "a value begins with a sign that YAML reserves. Quote a value that begins with one of % @"
    ),
    "dash": Mistake(title("- small"), "an item of a list stands where a value is expected. Quote a value"),
    "hash": Mistake(
        title("#1 study"),
        "title: it has no value. Title over tables and figures. Write a value; one that begins with # needs quotes.",
    ),
    "open brace": Mistake(
        has(STUDY, "- code: IE\n", "- {code: IE\n"), "a list or block in brackets is not closed. Close it with ] or }."
    ),
    "year as title": Mistake(
        title("2024"),
        "title: 2024 is not text. Title over tables and figures. YAML reads digits as a number. Quote the text.",
    ),
    "decimal comma": Mistake(
        has(STUDY, "sample:", "figures: {width_mm: 17,4}\nsample:"),
        "a comma stands before '4'. Write a decimal point for a comma.",
    ),
    "decimal comma in a line": Mistake(
        has(STUDY, "sample:", "figures:\n  width_mm: 17,4\nsample:"), "'17,4' is not a number. Width"
    ),
    "quoted number": Mistake(
        has(STUDY, "sample:", "disclosure: {k: '3'}\nsample:"),
        "a whole number, 1: all are. Write it without quotes.",
    ),
    "list for a block": Mistake(
        has(STUDY, "  role:\n", "  - role:\n"),
        "is not a block of keys. Variables of the sample table,",
    ),
    # study.yaml: keys and values
    "misspelt key": Mistake(
        has(STUDY, "register:", "regsiter:"), "the key 'regsiter' is not known. Did you mean 'register'?"
    ),
    "misspelt groups": Mistake(
        has(STUDY, "countries:", "countrys:"), "the key 'countrys' is not known. Did you mean 'countries'?"
    ),
    "missing key": Mistake(
        has(STUDY, "title: A small study\n", ""), "the key 'title' is missing. Write it. Title over tables and figures."
    ),
    "tool in capitals": Mistake(
        has(STUDY, "format: tidy", "format: MaxQDA"),
        "The tool that wrote it; auto recognises it. Did you mean 'maxqda'?",
    ),
    "tool with a dot": Mistake(has(STUDY, "format: tidy", "format: atlas.ti"), "Did you mean 'atlasti'?"),
    "columns of another format": Mistake(
        has(STUDY, "format: tidy", "format: maxqda"),
        "'columns' needs the format 'tidy'. Write `format: tidy` if it is a plain table, otherwise remove",
    ),
    "no columns": Mistake(
        has(STUDY, DESCRIBED, ""),
        "the format 'tidy' needs 'columns'. Write `columns: {document: …, code: …, text: …}`.",
    ),
    "unknown group of an export": Mistake(
        has(STUDY, "country: IE", "country: IRE"),
        "exports.ie.country: 'IRE' is not in the list `countries`. Did you mean 'IE'? Known: IE, EN.",
    ),
    "source of groups": Mistake(
        has(STUDY, "country: IE", "country_from: documentgroup"),
        "document_group, {variable: NAME}, {document: PATTERN with {group}} or {code: NAME}.",
    ),
    "misspelt domain": Mistake(
        has(STUDY, "sample:", "not_coded: [{country: IE, domain: Help, reason: x}]\nsample:"),
        "'Help' is not in the list `domains`. Did you mean 'helps'?",
    ),
    # Paths
    "misspelt export": Mistake(
        has(STUDY, "exports/ie.csv", "exports/ei.csv"),
        'exports.ie.file: the file "data/raw/exports/ei.csv" does not exist. Did you mean "data/raw/exports/ie.csv"?',
    ),
    "other ending": Mistake(has(STUDY, "exports/ie.csv", "exports/ie.xls"), 'Did you mean "data/raw/exports/ie.csv"?'),
    "other case": Mistake(has(STUDY, "exports/ie.csv", "exports/IE.CSV"), 'Did you mean "data/raw/exports/ie.csv"?'),
    "other folder": Mistake(
        has(STUDY, "data/raw/exports/ie.csv", "raw/ie.csv"), 'Did you mean "data/raw/exports/ie.csv"?'
    ),
    "backslashes": Mistake(has(STUDY, EXPORT, EXPORT.replace("/", "\\")), 'Did you mean "data/raw/exports/ie.csv"?'),
    "misspelt register": Mistake(
        has(STUDY, REGISTER, "data/raw/particpants.csv"),
        'the file does not exist. Did you mean "data/raw/participants.csv"?',
    ),
    "misspelt codebook": Mistake(
        has(STUDY, CODEBOOK, "config/codebok.csv"), 'the file does not exist. Did you mean "config/codebook.csv"?'
    ),
    "umlaut from a Mac": Mistake(
        both(
            lies_at(EXPORT, unicodedata.normalize("NFD", "data/raw/exports/süd.csv")),
            has(STUDY, "exports/ie.csv", "exports/süd.csv"),
        ),
        "A file of this name is there, but its accents are stored in another form: give it a name without them.",
    ),
    "lock file": Mistake(
        has(STUDY, REGISTER, "data/raw/~$participants.xlsx"),
        'is what a program keeps while another file is open. Write "data/raw/participants.xlsx".',
    ),
    # Those that were tried after the messages for all above had been written
    "dash without a space": Mistake(
        has(STUDY, "- code: IE", "-code: IE"),
        "line 9: it is not valid YAML: a dash has no space behind it. Write `- ` before",
    ),
    "path of Windows in quotes": Mistake(
        has(STUDY, EXPORT, '"C:\\Users\\x\\ie.csv"'),
        "a value in double quotes has a backslash. Write / for each of them,",
    ),
    "rich text": Mistake(
        holds(STUDY, b"{\\rtf1 id: x}"), "it is a text with formats (RTF). Save it as plain text, in UTF-8."
    ),
    "quoted truth": Mistake(has(STUDY, "synthetic: true", "synthetic: 'true'"), "Write true or false, without quotes."),
    "name of a group for its code": Mistake(
        has(STUDY, "country: IE", "country: Ireland"), "'Ireland' is not in the list `countries`. Did you mean 'IE'?"
    ),
    "exchanged columns": Mistake(
        has(STUDY, "document: Interview", "Interview: document"), "Write it the other way round: `document: Interview`."
    ),
    "blocks not indented": Mistake(
        both(everywhere(STUDY, "  ie:\n", "ie:\n"), everywhere(STUDY, "\n    ", "\n  ")),
        "the key 'file' is defined 2 times. Keep one of them, or indent it below the name of its block.",
    ),
    "ending of a program": Mistake(
        both(lies_at(REGISTER, f"{REGISTER} - Sheet1.csv")), 'Did you mean "data/raw/participants.csv - Sheet1.csv"?'
    ),
    "in iCloud": Mistake(
        lies_at(EXPORT, "data/raw/exports/.ie.csv.icloud"),
        "It is in iCloud and not on this computer: download it there.",
    ),
}


@pytest.mark.plain_cases(20)
@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_gets_a_sentence_that_names_the_fix(name: str) -> None:
    stop_unless_said(MISTAKES[name])
