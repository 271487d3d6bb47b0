from .jobs import ScheduledRun, TaskLease
from .pages import BasePage

__all__ = ["BasePage", "ScheduledRun", "TaskLease"]
