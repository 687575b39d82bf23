"""How well the assistant answers: cases -> attempts -> scores -> report. Read evaluation.py first."""
