"""Papers as files: Word documents and workbooks."""
