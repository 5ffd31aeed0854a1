"""The review in a terminal: a word with its places, one key for each decision. Nothing of it is logged.

It needs no colour and fits a narrow terminal. Words of interviews are shown so that the terminal cannot obey them.
"""

import shutil
import sys
import termios
import textwrap
import tty
from collections.abc import Callable

from crosscase.anonymisation.decision_rows import Choice, Where
from crosscase.messages.visible_text import visible
from crosscase.messages.wording import counted
from crosscase.reviewing import added_words
from crosscase.reviewing.walk import Walk
from crosscase.reviewing.word_groups import Item

_KINDS = {"p": "", "l": "place", "o": "organisation"}  # what `instead` says; a person is the default
_KEYS = (
    "p replace: a person",
    "l replace: a place",
    "o replace: an organisation",
    "g replace by words that you type",
    "t replace a part that you type",
    "k keep",
    "a add words that nothing asks about",
    "d ask for each document",
    "e ask for each place",
    "s skip",
    "b back",
    "q quit",
)
_WIDEST = 100  # characters
_HERE = {Where.EVERYWHERE: "everywhere", Where.DOCUMENT: "in this document", Where.ONCE: "at this place"}
_INTERRUPT, _END = "\x03", "\x04"

Ask = Callable[[str], str]  # from a question to what was typed
Say = Callable[[str], None]


def is_there() -> bool:
    """Whether a person sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def review(walk: Walk, key: Callable[[], str], ask: Ask, say: Say) -> None:
    """Walk to the end, or until the reviewer quits. `key` waits for one key."""
    shown: Item | None = None
    while item := walk.current:
        if item is not shown:
            say(card(item, walk.number + 1, len(walk.items), width()))
            shown = item
        pressed = key().lower()
        if pressed in ("q", _END, ""):
            return
        if not _obey(walk, item, pressed, ask, say):
            say(keys(width()))
        elif pressed in "bde":
            shown = None


def _obey(walk: Walk, item: Item, pressed: str, ask: Ask, say: Say) -> bool:
    """Do what a key means; False if it means nothing here."""
    if pressed in _KINDS:
        walk.decide(Choice.REDACT, _KINDS[pressed])
        say(f"  → replaced {_HERE[item.where]}")
    elif pressed == "k":
        walk.decide(Choice.KEEP)
        say(f"  → kept {_HERE[item.where]}")
    elif pressed == "g":
        if instead := ask("  words to use instead (nothing: no decision): ").strip():
            walk.decide(Choice.GENERALISE, instead)
            say(f"  → generalised {_HERE[item.where]}")
    elif pressed == "t":
        if words := ask("  words of these to replace (nothing: no decision): ").strip():
            done = f"→ replaced {_HERE[item.where]}; the rest waits"
            say(f"  {done if walk.replace_part(words) else 'these words are not a part of it'}")
    elif pressed == "a":
        _add(walk, item, ask, say)
    elif pressed == "s":
        walk.skip()
        say("  → skipped")
    elif pressed == "b":
        return walk.back()
    elif pressed in "de":
        return walk.narrow(Where.DOCUMENT if pressed == "d" else Where.ONCE)
    else:
        return False
    return True


def _add(walk: Walk, item: Item, ask: Ask, say: Say) -> None:
    """Replace words that nothing asks about; the item is still to be decided."""
    if not (typed := typed_words(ask, say)):
        return
    words, instead = typed
    offered = added_words.scopes(words, item)
    numbered = dict(zip(map(str, range(1, len(offered) + 1)), offered, strict=True))
    listed = ", ".join(f"{number} {_HERE[where]}" for number, where in numbered.items())
    answer = ask(f"  {listed} (nothing: 1): ").strip() if len(offered) > 1 else "1"
    if where := numbered.get(answer or "1"):
        walk.add(offered[where], instead)
        say(f"  → {visible(words)}: replaced {_HERE[where]}")
    else:
        say("  no such number, so nothing is decided")


def typed_words(ask: Ask, say: Say) -> tuple[str, str] | None:
    """Words to replace that a person types, and the kind that stands for them; None if nothing is decided."""
    words = ask("  words to replace (nothing: no decision): ").strip()
    if not words:
        return None
    if not added_words.can_be_found(words):
        say("  they have no letter and no figure, so nothing is decided")
        return None
    kind = ask("  p person, l place, o organisation (nothing: p): ").strip().lower() or "p"
    if kind not in _KINDS:
        say("  no such kind, so nothing is decided")
        return None
    return words, _KINDS[kind]


def width() -> int:
    """The columns to use."""
    return max(20, min(_WIDEST, shutil.get_terminal_size().columns))


def card(item: Item, number: int, of: int, columns: int) -> str:
    """A word as it is shown: where the reviewer stands, the words, why they are doubtful, and where they occur."""
    where = counted(item.documents, "document") if item.where == Where.EVERYWHERE else _place(item)
    head = f"[{number} of {of}]  {visible(item.words)}"
    about = f"{item.reason}; {counted(item.times, 'time')}, {where}"
    lines = [_wrapped(head, columns), _wrapped(about, columns, "  ")]
    lines += [_wrapped(visible(f"“{context}”"), columns, "  ", "    ") for context in item.contexts]
    return "\n" + "\n".join(lines)


def _place(item: Item) -> str:
    return visible(f"{_HERE[item.where]}: {item.rows[0].document} ({item.rows[0].export})")


def _wrapped(text: str, columns: int, first: str = "", others: str = "    ") -> str:
    return textwrap.fill(text, columns, initial_indent=first, subsequent_indent=others)


def keys(columns: int) -> str:
    """The keys and what they do, as many in a line as fit."""
    listed = " | ".join(key.replace(" ", "\u00a0") for key in _KEYS)
    return _wrapped(listed, columns, "", "").replace("\u00a0", " ")


def line(question: str) -> str:
    """What a person types after a question. Raises KeyboardInterrupt if the terminal is gone."""
    print(question, end="", flush=True)
    typed = sys.stdin.readline()  # from the same buffer as the keys, so that nothing typed ahead is lost
    if not typed:
        raise KeyboardInterrupt
    return typed.strip()


class Keyboard:
    """Reads single keys, without Enter, and lines. The terminal is as before when the context ends."""

    def __enter__(self) -> "Keyboard":
        self._mode = termios.tcgetattr(sys.stdin.fileno())
        self._one_by_one()
        return self

    def __exit__(self, *_: object) -> None:
        self._as_before()

    def _one_by_one(self) -> None:
        tty.setcbreak(sys.stdin.fileno(), termios.TCSADRAIN)

    def _as_before(self) -> None:
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, self._mode)

    def key(self) -> str:
        """The next key; empty if the terminal is gone."""
        return sys.stdin.read(1)

    def line(self, question: str) -> str:
        """A line that a person types after a question."""
        self._as_before()
        try:
            return line(question)
        finally:
            self._one_by_one()
