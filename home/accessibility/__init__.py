"""The duties of a public body: the statement's address, and a way to say what fails."""
