"""How long things take, as ratios within one run: a machine's speed drifts, a ratio much less."""
