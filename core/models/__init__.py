from .changes import SiteChange
from .jobs import ScheduledRun, TaskLease
from .pages import BasePage
from .publishing import AnsweredWarning
from .records import OpenRecord
from .upkeep import Upkeep

__all__ = [
    "AnsweredWarning",
    "BasePage",
    "OpenRecord",
    "ScheduledRun",
    "SiteChange",
    "TaskLease",
    "Upkeep",
]
