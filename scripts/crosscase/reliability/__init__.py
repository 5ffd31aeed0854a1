"""The draw of participants for double coding: who codes what a second time, before anybody does.

1. `draw`: which participants of each group, and which coder, from a share and a seed (pure).
2. `draw_files`: the team's list in `data/restricted`, with ids of the register and names of coders, and the same with
   pseudonyms in `config`, which the analysis reads.

The command `crosscase reliability sample` and `erasure` import it. It opens the register and the key, so no step does.
"""
