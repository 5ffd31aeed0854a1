"""Checks a package without the study: its files, and every number, counted again from the mentions in the package.

The verifier shares no code with the pipeline on purpose, so that two independent programs reach the same numbers. It
needs only the standard library; if pyarrow is installed, it also checks the Parquet files. A package may be hostile: it
is read within limits and never unpacked, and an unreadable file gives a sentence, not a traceback.
"""
