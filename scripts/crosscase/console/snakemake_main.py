"""Snakemake's command line, as `crosscase build` runs it: an early interruption ends in a sentence, too.

Once steps run, Snakemake itself takes an interruption, and the logger plugin says so. A log that cannot be written, as
on a full disk, is no traceback on the terminal either.
"""

import logging
import sys

from crosscase.console.failures import INTERRUPTED
from crosscase.running import interruptions

INTERRUPTED_CODE = 130  # as everywhere

if __name__ == "__main__":
    logging.raiseExceptions = False
    try:
        interruptions.let_through()
        from snakemake.cli import main

        main(sys.argv[1:])
    except KeyboardInterrupt:
        print(INTERRUPTED, file=sys.stderr)
        sys.exit(INTERRUPTED_CODE)
