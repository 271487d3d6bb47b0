"""Campaigns, reading lists, films and countdowns on other sites' pages."""
