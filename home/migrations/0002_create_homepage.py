from django.db import migrations


def create_homepage(apps, schema_editor):
    """Put our home page where Wagtail's first migration put its welcome page."""
    ContentType = apps.get_model("contenttypes.ContentType")
    Locale = apps.get_model("wagtailcore.Locale")
    Page = apps.get_model("wagtailcore.Page")
    Site = apps.get_model("wagtailcore.Site")
    HomePage = apps.get_model("home.HomePage")

    Page.objects.filter(slug="home", depth=2).delete()
    content_type, _created = ContentType.objects.get_or_create(
        model="homepage", app_label="home"
    )
    locale, _created = Locale.objects.get_or_create(language_code="da")
    home = HomePage.objects.create(
        title="Bibliotekernes Temasamarbejde",
        draft_title="Bibliotekernes Temasamarbejde",
        slug="forside",
        content_type=content_type,
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/forside/",
        locale=locale,
    )
    Page.objects.filter(depth=1).update(numchild=1)
    Site.objects.all().delete()
    Site.objects.create(
        hostname="localhost",
        site_name="Bibliotekernes Temasamarbejde",
        root_page=home,
        is_default_site=True,
    )


def remove_homepage(apps, schema_editor):
    Page = apps.get_model("wagtailcore.Page")
    apps.get_model("wagtailcore.Site").objects.all().delete()
    Page.objects.filter(depth__gt=1).delete()
    Page.objects.filter(depth=1).update(numchild=0)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(create_homepage, remove_homepage)]
