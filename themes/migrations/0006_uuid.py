import uuid

from django.db import migrations, models


def name_themes(apps, schema_editor):
    """Give each theme a uuid of its own; a default would give all the same."""
    Theme = apps.get_model("themes", "Theme")
    for pk in Theme.objects.values_list("pk", flat=True):
        Theme.objects.filter(pk=pk).update(uuid=uuid.uuid4())


class Migration(migrations.Migration):

    dependencies = [("themes", "0005_logo")]

    operations = [
        migrations.AddField(
            model_name="theme",
            name="uuid",
            field=models.UUIDField(default=uuid.uuid4, editable=False, null=True),
        ),
        migrations.RunPython(name_themes, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="theme",
            name="uuid",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
    ]
