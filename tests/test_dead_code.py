"""No function, class, variable or attribute of the package is left over: something uses each."""

import re
import subprocess
import sys
from collections.abc import Iterator

from crosscase.data_package import result_tables
from crosscase.storage import table_columns
from tests.builders.projects import ROOT

# Interfaces of others, who call these by name: parsers, databases, zip files, logger plugins of Snakemake, Python,
# matplotlib.
INTERFACES = {
    *(
        "__call__",
        "__getattr__",
        "format_field",
        "handle_starttag",
        "handle_endtag",
        "handle_data",
        "create_system",
        "text_factory",
        "nlp",
    ),
    *("handle_comment", "handle_decl", "unknown_decl", "handle_pi"),
    *(
        "LogHandler",
        "lastResort",
        "raiseExceptions",
        "writes_to_stream",
        "writes_to_file",
        "has_filter",
        "has_formatter",
    ),
    *("StartDoctypeDeclHandler", "StartElementHandler", "needs_rulegraph", "dont_write_bytecode"),
    *("kwdoc", "_update_set_signature_and_docstring"),
}
# Found by a name that is put together: `_show_<event>` of the build's output, and the kinds of change of a codebook.
PUT_TOGETHER = re.compile(r"_show_\w+|(RENAMED|MOVED)\w*")


def other_texts() -> Iterator[str]:
    """What uses the package without being Python: rules and templates."""
    for pattern in ("Snakefile", "workflow/**/*.smk", "scripts/**/*.j2"):
        for path in ROOT.glob(pattern):
            yield path.read_text(encoding="utf-8")


def quoted_names() -> set[str]:
    """The names that stand in quotes in the code: keys of a mapping, types that are imported for the checker alone."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "scripts").rglob("*.py"))
    return set(re.findall(r"[\"'](\w+)(?: \| None)?[\"']", code))


def columns() -> set[str]:
    """The columns of published tables, which readers use."""
    return {name for row in result_tables.ROWS.values() for name in table_columns.names(row)}


def test_nothing_is_left_over() -> None:
    command = [sys.executable, "-m", "vulture", "scripts", "--min-confidence", "60"]
    run = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)
    assert run.stdout, run.stderr
    found = {re.findall(r"'(\w+)'", line)[0]: line for line in run.stdout.splitlines()}
    used = {*re.findall(r"\w+", "\n".join(other_texts())), *quoted_names(), *columns(), *INTERFACES}
    left = {name: line for name, line in found.items() if name not in used and not PUT_TOGETHER.fullmatch(name)}
    assert sorted(left.values()) == []
