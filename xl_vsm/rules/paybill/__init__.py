"""What a post costs its employer."""
