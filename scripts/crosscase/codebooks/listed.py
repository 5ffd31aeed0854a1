"""A code as a codebook lists it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListedCode:
    """A code: the names from the root of the tree to it, and what the codebook says of it."""

    path: tuple[str, ...]
    definition: str = ""
    codable: bool = True
    guid: str = ""  # where the format has one
