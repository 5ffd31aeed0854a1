"""The page of a study, opened in headless Chromium."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.builders.browser_pages import BrowserPages
from tests.builders.opened_pages import invented_study
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
    return invented_study().write(tmp_path_factory.mktemp("invented")).as_uri()


@pytest.fixture(scope="session")
def pages(browser: Browser) -> BrowserPages:
    """The pages of the browser, which all tests of a process open their addresses in."""
    return BrowserPages(browser)


@pytest.fixture
def opened(pages: BrowserPages) -> Iterator[Callable[..., Page]]:
    """Opens an address; at the end nothing may have been asked of a network, nor been complained of."""
    with pages.of_a_test() as opened:
        yield opened.open
        messages, asked = list(opened.messages), set(opened.asked)
    assert messages == []
    assert {url.split(":")[0] for url in asked} <= {"file", "data"}
    assert {url.split("/")[-1].split("?")[0].split("#")[0] for url in asked if url.startswith("file")} == {"index.html"}
