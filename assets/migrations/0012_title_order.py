from django.db import migrations

import core.fields

BATCH = 2000


def fill(apps, schema_editor):
    """Give the titles that are there their keys."""
    Asset = apps.get_model("assets", "Asset")
    key_of = Asset._meta.get_field("title_key").pre_save
    last = 0
    while assets := list(
        Asset.objects.filter(pk__gt=last).order_by("pk").only("pk", "title")[:BATCH]
    ):
        for asset in assets:
            key_of(asset, False)
        Asset.objects.bulk_update(assets, ["title_key"])
        last = assets[-1].pk


class Migration(migrations.Migration):
    dependencies = [("assets", "0005_picture_rights")]

    operations = [
        migrations.AddField("asset", "title_key", core.fields.SortKeyField(of="title")),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
