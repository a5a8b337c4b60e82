"""What a new rule begins with: a skeleton of each file, and where it and its names belong."""
