"""The leak search: no published byte holds anything that anonymisation replaced.

1. `watched`: the identifiers, from the lists that anonymisation wrote; `machine_traces`: the traces of this machine.
2. `contents`: a file becomes texts, whatever it is packed in; one module a container, in `containers`.
3. `spellings`: a text is also read with its escapes undone.
4. `search`: which kinds of identifier stand in a text; `known_words`: public words, which prove nothing.
5. `leak_scan`: all files of a folder, and the verdict. It names files and kinds, never what was found.

Words that are only drawn, in the points of a picture, are not seen; the figures hold the same words as text.
Only the script `scan_results` imports it; it imports `anonymisation`, `detectors`, `provenance` and what lies below.
"""
