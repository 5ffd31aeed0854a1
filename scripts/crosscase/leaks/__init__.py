"""The leak scan: the search of all published files for identifiers, before a build is complete.

1. `watched`: the identifiers to search for, from the lists of `anonymise_export`; `machine_traces`: the names and
   folders of the machine that built the results.
2. `contents`: the texts of a file in which words can be, also of packed files; one module for each container, in
   `containers`. `proofs` and `tables`: which columns of the published tables hold nothing but what the pipeline makes.
3. `spellings`: the same text with its escapes undone.
4. `search`: the kinds of identifier in a text; `public_texts`: public words, which prove nothing; `own_ids` and
   `chance`: where letters stand beside each other by chance.
5. `searched_contents`: many files, each content once, in several processes.
6. `leak_scan`: all files of a folder, and the verdict. It names files and kinds, never the words found; `advice` says
   what helps against each kind.
7. `hit_places`: where an identifier stands in a file with an alarm; `leak_table`: the table of words and places, which
   the team alone reads.

Only the step `scan_results` imports this folder. Words drawn as pixels of a picture are not found; the figures contain
the same words as text.
"""
