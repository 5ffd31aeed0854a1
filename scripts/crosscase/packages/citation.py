"""CITATION.cff: the authors, the licence and the date of a study, as its authors state them.

Only the fields of the Citation File Format 1.2 that a deposit needs are read; `cffconvert` and others check the rest.
A build checks the file before its first step.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from crosscase.messages.errors import Problem, StudyError, stop_on, system_problem
from crosscase.run_crate.about import About, Author
from crosscase.storage import yaml_files
from crosscase.study import citation_texts

FILE = citation_texts.FILE
_ORCID = re.compile(r"https://orcid\.org/(\d{4}-){3}\d{3}[\dX]")
_SPDX = re.compile(r"[A-Za-z0-9.+-]+")
_OF_AUTHORS = ("name", "name-particle", "family-names", "given-names", "orcid", "affiliation")


def problems(path: str | Path) -> list[Problem]:
    """What is wrong with a citation file; nothing where there is none."""
    try:
        _read(str(path))
    except FileNotFoundError:
        return []
    except OSError as error:
        return [system_problem(error, str(path))]
    except StudyError as error:
        return error.problems
    return []


def read(path: str | Path, name: str, description: str) -> About:
    """The citation of a study with the given name and description. Raises StudyError with every problem."""
    citation = _read(str(path))
    return About(
        name=name,
        description=description,
        published=citation["date-released"],
        licence=citation["license"],
        authors=[_author(author) for author in citation["authors"]],
        version=citation["version"],
        keywords=citation.get("keywords", []),
        doi=citation.get("doi", ""),
        url=citation.get("repository-code", ""),
    )


def _read(path: str) -> dict[str, Any]:
    citation = yaml_files.read_mapping(path, only_text=True)
    stop_on(_problems(path, citation))
    return citation


def _problems(path: str, citation: Mapping[str, Any]) -> Iterator[Problem]:
    if not _is_date(citation.get("date-released")):
        what = "the date of publication is missing or not a date"
        yield Problem(path, "date-released", what, "Write it in the form 2026-01-31.")
    licence = citation.get("license")
    if not isinstance(licence, str) or not _SPDX.fullmatch(licence):
        what = "the licence is missing or not one SPDX identifier"
        yield Problem(path, "license", what, "Write one, for example CC-BY-4.0.")
    if not citation.get("version") or not isinstance(citation["version"], str):
        yield Problem(path, "version", "the version is missing", "Write one, for example 1.0.0.")
    yield from _unless_text(path, "", citation, ("doi", "repository-code"))
    keywords = citation.get("keywords", [])
    if not isinstance(keywords, list) or not all(isinstance(keyword, str) for keyword in keywords):
        yield Problem(path, "keywords", "they are not a list of words", "Write them as [one, another].")
    authors = citation.get("authors")
    if not isinstance(authors, list) or not authors:
        yield Problem(path, "authors", "the authors are missing", "List at least one.")
        return
    for number, author in enumerate(authors, 1):
        yield from _problems_of_author(path, f"authors, entry {number}", author)


def _problems_of_author(path: str, place: str, author: object) -> Iterator[Problem]:
    if not isinstance(author, dict) or not (author.get("name") or author.get("family-names")):
        yield Problem(path, place, "the author has no name", "Write family-names and given-names, or name.")
        return
    yield from _unless_text(path, f"{place}, ", author, _OF_AUTHORS)
    if isinstance(orcid := author.get("orcid", ""), str) and "orcid" in author and not _ORCID.fullmatch(orcid):
        remedy = "Write it in the form https://orcid.org/0000-0000-0000-0000."
        yield Problem(path, place, "the ORCID is not valid", remedy)


def _unless_text(path: str, before: str, block: Mapping[str, Any], keys: tuple[str, ...]) -> Iterator[Problem]:
    """A problem for each of these keys whose value is a list or a block of keys."""
    for key in keys:
        if not isinstance(block.get(key, ""), str):
            yield Problem(path, f"{before}{key}", "the value is not text", "Write one value behind the colon.")


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _author(author: Mapping[str, str]) -> Author:
    family = " ".join(filter(None, [author.get("name-particle", ""), author.get("family-names", "")]))
    return Author(
        name=family if author.get("family-names") else author["name"],
        given_name=author.get("given-names", "") if author.get("family-names") else "",
        orcid=author.get("orcid", ""),
        affiliation=author.get("affiliation", ""),
    )
