"""
What people see: figures, findings as values with their sentences, tables as exhibits, the document as a
strip.
"""
