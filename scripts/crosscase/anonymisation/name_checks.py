"""Whether the word of a longer name that belongs to another one is beside it, for the triage: mostly it is not."""

from collections.abc import Callable, Iterator, Sequence

from crosscase.anonymisation.neighbours import Check, belongs, check_others
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.spans import Setting

_SIGNS_BETWEEN = frozenset("-‐‑&+/._'’ʼ")  # that stand between the words of a name, perhaps among spaces
Shapes = Callable[[str], tuple[str, ...]]  # the plain words of a text's word


def checks_beside(
    names: ListedNames, setting: Setting, shapes_of: Shapes, always: Check, shapes: Sequence[str]
) -> Iterator[Check]:
    """The checks of words of longer names: whether the word of the name that stands beside it is there."""
    sides = []
    for is_before in (False, True):
        found = [names.words_beside(shape, setting, is_before) for shape in shapes]
        forms = frozenset().union(*(forms for forms, _ in found))
        sides.append((forms, frozenset().union(*(listed for _, listed in found))))
    if not any(forms for forms, _ in sides):
        return
    if any(belongs(shapes, *side) for side in sides):
        yield always
    for place, (forms, listed) in zip((1, -1), sides, strict=True):
        if forms:
            yield _check_beside(place, forms, listed, shapes_of, always)


def _check_beside(place: int, forms: frozenset[str], listed: frozenset[str], shapes_of: Shapes, always: Check) -> Check:
    def fits(word: str) -> bool:
        shapes = shapes_of(word)
        return belongs(shapes, forms, listed) if shapes else bool(word) and _SIGNS_BETWEEN.issuperset(word)

    return check_others(place, fits, always.holds)
