from .libraries import Library, MailDomain, Region
from .memberships import Invitation, Membership

__all__ = ["Invitation", "Library", "MailDomain", "Membership", "Region"]
