"""What the team must know and decide after a codebook was imported."""

from collections.abc import Iterator, Sequence

import yaml

from crosscase.codebooks.adoption import Adopted
from crosscase.codebooks.codebook_formats import FORMATS
from crosscase.codebooks.listed import ListedCodebook
from crosscase.messages.wording import first_place
from crosscase.study.facts import Domain

_SHOWN = 5


def text(adopted: Adopted, book: ListedCodebook, study: Sequence[Domain], into: str) -> str:
    """What was written, the domains to paste into study.yaml, and what is to be decided."""
    entries, domains = _count(adopted.entries, "code"), _count(adopted.domains, "domain")
    block = f"Put into config/study.yaml:\n\n{domains_block(adopted.new)}\n" if adopted.new else ""
    told = "".join(f"- {sentence}\n" for sentence in sentences(adopted, book, study))
    return f"Written: {into}, {entries} in {domains}.\n\n{block}To decide and to look at:\n{told}"


def domains_block(domains: Sequence[Domain]) -> str:
    """Domains as study.yaml lists them."""
    items = [{"id": domain.id, "title": domain.title} for domain in domains]
    text = yaml.safe_dump({"domains": items}, sort_keys=False, allow_unicode=True, default_flow_style=None, width=10**6)
    return text.replace("\n- ", "\n  - ")


def sentences(adopted: Adopted, book: ListedCodebook, study: Sequence[Domain]) -> Iterator[str]:
    """What is to be decided, most important first."""
    if codable := [code.path[0] for code in adopted.roots if code.codable is not False]:
        yield (
            f"{_count(codable, 'root')} became domains: {_some(codable)}. A coding with a domain itself is an error: "
            "if there are such, import again with --roots codes."
        )
    if defined := [code.path[0] for code in adopted.roots if code.definition]:
        yield f"Domains have no definition in codebook.csv; left out were those of {_some(defined)}."
    if book.format != FORMATS["refi"] and all(len(code.path) == 1 for code in book.codes):
        yield (
            "No code lies below another in this file. If the tool shows levels, say with --separator what stands "
            "between them in a name, or export the codebook as REFI-QDA (.qdc)."
        )
    elif strays := [code.path[0] for code in adopted.strays]:
        yield f"{_count(strays, 'root')} became codes of one domain: {_some(strays)}. Move them to where they belong."
    if adopted.repeated:
        where = first_place([f"{again} as {first}" for first, again in adopted.repeated])
        count = _count(adopted.repeated, "code")
        yield f"{count} left out, with the path of another: {where}. Rename or merge them in the tool."
    if adopted.implied:
        yield f"Levels that are no codes in the file: {adopted.implied}. They only hold others (codable: no)."
    if adopted.numbered:
        ids = _some(adopted.numbered)
        yield f"{_count(adopted.numbered, 'name')} without Latin letters: give {ids} ids that can be read."
    if adopted.dropped:
        yield f"These codes are not there any more, and their aliases neither: {_some(adopted.dropped)}."
    if missing := [domain.title for domain in study if domain.id not in {used.id for used in adopted.domains}]:
        yield f"Domains of config/study.yaml without a code in this file: {_some(missing)}."
    yield "Names and definitions of codes are taken over as they stand: see that they name no person."


def _count(things: Sequence[object], name: str) -> str:
    return f"{len(things)} {name}{'s' if len(things) > 1 else ''}"


def _some(names: Sequence[str]) -> str:
    more = [f"and {len(names) - _SHOWN} more"] if len(names) > _SHOWN else []
    return ", ".join([*names[:_SHOWN], *more])
