"""Texts that nobody wrote, through every command: ``make fuzz``."""
