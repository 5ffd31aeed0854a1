"""The page of a study, opened in headless Chromium."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.builders.opened_pages import INVENTED
from tests.builders.projects import BROWSER_ARGUMENTS

CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    if CHROMIUM is None:
        assert "CI" not in os.environ, "Chromium is absent, though what is checked before a change lands installs it"
        pytest.skip("there is no chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=BROWSER_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the page of an invented study."""
    return INVENTED.write(tmp_path_factory.mktemp("invented")).as_uri()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address; at the end nothing may have been asked of a network, nor been complained of."""
    contexts: list[BrowserContext] = []
    messages: list[str] = []
    asked: list[str] = []

    def open_page(address: str, **how: object) -> Page:
        contexts.append(browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **how}))  # type: ignore[arg-type]
        page = contexts[-1].new_page()
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.on("dialog", lambda dialog: messages.append(f"dialog {dialog.message}"))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert messages == []
    assert {url.split(":")[0] for url in asked} <= {"file", "data"}
    assert {url.split("/")[-1].split("#")[0] for url in asked if url.startswith("file")} == {"index.html"}
