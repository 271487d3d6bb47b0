"""What assets tell the apps above them, in the past tense."""

from django.dispatch import Signal

# Arguments: download (a saved Download).
file_downloaded = Signal()

# Arguments: change (a saved VersionChange, committed).
version_replaced = Signal()

# Arguments: asset, days (30, 7 or 0 before its last day of use).
rights_ending = Signal()

# Rows of assets were changed in bulk, past ``post_save``. No arguments.
assets_changed = Signal()
