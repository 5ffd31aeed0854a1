"""Checks a package with nothing but the package: its files, and every number counted again from the mentions inside.

Shares no code with the pipeline on purpose: what both say was reached in two ways. Needs the standard library; where
pyarrow is installed the Parquet files are checked, too. Everything in a package may be hostile: it is read within
limits, never unpacked, and what cannot be read is a sentence and no traceback.
"""
