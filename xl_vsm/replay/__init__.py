"""Our functions answered again from what a workbook has stored, without Excel."""
