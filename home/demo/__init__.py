"""Demo content: the texts, the drawings and how they are loaded."""
