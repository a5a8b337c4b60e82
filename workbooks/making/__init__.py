"""How the example workbooks are made."""
