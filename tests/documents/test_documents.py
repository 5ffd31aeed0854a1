"""Documents and code say the same: commands, keys, checks, rules, environments."""

import dataclasses
import inspect
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from crosscase import cli
from crosscase.codebooks import codebook_formats
from crosscase.coding import codebook, severity
from crosscase.data_package import result_tables
from crosscase.readers import export_formats
from crosscase.running import pipeline
from crosscase.storage import limits
from tests.builders.commands import make_environment
from tests.builders.projects import ROOT, Study

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONFIG_README = (ROOT / "config/README.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines()]
RULE_FILES = sorted((ROOT / "workflow/rules").glob("*.smk"))
SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))


def rules() -> dict[str, str]:
    """The text of each rule but `all`, by its name."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in RULE_FILES)
    parts = re.split(r"^rule (\w+):\n", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


@pytest.fixture(scope="module")
def home(built: Study, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder with a built clone of the project and a study beside it, as the README has it."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(built.folder, home / "crosscase")
    for folder in ("config", "data/raw"):
        shutil.copytree(ROOT / folder, home / "my-study" / folder)
    make_environment(home / "crosscase")
    for part in ("__init__.py", "conftest.py", "builders", "messages"):  # the tests that `make test` runs here
        copy = shutil.copytree if (ROOT / "tests" / part).is_dir() else shutil.copy
        (home / "crosscase/tests").mkdir(exist_ok=True)
        copy(ROOT / "tests" / part, home / "crosscase/tests" / part)
    return home


def test_the_readme_has_commands() -> None:
    assert COMMANDS[:2] == ["make", "make test"]
    assert len(COMMANDS) == len(set(COMMANDS)) >= 5
    assert len(README.splitlines()) <= 120


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_readme_works(home: Path, command: str) -> None:
    own = {"HOME": str(home), "PATH": f"{home / 'crosscase/.venv/bin'}:{os.environ['PATH']}"}
    quick = {
        "TESTS": "--numprocesses 0 tests/messages/test_visible_text.py"
    }  # for `make test`, instead of this test again
    run = subprocess.run(
        f"{command} --dry-run" if "my-study" in command else command,  # a whole build of it is in test_real_exports
        shell=True,
        cwd=home / "crosscase",
        env={**os.environ, **own, **quick},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    assert run.returncode == 0, run.stdout
    expected = {
        "make": "Nothing to be done",
        "make test": "passed",
        "snakemake --cores 4": "Nothing to be done",
        "snakemake preflight --cores 4": "To check:",
        "snakemake archive --cores 4": "archive",
        "snakemake --list-rules": "anonymise_export",
        "crosscase trace barriers/political_climate_change/PL": "political_climate_change",
        "crosscase verify results/provenance/crate.zip": "VERIFIED",
    }
    assert expected.get(command, "plot_heatmaps") in run.stdout
    if "trace" in command:
        shown = re.findall(r"```text\n(.*?)```", README, re.DOTALL)[0].splitlines()
        assert set(shown) - {"  …"} <= set(run.stdout.splitlines())


def test_the_picture_of_the_readme_is_that_of_the_study(built: Study, request: pytest.FixtureRequest) -> None:
    (name,) = re.findall(r"!\[.*?\]\((docs/.*?)\)", README)
    made = (built.folder / "results/figures" / Path(name).name).read_bytes()
    if request.config.getoption("--rewrite-expected"):
        (ROOT / name).write_bytes(made)
    assert (ROOT / name).read_bytes() == made


@pytest.mark.parametrize(
    "document",
    [
        str(path.relative_to(ROOT))
        for path in [
            *ROOT.glob("*.md"),
            *ROOT.glob("docs/*.md"),
            *ROOT.glob("*/README.md"),
            *ROOT.glob("data/raw/*.md"),
        ]
    ],
)
def test_links_and_paths_of_documents_lead_somewhere(document: str) -> None:
    path = ROOT / document
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_the_folders_of_the_readme_are_there() -> None:
    for folder in re.findall(r"^(\w[\w/]*/) ", README, re.MULTILINE):
        made = folder.startswith(("data/restricted", "data/processed", "results"))
        assert made or (ROOT / folder).is_dir(), folder


def keys_of(schema: dict[str, object]) -> Iterator[str]:
    for key in ("properties", "additionalProperties", "items"):
        inner = schema.get(key)
        if isinstance(inner, dict):
            if key == "properties":
                yield from inner
            for part in inner.values() if key == "properties" else [inner]:
                yield from keys_of(part)


def test_every_key_of_the_study_is_described() -> None:
    schema = yaml.safe_load((ROOT / "workflow/schemas/study.schema.yaml").read_text(encoding="utf-8"))
    assert sorted({key for key in keys_of(schema) if f"`{key}`" not in CONFIG_README} - {"name"}) == []


def test_every_key_of_the_bundled_study_has_a_comment() -> None:
    lines = (ROOT / "config/study.yaml").read_text(encoding="utf-8").splitlines()
    bare = [
        line for above, line in zip(["", *lines], lines, strict=False) if re.match(r"\w+:", line) and above[:1] != "#"
    ]
    assert bare == []


def modules_with(folder: str, definition: str) -> set[str]:
    """The modules of a folder of the package that hold a definition."""
    modules = (ROOT / "scripts/crosscase" / folder).glob("*.py")
    return {path.stem for path in modules if definition in path.read_text(encoding="utf-8")}


def test_every_format_column_and_check_is_described() -> None:
    schema = yaml.safe_load((ROOT / "workflow/schemas/study.schema.yaml").read_text(encoding="utf-8"))
    formats = schema["properties"]["exports"]["additionalProperties"]["properties"]["format"]["enum"]
    found = modules_with("readers", "def read(export: Export) -> Iterator[RawCoding]") - {"export_formats"}
    assert set(formats) - {export_formats.AUTO} == set(export_formats.FORMATS) == found
    for word in (*formats, *codebook.COLUMNS):
        assert f"`{word}`" in CONFIG_README, word
    for check, severe in severity.SEVERITY.items():
        assert f"| `{check}` | {severe} |" in CONFIG_README, check


def test_every_table_with_english_sentences_is_named() -> None:
    """A column `remark` is in English in every language; docs/results.md said so of no such column."""
    text = (ROOT / "docs/results.md").read_text(encoding="utf-8").partition("In English remain")[2]
    found = [f"{path.rpartition('/')[2]}.csv" for path, row in result_tables.ROWS.items() if "remark" in names_of(row)]
    assert found and [name for name in found if name not in text] == []


def names_of(row: type) -> list[str]:
    return [field.name for field in dataclasses.fields(row)]


def test_the_sizes_of_figures_of_the_documents_are_those_of_the_schema() -> None:
    text = (ROOT / "config/README.md").read_text(encoding="utf-8")
    schema = yaml.safe_load(pipeline.SCHEMA.read_text(encoding="utf-8"))["properties"]["figures"]["properties"]
    width, height = schema["width_mm"], schema["height_mm"]
    assert f"at least {width['minimum']} and {height['minimum']}, " in text
    assert f"at most {width['maximum']} and {height['maximum']}. " in text
    assert f"Defaults: {width['default']}, {height['default']}." in text


def test_the_limits_of_the_documents_are_those_of_the_code() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \| .* \| (\d+) \|$", CONFIG_README, re.MULTILINE))
    assert {name: int(number) for name, number in told.items()} == dataclasses.asdict(limits.DEFAULT)


def test_a_rule_its_script_and_its_log_have_one_name() -> None:
    assert {path.stem for path in SCRIPTS} == set(rules())
    for name, text in rules().items():
        assert f'"../../scripts/{name}.py"' in text
        assert re.search(rf'"logs/{name}(/\{{\w+\}})?\.log"', text), name
        assert re.match(r'    """[A-Z].*\."""\n', text), f"{name} has no docstring of one sentence"
        assert "run:" not in text
        assert re.search(rf'code_of\w*\(\s*"{name}"', text)


@pytest.mark.parametrize("verb", cli.verbs())
def test_every_verb_and_each_of_its_own_options_is_described(verb: str) -> None:
    documents = CONFIG_README + README
    assert f"crosscase {verb}" in documents
    module = cli.verbs()[verb]
    for option in re.findall(r'"(--\w+)"', inspect.getsource(module)):
        assert f"`{option}" in documents, option


def test_every_format_of_a_codebook_is_described() -> None:
    found = modules_with("codebooks", "def read(source: Source) -> Iterator[ListedCode]")
    assert found == set(codebook_formats.FORMATS)
    for title in codebook_formats.FORMATS.values():
        assert re.search(rf"^\| `?{title}`? \|", CONFIG_README, re.MULTILINE), title


def test_every_file_of_rules_and_every_script_says_what_it_is() -> None:
    for path in (*RULE_FILES, ROOT / "Snakefile", *(ROOT / "scripts").rglob("*.py")):
        assert path.read_text(encoding="utf-8").startswith(('"""', 'r"""')), path


def test_a_script_and_its_rule_say_the_same() -> None:
    for path in SCRIPTS:
        assert rules()[path.stem].split("\n")[0].strip() == path.read_text(encoding="utf-8").split("\n")[0]


def test_files_stay_short() -> None:
    python = [*ROOT.glob("scripts/**/*.py"), *ROOT.glob("tests/**/*.py"), *ROOT.glob("envs/*.py")]
    long = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in python}
    assert {name: lines for name, lines in long.items() if lines > 330} == {}


def test_nothing_that_is_committed_names_this_machine() -> None:
    for path in (p for p in ROOT.rglob("*") if p.suffix in (".md", ".py", ".smk", ".yaml", ".toml", ".txt", ".cff")):
        if not set(path.relative_to(ROOT).parts[:1]) & {".venv", ".snakemake", "results", "logs", ".git"}:
            assert str(ROOT) not in path.read_text(encoding="utf-8"), path


def test_the_tests_of_each_attack_are_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)`", (ROOT / "docs/anonymisation-attacks.md").read_text(encoding="utf-8"))
    assert len(named) > 15
    assert not [name for name in named if not (ROOT / name).is_file()]
