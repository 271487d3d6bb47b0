"""Finding materials: the list, its facets, purposes, series and saved searches."""
