"""Pages and assets that come out in the same minute, or not at all."""
