"""What assets tell the apps above them, in the past tense."""

from django.dispatch import Signal

# Arguments: download (a saved Download).
file_downloaded = Signal()
