"""Files of forms on their way in."""

import contextlib

from django.core.files.uploadhandler import TemporaryFileUploadHandler


class TidyUploadHandler(TemporaryFileUploadHandler):
    """Removes at once the temporary file that the disk had no room for.

    Django leaves it to the garbage collector, while the error that holds it is told.
    """

    def receive_data_chunk(self, raw_data, start):
        try:
            return super().receive_data_chunk(raw_data, start)
        except OSError:
            with contextlib.suppress(OSError):
                self.file.close()
            raise
