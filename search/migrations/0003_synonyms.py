"""Words that librarians use for the same thing, to begin with; editors keep the list."""

from django.db import migrations

GROUPS = [
    "plakat, poster, opslagsplakat",
    "infoskærm, storskærm, skærmbillede",
    "sociale medier, some, facebook, instagram",
    "emneliste, læseliste, bogliste, litteraturliste, boganbefalinger",
    "film, filmklip, video",
    "bogmærke, boglægger",
    "gulvfolie, gulvklistermærke, gulvbanner",
    "roll-up, rullebanner",
    "webbanner, netbanner, bannerannonce",
    "quiz, kahoot, spørgeleg",
    "skattejagt, postløb, orienteringsløb",
    "logo, bomærke",
    "pressemeddelelse, pressetekst, presseomtale",
    "idé, aktivitet, arrangement, event",
    "foredrag, oplæg",
    "grafisk pakke, designpakke, visuel identitet, designguide",
    "skabelon, template",
    "workshop, værksted",
    "flyer, løbeseddel, brochure",
    "gåtur, vandretur, byvandring",
    "partner, samarbejdspartner",
    "minder, erindringer",
    "idekatalog, idébank, idésamling",
    "bedsteforældre, bedstemor, bedstefar",
    "undertekster, captions",
    "medieomtale, presse, journalist",
    "e-bog, ebog, ereolen",
    "dyr, dyreliv, fauna",
    "plante, flora, blomst",
]


def add(apps, schema_editor):
    apps.get_model("search", "Synonym").objects.bulk_create(
        [apps.get_model("search", "Synonym")(words=words) for words in GROUPS],
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):

    dependencies = [("search", "0002_full_text")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
