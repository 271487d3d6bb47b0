"""What lists of assets in the admin show beside the usual."""

from wagtail.admin.ui.tables import Column


class PreviewColumn(Column):
    """The asset's picture."""

    cell_template_name = "admin/assets/preview_cell.html"


class FilePreviewColumn(Column):
    """The file's picture."""

    cell_template_name = "admin/assets/file_preview_cell.html"
