"""Write the reconstruction: ``python -m tests.reconstruction [FOLDER]`` (default: data/raw)."""

import sys
from pathlib import Path

from tests.reconstruction import facts, study


def main(arguments: list[str]) -> None:
    """Write every file of the reconstruction into the folder named first, or into data/raw."""
    folder = Path(arguments[0]) if arguments else facts.ROOT / "data" / "raw"
    study.write(folder)
    print(f"The synthetic reconstruction is in {folder}.")


if __name__ == "__main__":
    main(sys.argv[1:])
