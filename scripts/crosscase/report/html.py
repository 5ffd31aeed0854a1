"""The reviewer's page as HTML: one file that needs no network and runs only its own script.

The content security policy allows the page's own style and script by their digests, and pictures embedded in the page.
It allows no request, no form, no frame, and no HTML written by a script.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from crosscase.coding import matrices
from crosscase.html import printed_warnings, rendering
from crosscase.labels import labels
from crosscase.labels.labels import Labels
from crosscase.report.view import Report
from crosscase.report.view_trust import FROM_PAGE, RESULTS
from crosscase.study.own_labels import labels_of
from crosscase.study.result_names import CHARTS, MARKS, RAREFIED, SHARES

FOLDER = "report"  # within the templates
_SOURCES = rendering.TEMPLATES / FOLDER
# ASSUME: a larger figure is linked, not shown: in base64 it would slow down the opening of the page.
MOST_BYTES = 1_000_000
_FURTHER = {MARKS: "all_title", SHARES: "shares_title", RAREFIED: "rarefied_title"}  # their titles
_KINDS = ("svg", "pdf", "png")
_MOST_LISTED = 8
_TEXT = re.compile(r'\bt\("(\w+)"')  # a text in the script
_NOUN = re.compile(r"\{\w+:(\w+)\}")
_SIZE = re.compile(rb'\b(?:width|height)="([\d.]+)pt"')  # width comes before height
Part = tuple[str, str, Mapping[str, object]]  # domain, group, segments


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its file, and its content as the source of an image unless it is too large."""

    path: str
    link: str
    digest: str
    source: str
    width: int  # in points; with the height it reserves the space of the image
    height: int

    @property
    def files(self) -> list[tuple[str, str]]:
        """The kinds of file of the figure, each with its link."""
        return [(kind.upper(), self.link.removesuffix("svg") + kind) for kind in _KINDS]


def figure(path: str | Path, folder: str = RESULTS) -> Figure:
    """The figure of an SVG file within the folder that also holds the page's, byte for byte."""
    content = Path(path).read_bytes()
    source = f"data:image/svg+xml;base64,{b64encode(content).decode()}" if len(content) <= MOST_BYTES else ""
    link = f"{FROM_PAGE}{str(path).removeprefix(folder)}"
    width, height = (round(float(size)) for size in _SIZE.findall(content[:1000]))
    return Figure(str(path), link, sha256(content).hexdigest(), source, width, height)


def render(report: Report, parts: Iterable[Part], figures: Mapping[str, Figure]) -> str:
    """The page as HTML text. `figures`: those of domains, by id; those of all domains, and charts if any, by name."""
    style = _SOURCES.joinpath("style.css").read_text(encoding="utf-8")
    style += printed_warnings.style(report.facts.synthetic_note)
    head = (_SOURCES / "head.js").read_text(encoding="utf-8")
    script, words = _script(), labels_of(report.facts)
    return rendering.render(
        f"{FOLDER}/index.html.j2",
        report=report,
        meanings=matrices.meanings(words, report.facts.rule),
        t=words,
        filled=partial(_filled, words),
        english="" if words.language == labels.DEFAULT else Markup(' lang="en"'),  # messages of the pipeline
        name_and_code=matrices.name_and_code,
        listed=_listed,
        percent=lambda share: words.percent(f"{100 * share:.0f}"),
        figures=figures,
        further=_FURTHER,
        charts=CHARTS,
        policy=_policy(style, head, script),
        # All are files of this package, not words of a study.
        style=Markup(style),  # noqa: S704
        head=Markup(head),  # noqa: S704
        script=Markup(script),  # noqa: S704
        data=rendering.inert_json({**report.data, "words": _words_of(script, words)}),
        parts=(
            (f"segments/{domain}/{quote(group, safe='')}", rendering.inert_json(part)) for domain, group, part in parts
        ),
    )


def _filled(words: Labels, key: str, count: int | None = None, /, **values: Any) -> Markup:
    """A text with values that may be HTML, such as links."""
    marks = {name: f"\0{name}\0" for name, value in values.items() if isinstance(value, Markup)}
    text = words(key, **values | marks) if count is None else words.counted(key, count, **values | marks)
    return Markup("").join(values[part] if part in marks else part for part in text.split("\0"))


def _listed(labels: Sequence[str]) -> str:
    """Labels in a sentence; many are cut short."""
    return "; ".join([*labels[:_MOST_LISTED], *(["…"] if len(labels) > _MOST_LISTED else [])])


def _words_of(script: str, words: Labels) -> dict[str, object]:
    """The texts that the script uses, with the nouns in them, and the words for what is compared."""
    keys = set(_TEXT.findall(script))
    texts = {key: words.texts[key] for key in keys}
    nouns = {noun for text in texts.values() for noun in _NOUN.findall(str(text))}
    return {"one": words.one, "many": words.many, "texts": texts | {noun: words.texts[noun] for noun in nouns}}


def _script() -> str:
    files = sorted((_SOURCES / "js").glob("*.js"))
    code = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return f'"use strict";\n(() => {{\n{code}}})();\n'


def _policy(style: str, *scripts: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {rendering.source_hash(style)}",
            f"script-src {' '.join(map(rendering.source_hash, scripts))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        )
    )
