"""Who must approve."""
