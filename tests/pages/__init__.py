"""The report in a browser: what a reader sees, wide and narrow, in both languages, light, dark and in print."""
