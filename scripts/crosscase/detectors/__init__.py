"""What finds people in a text: one module a kind of identifier, each with `find(text, setting)`; see `spans`.

`anonymisation` and `leaks` import it; it imports `languages` and what lies below.
"""
