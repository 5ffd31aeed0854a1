"""The origin of the results: steps and their inputs, code and libraries, the checkout, the proof of a rebuild.

The steps that record, `leaks`, `rebuilds` and the commands import this folder.
"""
