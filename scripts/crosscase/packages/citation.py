"""CITATION.cff: the authors, the licence and the date of a study, as its authors state them.

Only the fields of the Citation File Format 1.2 that a deposit needs are read; `cffconvert` and others check the rest.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from crosscase.messages.errors import Problem, StudyError, stop_on
from crosscase.run_crate.about import About, Author

_ORCID = re.compile(r"https://orcid\.org/(\d{4}-){3}\d{3}[\dX]")
_SPDX = re.compile(r"[A-Za-z0-9.+-]+")


def read(path: str | Path, name: str, description: str) -> About:
    """The citation of a study with the given name and description. Raises StudyError with every problem."""
    try:
        citation = yaml.load(Path(path).read_text(encoding="utf-8"), yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        raise StudyError(Problem(str(path), "", "it cannot be read as YAML")) from None
    if not isinstance(citation, dict):
        raise StudyError(Problem(str(path), "", "it contains no keys", "See citation-file-format.github.io."))
    stop_on(_problems(str(path), citation))
    return About(
        name=name,
        description=description,
        published=str(citation["date-released"]),
        licence=citation["license"],
        authors=[_author(author) for author in citation["authors"]],
        version=str(citation["version"]),
        keywords=[str(keyword) for keyword in citation.get("keywords", [])],
        doi=citation.get("doi", ""),
        url=citation.get("repository-code", ""),
    )


def _problems(path: str, citation: Mapping[str, Any]) -> Iterator[Problem]:
    if not _is_date(citation.get("date-released")):
        what = "the date of publication is missing or not a date"
        yield Problem(path, "date-released", what, "Write it in the form 2026-01-31.")
    licence = citation.get("license")
    if not isinstance(licence, str) or not _SPDX.fullmatch(licence):
        yield Problem(
            path, "license", "the licence is missing or not one SPDX identifier", "Write one, for example CC-BY-4.0."
        )
    if not citation.get("version"):
        yield Problem(path, "version", "the version is missing", "Write one, for example 1.0.0.")
    authors = citation.get("authors")
    if not isinstance(authors, list) or not authors:
        yield Problem(path, "authors", "the authors are missing", "List at least one.")
        return
    for number, author in enumerate(authors, 1):
        place = f"authors, entry {number}"
        if not isinstance(author, dict) or not (author.get("name") or author.get("family-names")):
            yield Problem(path, place, "the author has no name", "Write family-names and given-names, or name.")
        elif "orcid" in author and not _ORCID.fullmatch(str(author["orcid"])):
            yield Problem(
                path, place, "the ORCID is not valid", "Write it in the form https://orcid.org/0000-0000-0000-0000."
            )


def _is_date(value: object) -> bool:
    try:
        datetime.date.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _author(author: Mapping[str, str]) -> Author:
    family = " ".join(filter(None, [author.get("name-particle", ""), author.get("family-names", "")]))
    return Author(
        name=family or author["name"],
        given_name=author.get("given-names", "") if family else "",
        orcid=author.get("orcid", ""),
        affiliation=author.get("affiliation", ""),
    )
