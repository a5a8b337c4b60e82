"""The sheets of a costing's workbook, each of which follows from the ones before it."""
