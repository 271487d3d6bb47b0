from .changes import SiteChange
from .jobs import ScheduledRun, TaskLease
from .pages import BasePage
from .publishing import AnsweredWarning

__all__ = ["AnsweredWarning", "BasePage", "ScheduledRun", "SiteChange", "TaskLease"]
