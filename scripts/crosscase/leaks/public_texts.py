"""Words that are public whoever took part: those of the study's configuration, and those that the pipeline writes.

ASSUME: a result reveals nothing about a participant called Hope if the codebook has a code "Hope", nor about a place
called Portugal if the study has this country. This is true of single words; a name of several words always counts.

Comments and docstrings of modules do not count, nor modules that no step uses, nor the words of readers and detectors:
no result contains them.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import plain
from crosscase.provenance import software
from crosscase.provenance.result_digests import sha256_of
from crosscase.running import code_graph
from crosscase.running.pipeline import PACKAGE

_SILENT = frozenset({"codebooks", "detectors", "languages", "leaks", "readers"})  # folders without texts in results
_FOUND = ("provenance", "rebuilds")  # folders of which results also have what the rules or another command found
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")  # parts of a name in code
_PATH = re.compile(r'"([^"\n]*/[^"\n]*)"')  # in a rule
_PARTS_OF_NODES = (ast.AST, list)
_NAMES = (ast.Name, ast.expr_context)  # most of the nodes, and without a text
PIPELINE = PACKAGE.parents[1]


def public_text(paths: Iterable[str]) -> str:
    """All public text: that of the given files of the study, and the texts that the pipeline writes."""
    return "\n".join([text_of_study(paths), text_of_pipeline()])


def text_of_study(paths: Iterable[str]) -> str:
    """The text of some files of the study."""
    files = (Path(path).read_text(encoding="utf-8-sig", errors="replace") for path in paths)
    return "\n".join(text for text in files if "\0" not in text)  # no workbook is text


@cache
def text_of_pipeline() -> str:
    """The texts that the pipeline writes. All its modules are read for them: once in a process."""
    return "\n".join(_texts_of_pipeline())


@lru_cache(maxsize=4)
def public_words(text: str) -> frozenset[str]:
    """The words of a text, in plain shape, and the parts of compound words, as in code."""
    words = set(WORD.findall(text))
    return frozenset(plain(part) for word in words for part in (word, *_PARTS.findall(word)))


def names_of_pipeline() -> list[str]:
    """The names of the pipeline's files, of those that its rules read and make, and of its libraries.

    The record of the steps has them.
    """
    code = software.files_of(PIPELINE)
    rules = (path.read_text(encoding="utf-8") for path in code if path.suffix == ".smk")
    made = (path for text in rules for path in _PATH.findall(text))
    return [*(path.relative_to(PIPELINE).as_posix() for path in code), *made, *software.libraries(PIPELINE)]


def digests_of_pipeline() -> set[str]:
    """Digests of the pipeline's own files, which a package contains: they say nothing about people."""
    return set(map(sha256_of, software.files_for_package(PIPELINE)))


def _texts_of_pipeline() -> Iterator[str]:
    scripts = sorted(PACKAGE.parent.glob("*.py"))
    found = {path for name in _FOUND for path in (PACKAGE / name).glob("*.py")}
    modules = {module for path in (*scripts, *found) for module in code_graph.modules_of(path)}
    for path in sorted(found | modules):
        if _SILENT.isdisjoint(path.relative_to(PACKAGE).parts):
            yield from _texts(path)
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in (".j2", ".css", ".js", ".toml") and _SILENT.isdisjoint(path.relative_to(PACKAGE).parts):
            yield path.read_text(encoding="utf-8")
    for path in scripts:  # the record of the steps quotes these docstrings
        yield ast.get_docstring(ast.parse(path.read_bytes())) or ""


def _texts(path: Path) -> Iterator[str]:
    """The texts in a module, and the names of its columns, without its docstrings."""
    nodes: list[object] = [ast.parse(path.read_bytes())]
    for node in nodes:  # it grows meanwhile
        if isinstance(node, list):
            nodes += node
        elif isinstance(node, ast.Constant):
            if isinstance(node.value, str):
                yield node.value
        elif isinstance(node, ast.AST) and not isinstance(node, _NAMES):
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                yield node.target.id
            if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
                nodes += [part for part in vars(node).values() if isinstance(part, _PARTS_OF_NODES)]
