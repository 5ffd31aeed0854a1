"""The leak gate: what must be true of every published byte before a build is complete.

1. `watched`: what must not be there, from the door's lists; `traces`: nor must the machine that built it.
2. `contents`: a file becomes texts, whatever it is packed in; one module a container, in `containers`.
3. `spellings`: a text is read with its escapes undone, too.
4. `search`: which kinds of identifier stand in a text; `known_words`: words that are public and prove nothing.
5. `gate`: all files of a folder, and the verdict. It names files and kinds, never what was found.

Words that are only drawn, in the points of a picture, are not seen; the figures hold the same words as text.
"""
