"""The sample: participants counted by group and by the variables of the register, and how small counts are protected.

Tables, the report and `verification` import it; it imports `coding` and what lies below.
"""
