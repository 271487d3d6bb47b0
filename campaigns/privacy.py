"""What campaigns keep of people."""

from core.privacy.records import Basis, keep

from .ideas.sending import SENDER_KEPT


def register() -> None:
    """Fill the table."""
    keep(
        "campaigns.SentIdea",
        "sender",
        purpose="svare den, der sendte en idé",
        ends="efter at ideen blev sendt; ideen bliver, og personen glemmes",
        days=SENDER_KEPT.days,
        is_whole=True,
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
