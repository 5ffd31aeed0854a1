"""The codebook: the same in the package's table and in its description, so that no code is left out of all tables."""

import hashlib
from collections.abc import Iterator
from urllib.parse import unquote

from verifier.counting import Count
from verifier.package import METADATA, Package

_NAME = "data/codebook.csv"
_Key = tuple[str, str]  # domain, code
_Term = tuple[str, str]  # label, definition


def version(package: Package) -> str:
    """The note that says which codebook a table was made with: its codes, and the beginning of the file's digest."""
    codes = sum(row["codable"] == "True" for row in package.rows(_NAME))
    digest = hashlib.sha256(package.read(_NAME)).hexdigest()[:16]
    return package.words("codebook_version", codes=package.words.counted("code_number", codes), version=digest)


def codebook(package: Package, count: Count) -> Iterator[str]:
    """Each code is a term of its domain in the description, with the same label and definition, in the same order."""
    known = {domain["id"] for domain in package.study["domains"]}
    codes = {code["code"] for code in count.codes}
    if len(codes) != len(count.codes):
        yield f"{_NAME}: a code is listed twice"
    for number, code in enumerate(count.codes, 2):
        if code["domain"] not in known or (code["parent"] and code["parent"] not in codes):
            yield f"{_NAME}, line {number}: its domain or its parent is not in the study"
    found: dict[_Key, _Term] = {}
    for entity in package.graph:
        if entity["@type"] == "DefinedTerm" and entity["@id"].startswith("#terms/"):
            key = (unquote(entity["@id"]).split("/")[1], str(entity.get("termCode")))
            found[key] = (str(entity.get("name")), str(entity.get("description", "")))
    expected = {(code["domain"], code["code"]): (code["label"], code["definition"]) for code in count.codes}
    for key in sorted(found.keys() | expected.keys()):
        label, definition = expected.get(key, ("", ""))
        if found.get(key) != (label, definition):
            yield f"{_NAME}: the code {key[1]} of {key[0]} is not the same in {METADATA}"
