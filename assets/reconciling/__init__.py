"""Database and storage held against each other: ``manage.py reconcile``."""
