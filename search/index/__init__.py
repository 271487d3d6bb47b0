"""What can be found, and how it comes into the index."""
