from .milestones import Milestone
from .reasons import TimetableReason
from .themes import Theme

__all__ = ["Milestone", "Theme", "TimetableReason"]
