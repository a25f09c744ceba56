"""How fast: figures to look at, never a test."""
