"""The workflow that libraries' ideas go through; from then on it is the editors'."""

from django.db import migrations

NAME = "Ideer fra biblioteker"
# libraries.roles gives them their permissions.
GROUPS = ("Redaktører", "Koordinatorer")


def make_workflow(apps, schema_editor):
    content_type, _created = apps.get_model(
        "contenttypes", "ContentType"
    ).objects.get_or_create(app_label="wagtailcore", model="groupapprovaltask")
    task = apps.get_model("wagtailcore", "GroupApprovalTask").objects.create(
        name="Redaktionen læser ideen", content_type=content_type
    )
    groups = apps.get_model("auth", "Group").objects
    task.groups.set([groups.get_or_create(name=name)[0] for name in GROUPS])
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name=NAME)
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(
        workflow=workflow, task=task, sort_order=0
    )


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0004_sent_ideas"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(make_workflow, migrations.RunPython.noop)]
