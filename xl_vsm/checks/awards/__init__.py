"""Annual awards, as stated and as paid."""
