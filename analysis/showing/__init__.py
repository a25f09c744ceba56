"""What people see: figures, findings in words, tables as exhibits, the document as a strip."""
