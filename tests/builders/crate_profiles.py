"""Holds a crate to its profiles, offline: the validator finds the context of RO-Crate 1.1 in its cache of requests."""

import io
import json
from pathlib import Path
from typing import Any

import requests
import requests_cache
import rocrate
from requests.adapters import BaseAdapter, HTTPAdapter
from rocrate_validator import models, services
from urllib3 import HTTPResponse

CONTEXT = "https://w3id.org/ro/crate/1.1/context"
ACCEPTED = (None, {"Accept": "application/ld+json, application/json;p=0.9, */*;q=0.1"})
# What the package's context, of a later version, calls otherwise than that of 1.1.
BIOSCHEMAS = "https://bioschemas.org/"
OF_1_1 = {
    "ComputationalWorkflow": f"{BIOSCHEMAS}ComputationalWorkflow",
    "FormalParameter": f"{BIOSCHEMAS}FormalParameter",
    "input": f"{BIOSCHEMAS}ComputationalWorkflow#input",
    "output": f"{BIOSCHEMAS}ComputationalWorkflow#output",
}


class _Canned(BaseAdapter):
    """Answers every request with one document."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self._body = body

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        """The document, whatever was asked for."""
        headers = {"Content-Type": "application/ld+json"}
        raw = HTTPResponse(io.BytesIO(self._body), headers, 200, preload_content=False, request_url=request.url)
        return HTTPAdapter().build_response(request, raw)

    def close(self) -> None:
        """Nothing is open."""


def context() -> dict[str, str]:
    """The terms of RO-Crate 1.1, from the library that brings some version of them."""
    document = json.loads((Path(rocrate.__file__).parent / "data/ro-crate.jsonld").read_text(encoding="utf-8"))
    terms: dict[str, str] = document["@context"]
    return terms | OF_1_1


def validate(crate: Path, cache: Path) -> models.ValidationResult:
    """Hold a crate to Provenance Run Crate, and to all that this builds on."""
    with requests_cache.CachedSession(str(cache), backend="sqlite", expire_after=-1) as session:
        session.mount("https://", _Canned(json.dumps({"@context": context()}).encode()))
        for headers in ACCEPTED:
            session.get(CONTEXT, headers=headers)
    settings = models.ValidationSettings(
        rocrate_uri=str(crate),
        profile_identifier="provenance-run-crate",
        requirement_severity=models.Severity.RECOMMENDED,
        offline=True,
        cache_path=str(cache),
    )
    return services.validate(settings)
