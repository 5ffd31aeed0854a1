"""Write `analysis.yaml`, the conda environment, with the pins of `requirements.txt`.

Called by `make lock`. conda brings Python, pip the rest, so that both ways give the same versions.
"""

import re
from pathlib import Path

FOLDER = Path(__file__).parent
PYTHON = "3.13"
_PIN = re.compile(r"^([A-Za-z0-9._-]+==[^ \\]+)(?: ; (.+?))? ?\\?$", re.MULTILINE)


def pins(requirements: str) -> list[str]:
    """The pinned packages of a requirements file, with their markers."""
    return [f"{pin} ; {marker}" if marker else pin for pin, marker in _PIN.findall(requirements)]


def environment(requirements: str) -> str:
    """Text of the conda environment for the pins of a requirements file."""
    lines = [
        "# Written by `make lock` from requirements.txt: the same pins for conda.",
        "name: crosscase",
        "channels: [conda-forge, nodefaults]",
        "dependencies:",
        f"  - python={PYTHON}",
        "  - pip",
        "  - pip:",
        *(f'      - "{pin}"' for pin in pins(requirements)),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    text = environment((FOLDER / "requirements.txt").read_text(encoding="utf-8"))
    (FOLDER / "analysis.yaml").write_text(text, encoding="utf-8")
