"""What the ready workbook and add-in hold besides xlwings' own modules."""
