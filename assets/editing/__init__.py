"""The materials in the admin: forms, list, panels and bulk actions."""
