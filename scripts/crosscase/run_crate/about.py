"""The description of a crate by its authors: names, date, licence, title and keywords."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Author:
    """A person, or (without a given name) an organisation."""

    name: str  # the family name of a person
    given_name: str = ""
    orcid: str = ""  # the address of the ORCID record
    affiliation: str = ""

    @property
    def full_name(self) -> str:
        """The full name, in reading order."""
        return f"{self.given_name} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class About:
    """The description of a crate by those who publish it."""

    name: str
    description: str
    published: str  # date as YYYY-MM-DD; never the clock's
    licence: str  # SPDX identifier
    authors: list[Author]
    version: str
    keywords: list[str] = field(default_factory=list)
    doi: str = ""
    url: str = ""  # of the workflow's repository


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a vocabulary."""

    code: str
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A set of terms that the crate's data use, such as a part of a codebook."""

    id: str
    name: str
    terms: list[Term]
