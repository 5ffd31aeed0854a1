"""What the team must know and decide after the import of a codebook."""

from collections.abc import Iterable, Iterator, Sequence

import yaml

from crosscase.codebooks.adoption import Adopted
from crosscase.codebooks.codebook_formats import FORMATS
from crosscase.codebooks.listed import ListedCodebook
from crosscase.detectors import words_in_names
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from crosscase.messages.wording import agree, counted, first_place, joined
from crosscase.storage.schemas import CodebookEntry
from crosscase.study.facts import Domain

_SHOWN = 5


def text(adopted: Adopted, book: ListedCodebook, study: Sequence[Domain], into: str) -> str:
    """A report on what was written, the domains to paste into study.yaml, and the decisions to make."""
    entries, domains = counted(len(adopted.entries), "code"), counted(len(adopted.domains), "domain")
    block = f"Add to config/study.yaml:\n\n{domains_block(adopted.new)}\n" if adopted.new else ""
    decisions = "".join(f"- {sentence}\n" for sentence in sentences(adopted, book, study))
    return f"Written: {into}, {entries} in {domains}.\n\n{block}To decide and to check:\n{decisions}"


def domains_block(domains: Sequence[Domain]) -> str:
    """Domains as study.yaml lists them."""
    lines = ["domains:"]
    for domain in domains:
        item = {"id": domain.id, "title": domain.title} | ({"also": list(domain.also)} if domain.also else {})
        line = yaml.safe_dump(item, sort_keys=False, allow_unicode=True, default_flow_style=True, width=10**6)
        lines.append(f"  - {line.rstrip()}")
    return "".join(f"{line}\n" for line in lines)


def names_in_doubt(entries: Sequence[CodebookEntry], languages: Iterable[str]) -> str:
    """A sentence on the rows of a written codebook whose code may name a person; empty if there is none."""
    setting = Setting((), tuple(map(load, dict.fromkeys([*languages, "en"]))))
    rows = [
        str(number)
        for number, entry in enumerate(entries, 2)
        if any(words_in_names.find(entry.label, setting, [], lambda _: False))
    ]
    if not rows:
        return ""
    have = agree(len(rows), "code has", "codes have")
    what = f"{len(rows)} {have} a word that may be somebody's name, in {agree(len(rows), 'row', 'rows')} {_some(rows)}."
    return f"{what} The codebook is published, and nothing in it is replaced."


def sentences(adopted: Adopted, book: ListedCodebook, study: Sequence[Domain]) -> Iterator[str]:
    """Sentences on what to decide, most important first."""
    if codable := [code.path[0] for code in adopted.roots if code.codable is not False]:
        yield (
            f"{counted(len(codable), 'root')} became domains: {_some(codable)}. A coding with the domain itself is an "
            "error: if there are such codings, import again with --roots codes."
        )
    if defined := [code.path[0] for code in adopted.roots if code.definition]:
        yield f"Domains have no definition in codebook.csv. These definitions were left out: {_some(defined)}."
    if book.format == FORMATS["coded_segments"]:
        yield "The file holds coded passages. Codes that were never used may be missing, and none has a definition."
    if book.format != FORMATS["refi"] and all(len(code.path) == 1 for code in book.codes):
        yield (
            "No code is below another in this file. If the tool shows levels, give with --separator the text "
            "between them in a name, or export the codebook as REFI-QDA (.qdc)."
        )
    elif strays := [code.path[0] for code in adopted.strays]:
        roots = _some(strays)
        yield f"{counted(len(strays), 'root')} became codes of one domain: {roots}. Move them to the right domain."
    if adopted.repeated:
        where = first_place([f"{again} as {first}" for first, again in adopted.repeated])
        count = counted(len(adopted.repeated), "code")
        yield f"{count} left out, because another code has the same path: {where}. Rename or merge them in the tool."
    if adopted.implied:
        levels = counted(adopted.implied, "level is not a code", "levels are not codes")
        yield f"{levels} in the file, only {agree(adopted.implied, 'a heading', 'headings')} (codable: no)."
    if adopted.numbered:
        ids = _some(adopted.numbered)
        yield f"{counted(len(adopted.numbered), 'name')} without Latin letters: choose readable ids for {ids}."
    if adopted.alone:
        yield f"The opposites of these codes are no longer in the codebook: {_some(adopted.alone)}."
    if adopted.dropped:
        yield f"These codes and their aliases are no longer in the codebook: {_some(adopted.dropped)}."
    yield from book.remarks
    if missing := [domain.title for domain in study if domain.id not in {used.id for used in adopted.domains}]:
        yield f"Domains of config/study.yaml without a code in this file: {_some(missing)}."
    yield "Names and definitions of codes were copied unchanged: check that they name no person."


def _some(names: Sequence[str]) -> str:
    return joined(names, _SHOWN)
