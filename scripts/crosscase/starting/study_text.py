"""The text of a new study's study.yaml: short, with a comment at what a person may want to change."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from crosscase.labels import labels
from crosscase.starting.found import FoundExport
from crosscase.starting.proposal import Proposal, key_of_groups
from crosscase.starting.words_for_groups import COUNTRY, canonical
from crosscase.study.facts import Compare, Domain, ExportSettings, Group

CODEBOOK, REGISTER = "config/codebook.csv", "data/raw/participants.xlsx"

_EXAMPLE = "de"  # of a language
_GUESS = "a guess: if it is wrong, correct it here and in the register"


def language_of_all(exports: Sequence[FoundExport]) -> str:
    """The language of all exports, as far as their passages tell, if results can be in it; else empty."""
    found = {export.language for export in exports if export.language}
    return next((language for language in found if len(found) == 1 and language in labels.languages()), "")


def write(id: str, title: str, proposal: Proposal, compare: Compare, domains: Sequence[Domain]) -> str:
    """The text of study.yaml."""
    return "\n".join(
        [
            "# The facts of the study, as `crosscase new` found them. config/README.md of crosscase describes",
            "# every key; what is left out has its default.",
            _pair("id", id),
            _pair("title", title) + "  # over tables and figures",
            f"# {_pair('output_language', language_of_all(proposal.exports) or _EXAMPLE)}"
            f"  # of tables, figures and pages; without this line: {labels.DEFAULT}",
            "synthetic: false  # these are real interviews",
            _pair("codebook", CODEBOOK),
            _pair("register", REGISTER),
            "",
            "# What is compared, in the order of the tables. Telephone and identity numbers are those of the",
            f"# country `{_country_key(proposal.by)}`.",
            *_groups(proposal, compare),
            "",
            "# The parts of the codebook, in the order of the tables: one table and one heatmap each.",
            "domains:",
            *(f"  - {_line(_domain(domain))}" for domain in domains),
            "",
            "# If not everybody was asked about every domain, a list says who was: guide: data/raw/guide.csv",
            "",
            "# Columns of the register that a table of the sample counts. `crosscase check` proposes some:",
            "# sample:",
            "#   role: {title: Role, categories: [Teacher, Parent]}",
            "",
            "# The exports. The key names each in everything that is built.",
            "exports:",
            *(line for export in proposal.exports for line in _export(export, proposal)),
            "",
        ]
    )


def _groups(proposal: Proposal, compare: Compare) -> list[str]:
    """The groups, and the words for them where they are no countries."""
    listed = [f"  - {_line(_group(group, proposal.by))}" for group in proposal.groups]
    key = f"{key_of_groups(proposal.by)}:"
    if proposal.by == COUNTRY:
        return [key, *listed]
    words = {"one": compare.one, "many": compare.many}
    return [f"compare: {_line(words)}  # as tables and figures should call it", key, *listed]


def _country_key(by: str) -> str:
    """The key of a group's country: its own where groups are countries."""
    return "iso" if canonical(by) == COUNTRY else "region"


def _export(export: FoundExport, proposal: Proposal) -> list[str]:
    """The block of an export: what differs from the defaults, and that its group is a guess."""
    default, settings = ExportSettings("", ""), export.settings
    keys = {
        "file": settings.file,
        "format": settings.format,
        "group": settings.group,
        "group_from": settings.group_from,
    }
    keys |= {name: getattr(settings, name) for name in ("sheet", "header_row", "separator", "columns")}
    differing = {key: value for key, value in keys.items() if value != getattr(default, key, None)}
    guess = f"  # {_GUESS}" if f"exports.{export.name}.group" in proposal.guessed else ""
    lines = (f"    {_pair(key, value)}{guess if key == 'group' else ''}" for key, value in differing.items())
    return [f"  {_text(export.name)}:", *lines]


def _group(group: Group, by: str) -> dict[str, Any]:
    name = {"name": group.name} if group.name != group.code else {}
    also = {"also": list(group.also)} if group.also else {}
    return {"code": group.code, **name, _country_key(by): group.iso, **also}


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
