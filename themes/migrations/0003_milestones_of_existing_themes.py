"""Give the themes that there are the milestones that the campaign clock reckons."""

from django.db import migrations

from themes.clock import Span, peak_in, timetable


def make_milestones(apps, schema_editor):
    Theme = apps.get_model("themes", "Theme")
    Milestone = apps.get_model("themes", "Milestone")
    for theme in Theme.objects.filter(milestones=None).iterator():
        period = Span(theme.starts_on, theme.ends_on)
        peak = peak_in(period, theme.first_peak_week, theme.last_peak_week)
        Milestone.objects.bulk_create(
            Milestone(
                theme=theme,
                kind=kind.value,
                starts_on=span.first,
                ends_on=span.last,
            )
            for kind, span in timetable(period, peak).items()
        )


class Migration(migrations.Migration):

    dependencies = [("themes", "0002_milestones")]

    operations = [migrations.RunPython(make_milestones, migrations.RunPython.noop)]
