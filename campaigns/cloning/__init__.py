"""A campaign made anew with all its dates so many weeks later: shown, then copied."""
