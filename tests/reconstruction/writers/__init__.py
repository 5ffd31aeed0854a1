"""Writers of the formats that qualitative-analysis tools export; each takes a Project.

They are deterministic: no clock, no chance, fixed times inside the files.
"""

CREATED = "2020-01-01T12:00:00Z"
"""The time that every export of the reconstruction claims to have been made."""
