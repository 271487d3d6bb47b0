"""The public pages as Markdown, and what there is of them, for programs that read."""
