"""Answers in a chat model's words, held to the same promise: nothing is shown that was not verified."""
