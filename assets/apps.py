from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssetsConfig(AppConfig):
    name = "assets"
    verbose_name = _("Materialer")

    def ready(self):
        from core.dashboard import dashboard_items
        from core.operations.health import REPORTS
        from core.operations.metrics import GAUGES
        from themes.panels import logo_colours

        from . import audit, fixity, privacy, publishing  # noqa: F401
        from .baskets.panel import register as register_baskets
        from .buckets import trying  # noqa: F401
        from .intake import quarantine
        from .intake.waiting import check_uploads, files_that_wait
        from .library_panel import register
        from .logos import colours_of_logo
        from .mailed import notices as package_notices
        from .mailed.panel import register as register_packages
        from .reconciling.stuck import stuck_rows
        from .rights import endings
        from .rights.dashboard import rights_that_end
        from .share_pictures import claims  # noqa: F401
        from .signal_handlers import register_signal_handlers
        from .versions import notices

        register()
        privacy.register()
        audit.register()
        notices.register_letters()
        endings.register_letters()
        quarantine.register_letters()
        package_notices.register_letters()
        register_baskets()
        dashboard_items(rights_that_end)
        dashboard_items(files_that_wait)
        dashboard_items(fixity.files_at_fault)
        REPORTS["uploads"] = check_uploads
        REPORTS["files"] = fixity.check_files
        GAUGES["files_faulty"] = (
            "Versions whose object was missing or changed when it was last read.",
            lambda: fixity.faulty().count(),
        )
        GAUGES["rows_stuck"] = (
            "Rows that have waited for two hours and should have moved.",
            lambda: sum(1 for _words in stuck_rows()),
        )
        GAUGES["files_overdue"] = (
            "Versions that were not read again within 90 days.",
            lambda: fixity.overdue().count(),
        )
        register_packages()
        logo_colours(colours_of_logo)
        register_signal_handlers()
