"""The formulas of a workbook: whether they show what they give, and are alike where they ought."""
