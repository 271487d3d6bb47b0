"""Ideas from a spreadsheet: read, shown, and saved as drafts whole or not at all."""

from django.db import transaction
from django.utils.translation import gettext as _

from core.csv_files import UnreadableFile
from core.spreadsheets import read_table

from ..models import CampaignPage
from .columns import Column, column_of, is_title
from .plans import Plan
from .rows import RowReader

MAX_IDEAS = 500


def plan_import(data: bytes, campaign: CampaignPage, user) -> Plan:
    """Read a file and say what it becomes below ``campaign``; saves nothing.

    An idea of the same title below the campaign is the same idea. Raises
    UnreadableFile.
    """
    table = read_table(data, is_title)
    if len(table.rows) > MAX_IDEAS:
        raise UnreadableFile(
            _("Filen har %(n)s ideer. Del den: højst 500 ad gangen.")
            % {"n": len(table.rows)}
        )
    plan = Plan(campaign, told=table.told)
    places: dict[str, tuple[Column, str]] = {}
    for heading in filter(None, table.headings):
        column, unit = column_of(heading)
        if column:
            places[heading] = column, unit
    if ignored := [name for name in table.headings if name and name not in places]:
        plan.told.append(
            _("Kolonner, vi ikke bruger: %(names)s.") % {"names": ", ".join(ignored)}
        )
    _refuse_two_of_a_kind(places)
    reader = RowReader(plan, places, user)
    for row in table.rows:
        reader.read(row)
    reader.find_needs()
    reader.find_twins()
    return plan


def _refuse_two_of_a_kind(places: dict[str, tuple[Column, str]]) -> None:
    seen: dict[str, str] = {}
    for heading, (column, _unit) in places.items():
        if column.name != "trin" and column.name in seen:
            raise UnreadableFile(
                _("Overskrifterne ”%(a)s” og ”%(b)s” betyder det samme.")
                % {"a": seen[column.name], "b": heading}
            )
        seen[column.name] = heading


@transaction.atomic
def save_import(plan: Plan, user, *, update: bool) -> None:
    """Save new ideas as drafts, and what changed as drafts too where it is wanted."""
    if plan.problems:
        raise ValueError("A plan with problems is not saved.")
    for idea in plan.of_fate("new"):
        plan.campaign.add_child(instance=idea.page)
        idea.page.save_revision(user=user, log_action="wagtail.create")
    for idea in plan.of_fate("changed") if update else ():
        draft = idea.twin.get_latest_revision_as_object()
        idea.put_onto(draft)
        draft.save_revision(user=user, log_action=True)
