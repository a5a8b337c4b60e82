"""A long list checked at once: posts that no check can tell apart are asked about one time.

The checks themselves stay as they are, and say what is found. What is here only tells which posts
need not be asked, and leaves to them every post that it is not sure of.
"""
