"""What is sent to the site: how much it may be, and how long it is waited for."""
