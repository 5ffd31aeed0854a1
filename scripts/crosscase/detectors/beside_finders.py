"""All that find what stands beside something that was found, and belongs to it: each sees the whole text."""

from collections.abc import Callable, Iterator, Sequence

from crosscase.detectors import (
    beside_addresses,
    beside_births,
    beside_telephones,
    named_homes,
    near_places,
    number_labels,
)
from crosscase.detectors.spans import Setting, Span

FINDERS: tuple[Callable[[str, Setting, Sequence[Span]], Iterator[Span]], ...] = (
    near_places.find,
    named_homes.find,
    number_labels.find,
    beside_births.find,
    beside_telephones.find,
    beside_addresses.find,
)
