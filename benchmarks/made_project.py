"""A large REFI-QDA project of invented words, the same at every run."""

import random
import uuid
import zipfile
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from benchmarks.made_exports import CODERS, CODES, DOCUMENTS, GROUPS, Invented, codings, document


def refi_qda(path: Path, rows: int) -> None:
    """A project of as many selections as `rows`, each with one coding, in `DOCUMENTS` sources.

    Every second source is written as NVivo for Windows does (byte-order mark, CR LF, offsets in UTF-16 units),
    the others as most tools do (LF, code points, selections named by their first words).
    """
    rng = random.Random(2)

    def guid() -> str:
        return str(uuid.UUID(int=rng.getrandbits(128)))

    users, codes, sources = ([guid() for _ in things] for things in (CODERS, CODES, range(DOCUMENTS)))
    texts: dict[str, str] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("project.qde", "w") as stream:
            stream.write(b'<Project xmlns="urn:QDA-XML:project:1.0" name="Invented">')
            for line in _before_sources(users, codes, sources, guid):
                stream.write(line.encode())
            stream.write(b"<Sources>")
            for number, passages in groupby(codings(rows), lambda coding: coding.document):
                name = f"{sources[number]}.txt"
                start = f'<TextSource guid="{sources[number]}" name="{document(number)}"'
                stream.write(f'{start} plainTextPath="internal://{name}">'.encode())
                said = [_Passage(coding, windows=number % 2 == 0) for coding in passages]
                position = 0
                for passage in said:
                    coder = users[CODERS.index(passage.coding.coder)]
                    stream.write(passage.xml(position, guid(), guid(), coder, codes[passage.coding.code]).encode())
                    position += passage.length
                stream.write(b"</TextSource>")
                texts[name] = "".join(passage.text for passage in said)
            stream.write(b"</Sources></Project>")
        for number, (name, text) in enumerate(texts.items()):
            archive.writestr(f"sources/{name}", ("" if number % 2 else "\ufeff") + text)


class _Passage:
    """A coded passage as a family of tools writes it, and the line end behind it."""

    def __init__(self, coding: Invented, windows: bool) -> None:
        words = f"{coding.words} 😀" if windows and coding.start % 10 == 0 else coding.words
        end = "\r\n" if windows else "\n"
        self.coding = coding
        self.text = words.replace("\n", end) + end
        self.length = len(self.text.encode("utf-16-le")) // 2 if windows else len(self.text)
        self._end = len(end)
        self._name = "" if windows else words[:30].replace("\n", " ").replace('"', "&quot;") + "…"

    def xml(self, start: int, selection: str, coding: str, coder: str, code: str) -> str:
        """The selection, once it is known where it starts."""
        place = f'startPosition="{start}" endPosition="{start + self.length - self._end}"'
        when = f'creatingUser="{coder}" creationDateTime="2026-01-01T12:00:00Z"'
        inner = f'<Coding guid="{coding}" {when}><CodeRef targetGUID="{code}"/></Coding>'
        opening = f'<PlainTextSelection guid="{selection}" name="{self._name}" {place} {when}>'
        return f"{opening}{inner}</PlainTextSelection>"


def _before_sources(
    users: Iterable[str], codes: Iterable[str], sources: Iterable[str], guid: Callable[[], str]
) -> Iterator[str]:
    """Users, the code tree, and a case with a variable for each source."""
    coders = zip(users, CODERS, strict=True)
    yield "<Users>" + "".join(f'<User guid="{user}" name="{name}"/>' for user, name in coders) + "</Users>"
    yield "<CodeBook><Codes>"
    for theme, members in groupby(zip(codes, CODES, strict=True), lambda pair: pair[1][0]):
        yield f'<Code guid="{guid()}" name="{theme}" isCodable="true">'
        yield from (f'<Code guid="{code}" name="{name}" isCodable="true"/>' for code, (_, name) in members)
        yield "</Code>"
    variable = guid()
    yield f'</Codes></CodeBook><Variables><Variable guid="{variable}" name="Region" typeOfVariable="Text"/></Variables>'
    yield "<Cases>"
    for number, source in enumerate(sources):
        yield f'<Case guid="{guid()}" name="Person {number}"><VariableValue><VariableRef targetGUID="{variable}"/>'
        yield f"<TextValue>{GROUPS[number % len(GROUPS)]}</TextValue></VariableValue>"
        yield f'<SourceRef targetGUID="{source}"/></Case>'
    yield "</Cases>"
