"""Copies of the hand-made gold that tests and `python -m tests.gold` score against."""
