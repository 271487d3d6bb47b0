"""The two buckets of a site on S3: made as they must be, and tried."""
