"""The text of a new study's study.yaml: short, with a comment at what a person may want to change."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from crosscase.starting.found import FoundExport
from crosscase.starting.proposal import Proposal
from crosscase.starting.words_for_groups import COUNTRY
from crosscase.study.facts import Domain, ExportSettings

CODEBOOK, REGISTER = "config/codebook.csv", "data/raw/participants.xlsx"


def write(id: str, title: str, proposal: Proposal, domains: Sequence[Domain]) -> str:
    """The text of study.yaml."""
    return "\n".join(
        [
            "# The facts of the study, as `crosscase new` found them. config/README.md of crosscase describes",
            "# every key; what is left out has its default.",
            _pair("id", id),
            _pair("title", title) + "  # over tables and figures",
            "synthetic: false  # these are real interviews",
            _pair("codebook", CODEBOOK),
            _pair("register", REGISTER),
            "",
            "# What is compared, in the order of the tables. Telephone and identity numbers are those of the",
            f"# country `iso`.{_key_of(proposal.by)}",
            "countries:",
            *(f"  - {_line(_group(group.code, group.name, group.iso, group.also))}" for group in proposal.groups),
            "",
            "# The parts of the codebook, in the order of the tables: one table and one heatmap each.",
            "domains:",
            *(f"  - {_line(_domain(domain))}" for domain in domains),
            "",
            "# Columns of the register that a table of the sample counts, such as",
            "# role: {title: Role, categories: [Teacher, Parent]}",
            "sample: {}",
            "",
            "# The exports. The key names each in everything that is built.",
            "exports:",
            *(line for export in proposal.exports for line in _export(export)),
            "",
        ]
    )


def _key_of(by: str) -> str:
    return "" if by == COUNTRY else f" Each is a {by}; the key is `countries` whatever is compared."


def _export(export: FoundExport) -> list[str]:
    """The block of an export: what differs from the defaults."""
    default, settings = ExportSettings("", ""), export.settings
    keys = {
        "file": settings.file,
        "format": settings.format,
        "country": settings.group,
        "country_from": settings.group_from,
    }
    keys |= {name: getattr(settings, name) for name in ("sheet", "separator", "columns")}
    differing = {key: value for key, value in keys.items() if value != getattr(default, key, None)}
    return [f"  {_text(export.name)}:", *(f"    {_pair(key, value)}" for key, value in differing.items())]


def _group(code: str, name: str, iso: str, also: Sequence[str]) -> dict[str, Any]:
    return {"code": code, "name": name, "iso": iso, **({"also": list(also)} if also else {})}


def _domain(domain: Domain) -> dict[str, Any]:
    return {"id": domain.id, "title": domain.title, **({"also": list(domain.also)} if domain.also else {})}


def _pair(key: str, value: object) -> str:
    return f"{key}: {_line(value) if isinstance(value, Mapping) else _text(value)}"


def _line(value: Mapping[str, Any]) -> str:
    """A block of keys on one line."""
    return _dumped(value)


def _text(value: object) -> str:
    return _dumped([value])[1:-1]


def _dumped(value: object) -> str:
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, default_flow_style=True, width=10**6).strip()
