"""Files of Word and Excel with the same bytes at every build, and without what only their programs put into them.

Both are zip archives of XML. Their programs write the time of saving, and lists of fonts for all scripts: names that
could be those of people, which the leak search would have to take for them.
"""

import re
import zipfile
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

CREATED = datetime(1980, 1, 1)
_FONT_OF_SCRIPT = re.compile(r'<a:font script="[^"]*" typeface="[^"]*"/>')


def without_fonts_of_scripts(theme: str) -> str:
    """A theme without its list of fonts for the scripts of the world."""
    return _FONT_OF_SCRIPT.sub("", theme)


def same_bytes(content: bytes) -> bytes:
    """The archive with its files in the order of their names, without the times at which they were written."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return packed(files.items())


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of files. Its first file says what the others are, as both programs expect."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in sorted(files, key=lambda file: (file[0] != "[Content_Types].xml", file[0])):
            info = zipfile.ZipInfo(name, CREATED.timetuple()[:6])
            info.external_attr = 0o600 << 16
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
