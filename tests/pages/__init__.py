"""The report in a browser: what a reader sees, wide and narrow, in two languages, light, dark and printed."""
