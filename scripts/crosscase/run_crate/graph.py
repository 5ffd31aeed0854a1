"""A JSON-LD graph of flat entities that refer to each other, written in a fixed order."""

import json
from typing import Any
from urllib.parse import quote

Ref = dict[str, str]
CONTEXT = "https://w3id.org/ro/crate/1.1/context"
# Terms of workflow runs that the context of RO-Crate 1.1 does not have.
TERMS = {"sha256": "https://w3id.org/ro/terms/workflow-run#sha256"}
METADATA = "ro-crate-metadata.json"
ROOT = "./"


def ref(id: str) -> Ref:
    """A reference to an entity."""
    return {"@id": id}


def address(path: str) -> str:
    """A path within the crate, or a name, as part of an identifier."""
    return quote(path, safe="/")


class Graph:
    """Entities by their identifiers."""

    def __init__(self) -> None:
        self._entities: dict[str, dict[str, Any]] = {}

    def add(self, id: str, *types: str, **properties: Any) -> Ref:
        """Add an entity, or add types and properties to an existing one. Empty properties are left out."""
        entity = self._entities.setdefault(id, {"@type": []})
        entity["@type"] += [type for type in types if type not in entity["@type"]]
        entity.update({name: value for name, value in properties.items() if value not in ("", [], None)})
        return ref(id)

    def text(self) -> str:
        """The graph as JSON: the description of the file first, then the root, then the others by identifier."""
        first = [METADATA, ROOT]
        ids = [*first, *sorted(self._entities.keys() - first)]
        graph = [
            {"@id": id, **{name: _plain(value) for name, value in sorted(self._entities[id].items())}} for id in ids
        ]
        return json.dumps({"@context": [CONTEXT, TERMS], "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _plain(value: Any) -> Any:
    """A list of one element as the element, the compact form of JSON-LD."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value
