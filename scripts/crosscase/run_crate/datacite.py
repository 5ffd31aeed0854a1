"""The description of a crate for a DOI, as DataCite's metadata schema 4 in JSON.

Source: https://datacite-metadata-schema.readthedocs.io
"""

import json
from typing import Any

from crosscase.run_crate.about import About, Author

KERNEL = "http://datacite.org/schema/kernel-4"
UNKNOWN = "(:tba)"  # DataCite's code for "to be announced": the repository of the deposit


def write(about: About, publisher: str = UNKNOWN, resource_type: str = "RO-Crate") -> str:
    """The metadata as JSON text. It contains the DOI if there is one."""
    rights = {
        "rights": about.licence,
        "rightsUri": f"https://spdx.org/licenses/{about.licence}",
        "rightsIdentifier": about.licence,
        "rightsIdentifierScheme": "SPDX",
    }
    metadata: dict[str, Any] = {
        "schemaVersion": KERNEL,
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": resource_type},
        "titles": [{"title": about.name}],
        "creators": [_creator(author) for author in about.authors],
        "publisher": {"name": publisher},
        "publicationYear": about.published[:4],
        "dates": [{"date": about.published, "dateType": "Issued"}],
        "language": "en",
        "version": about.version,
        "subjects": [{"subject": keyword} for keyword in about.keywords],
        "descriptions": [{"description": about.description, "descriptionType": "Abstract"}],
        "rightsList": [rights],
    }
    if about.doi:
        metadata["doi"] = about.doi
    return json.dumps(metadata, ensure_ascii=False, indent=1) + "\n"


def _creator(author: Author) -> dict[str, Any]:
    person = bool(author.given_name)
    creator: dict[str, Any] = {
        "name": f"{author.name}, {author.given_name}" if person else author.name,
        "nameType": "Personal" if person else "Organizational",
    }
    if person:
        creator |= {"givenName": author.given_name, "familyName": author.name}
    if author.orcid:
        scheme = {"nameIdentifierScheme": "ORCID", "schemeUri": "https://orcid.org"}
        creator["nameIdentifiers"] = [{"nameIdentifier": author.orcid, **scheme}]
    if author.affiliation:
        creator["affiliation"] = [{"name": author.affiliation}]
    return creator
