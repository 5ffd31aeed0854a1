"""Check a package that a study has handed over, with any Python from 3.11 on and nothing else.

python code/scripts/verifier .            (in the unpacked package)
python verifier crate.zip                 (with a copy of this folder)
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

if __name__ == "__main__":
    sys.dont_write_bytecode = True  # this folder may lie in the package that it checks, where nothing must be added
    compiled = Path(__file__).resolve().parent / "__pycache__"
    for own in compiled.glob("__main__.*.pyc"):  # which Python has written before it could be told
        own.unlink()
    with suppress(OSError):
        compiled.rmdir()
    sys.path[0] = str(Path(__file__).resolve().parent.parent)  # or else its modules would stand in for others' names
    from verifier.checks import check

    if len(sys.argv) != 2:
        print("Give the path of a package: a folder or a zip.", file=sys.stderr)
        raise SystemExit(2)
    try:
        code = check(sys.argv[1])
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads what is printed any more, as behind `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left is printed to nobody at the end
        code = 141
    raise SystemExit(code)
