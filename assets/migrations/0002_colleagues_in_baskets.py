import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def note_owners(apps, schema_editor):
    """Until now the owner alone put things in a basket."""
    Basket = apps.get_model("assets", "Basket")
    owners = Basket.objects.filter(pk=models.OuterRef("basket")).values("owner")[:1]
    apps.get_model("assets", "BasketItem").objects.update(
        added_by=models.Subquery(owners)
    )


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("assets", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="basketitem",
            name="added_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.CreateModel(
            name="BasketChoice",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "basket",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="choices",
                        to="assets.basket",
                    ),
                ),
            ],
            options={
                "verbose_name": "valgt kurv",
                "verbose_name_plural": "valgte kurve",
            },
        ),
        migrations.RunPython(note_owners, migrations.RunPython.noop),
    ]
