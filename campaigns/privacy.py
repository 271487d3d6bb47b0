"""What campaigns keep of people."""

from core.privacy.records import Basis, keep

from .ideas.sending import DRAFTS_KEPT, SENDER_KEPT, given_up, long_sent


def register() -> None:
    """Fill the table."""
    keep(
        "campaigns.SentIdea",
        "sender",
        purpose="svare den, der sendte en idé",
        ends="efter at ideen blev sendt; ideen bliver, og personen glemmes",
        days=SENDER_KEPT.days,
        is_whole=True,
        old=long_sent,
        forget=lambda ideas: ideas.update(sender=None),
    )
    keep(
        "campaigns.SentIdea",
        purpose="lade et bibliotek skrive videre på en kladde",
        ends="efter at kladden sidst blev gemt",
        days=DRAFTS_KEPT.days,
        old=given_up,
    )
    keep(
        "campaigns.ReleaseSet",
        *("owner", "approved_by"),
        purpose="vise, hvem der godkendte en udgivelse",
        ends="så længe udgivelsen er der",
        secret=("preview_token",),
    )
    keep(
        "campaigns.CampaignPage",
        "contacts",
        purpose="vise, hvem man kan ringe til om en kampagne",
        ends="til redaktionen retter siden",
    )
    keep(
        "campaigns.ReadingListTitle",
        "author",
        purpose="forfatteren til en bog",
        basis=Basis.NOBODY,
        ends="så længe listen er der",
    )
