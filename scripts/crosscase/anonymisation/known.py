"""What is known of words or signs of texts, each looked up once; everything is forgotten when it is too much."""

from collections.abc import Callable
from typing import Generic, TypeVar

_MOST_KNOWN = 200_000
Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Known(dict[Asked, Answer], Generic[Asked, Answer]):
    """What is known of words of texts, each looked up once."""

    def __init__(self, look_up: Callable[[Asked], Answer]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, asked: Asked) -> Answer:
        if len(self) > _MOST_KNOWN:
            self.clear()
        self[asked] = known = self._look_up(asked)
        return known
