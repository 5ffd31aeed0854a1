"""No function, class or attribute of the package is left over: something uses each."""

import re
import subprocess
import sys

from tests.builders.projects import ROOT

# What others call by its name: the parser of HTML, the zip and database modules, the browser's page.
CALLED_BY_OTHERS = {
    *("handle_starttag", "handle_endtag", "handle_data", "create_system", "text_factory", "dont_write_bytecode"),
    *("construct_mapping", "nlp", "row_factory", "flag_bits", "external_attr"),
}


def test_nothing_is_left_over() -> None:
    command = [sys.executable, "-m", "vulture", "scripts", "--min-confidence", "60"]
    run = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)
    found = {re.findall(r"'(\w+)'", line)[0]: line for line in run.stdout.splitlines()}
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "workflow").rglob("*.smk")]
    texts += [(ROOT / "Snakefile").read_text(encoding="utf-8")]
    texts += [path.read_text(encoding="utf-8") for path in (ROOT / "scripts").rglob("*.j2")]
    used = set(re.findall(r"\w+", "\n".join(texts))) | CALLED_BY_OTHERS
    assert [line for name, line in found.items() if name not in used] == []
