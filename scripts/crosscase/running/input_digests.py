"""The digests of inputs that Snakemake writes down when a step has ended, each worked out once."""

from pathlib import Path
from typing import Any


def work_out_once(workflow: Any) -> None:
    """Let Snakemake digest an input again only when its entry on the disk has changed. Called before the first step.

    It does so for each output of a step: a step of nineteen outputs reads its sixty inputs nineteen times, and no other
    one begins meanwhile.
    """
    from snakemake.io import _IOFile

    read = getattr(_IOFile, "checksum", None)
    if read is None or not workflow.local_exec:
        return
    digests: dict[tuple[object, ...], object] = {}

    async def checksum(self: Any, threshold: int | None = None, **asked: Any) -> object:
        """The digest of a file that is no larger than the threshold, as Snakemake's own method gives it."""
        try:
            entry = None if asked or self.is_storage else Path(self.file).stat()
        except OSError:
            entry = None
        if not entry:
            return await read(self, threshold, **asked)
        key = (str(self.file), threshold, entry.st_ino, entry.st_size, entry.st_mtime_ns, entry.st_ctime_ns)
        if key not in digests:
            digests[key] = await read(self, threshold)
        return digests[key]

    _IOFile.checksum = checksum
