"""The check of a long list beside the same check written with other libraries."""
