"""The sample: participants counted by group and by the variables of the register, and the protection of small counts.

Tables, the report and `verification` import it; it imports `coding` and what lies below.
"""
