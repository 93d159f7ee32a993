"""How far a rank can be trusted: uncertainty, sensitivity, and what would change it.

`assumptions` say what varies, `propagation` what follows for ranks, scores and tiers, `sensitivity` which assumption
does it; `thresholds`, `stability`, `dominance` and `levers` say how far weights or values would have to move.
"""
