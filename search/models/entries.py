from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a hit is, in the order in which equals stand."""

    CAMPAIGN = "kampagne", _("Kampagner")
    IDEA = "ide", _("Ideer")
    ASSET = "materiale", _("Materialer")
    FILM = "film", _("Film")
    LIST = "laeseliste", _("Læselister")
    TITLE = "titel", _("Titler at låne")
    STORY = "fortaelling", _("Fortællinger")
    NEWS = "nyhed", _("Nyheder")
    PAGE = "side", _("Sider")


class Profile(models.Model):
    """What hits are narrowed by: kind, campaign, and the facts that hold.

    Many entries share one, so that facets are counted over some hundred of these. A
    profile never changes: an entry that does points to another.
    """

    facts = models.TextField(_("fakta"), unique=True)

    class Meta:
        verbose_name = _("søgeprofil")
        verbose_name_plural = _("søgeprofiler")

    def __str__(self):
        return self.facts


class Entry(models.Model):
    """One thing that can be found: a page, a title on a reading list, or an asset.

    It holds what a hit shows and is ordered by. Who may see it is not kept here but
    asked of the page or the asset, each time. A title has its list as its page.
    """

    class Reach(models.IntegerChoices):
        """Which words an asset's entry has. One with a text inside it has two entries:
        one for those who may read that text, and one for those who may not."""

        WHOLE = 0, _("alt")
        OUTSIDE = 1, _("uden filernes tekst")
        INSIDE = 2, _("med filernes tekst")

    kind = models.CharField(_("slags"), max_length=12, choices=Kind)
    language = models.CharField(_("sprog"), max_length=10, blank=True)
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("side"),
    )
    work = models.ForeignKey(
        "campaigns.ReadingListTitle",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("titel"),
    )
    asset = models.ForeignKey(
        "assets.Asset",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("materiale"),
    )
    reach = models.PositiveSmallIntegerField(choices=Reach, default=Reach.WHOLE)
    profile = models.ForeignKey(
        Profile,
        on_delete=models.PROTECT,
        related_name="entries",
        verbose_name=_("profil"),
    )
    # The stems of the title in a row, to tell a title that is just what was asked for.
    title_stems = models.CharField(max_length=255)
    title_length = models.PositiveSmallIntegerField()
    # How many words it has, in powers of two: what stands in a short text tells more.
    size = models.PositiveSmallIntegerField()
    # The order of equals: greater first. Whole numbers, since collations differ.
    rank = models.BigIntegerField()

    class Meta:
        verbose_name = _("søgepost")
        verbose_name_plural = _("søgeposter")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(page=None) ^ models.Q(asset=None),
                name="entry_is_a_page_or_an_asset",
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.title_stems}"


class EntryWords(models.Model):
    """The words of an entry as the stores index them, and its text for excerpts.

    ``words`` are set apart by spaces; the first letter of each tells where it stands
    (``index.words``). ``text`` is plain.
    """

    entry = models.OneToOneField(
        Entry, on_delete=models.CASCADE, primary_key=True, related_name="words"
    )
    words = models.TextField()
    text = models.TextField(blank=True)
    # As the entry's: the best of very many are met here, without the entries.
    rank = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("ord i en søgepost")
        verbose_name_plural = _("ord i søgeposter")

    def __str__(self):
        return self.words[:60]
