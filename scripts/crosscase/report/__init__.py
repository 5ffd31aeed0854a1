"""The reviewer's page: every table with what is behind each of its cells, in one file.

Only the script `render_report` imports it; it imports `tables`, `verification`, `html` and what lies below.
"""
