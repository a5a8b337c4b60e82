"""How workbooks as trusts really keep them are read, against what a person reads in them."""
