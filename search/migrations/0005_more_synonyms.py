"""More words for the same, as libraries and their partners say it: some in English."""

from django.db import migrations

GROUPS = [
    "DR, Danmarks Radio",
    "bogmærke, bookmark",
    "skattejagt, treasure hunt",
    "pressemeddelelse, press release",
    "emneliste, læseliste, reading list, booklist",
    "grafisk pakke, graphic package, toolkit",
    "gulvfolie, floor sticker",
    "tidslinje, timeline",
    "foredrag, lecture",
    "kampagne, campaign",
    "samtalekort, conversation cards, spørgekort, dialogkort",
    "højtlæsning, oplæsning",
    "kontakt, kontaktperson, koordinator",
    "foto, fotografi, billede",
    "besættelsen, anden verdenskrig, 2. verdenskrig",
    "stemmeret, valgret",
    "privatliv, persondata, gdpr",
    "tilgængelighed, webtilgængelighed, wcag",
    "plejehjem, ældrecenter",
    "teaser, trailer, filmklip",
]


def add(apps, schema_editor):
    apps.get_model("search", "Synonym").objects.bulk_create(
        [apps.get_model("search", "Synonym")(words=words) for words in GROUPS],
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):

    dependencies = [("search", "0004_order_of_the_foremost")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
