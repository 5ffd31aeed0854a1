"""Pages of a browser that open one address after another: a new context takes the processor five times as long."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page

WINDOW = {"width": 1440, "height": 900}
_KEPT = 2  # pages of a context that wait for the next test


class BrowserPages:
    """The contexts of a browser, one for all that is opened with the same options, and their pages."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: dict[str, BrowserContext] = {}
        self._waiting: dict[str, list[Page]] = {}
        self._used: list[tuple[str, Page]] = []
        self._numbers = itertools.count()
        self.messages: list[str] = []
        self.asked: list[str] = []

    @contextmanager
    def of_a_test(self) -> Iterator["BrowserPages"]:
        """What a test opens, and what was said and asked for meanwhile; what it leaves open waits for the next test."""
        self.messages.clear()
        self.asked.clear()
        try:
            yield self
        finally:
            for kind, page in self._used:
                self._leave(kind, page)
            self._used.clear()

    def open(
        self, address: str, within: Page | None = None, viewport: dict[str, int] | None = None, **how: object
    ) -> Page:
        """Open an address in a page of its own, or in one that the test has; `how`: options of a context.

        Each time it has another query: another fragment alone would load nothing, and an empty page between two takes
        as long again, with its process.
        """
        page = within or self._take(how)
        wanted = viewport or (page.viewport_size if within else WINDOW)
        if page.viewport_size != wanted:
            page.set_viewport_size(wanted)  # type: ignore[arg-type]
        file, sign, fragment = address.partition("#")
        page.goto(f"{file.partition('?')[0]}?{next(self._numbers)}{sign}{fragment}")
        return page

    def _take(self, how: dict[str, object]) -> Page:
        kind = repr(sorted(how.items()))
        if kind not in self._contexts:
            self._contexts[kind] = self._browser.new_context(**{"viewport": WINDOW, **how})  # type: ignore[arg-type]
            self._waiting[kind] = []
        page = self._waiting[kind].pop() if self._waiting[kind] else self._new_page(self._contexts[kind])
        self._used.append((kind, page))
        return page

    def _new_page(self, context: BrowserContext) -> Page:
        page = context.new_page()
        page.on("console", lambda message: self.messages.append(message.text))
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        page.on("dialog", lambda dialog: self.messages.append(f"dialog {dialog.message}"))
        page.on("request", lambda request: self.asked.append(request.url))
        return page

    def _leave(self, kind: str, page: Page) -> None:
        if len(self._waiting[kind]) == _KEPT:
            page.close()
            return
        page.emulate_media(media="null")
        self._waiting[kind].append(page)
