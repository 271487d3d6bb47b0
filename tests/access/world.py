"""One of everything that an address can name, and one person of each role."""

import datetime

from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query
from wagtail.models import Collection, Locale, Page, Site, Task, Workflow

from assets.models import (
    Asset,
    CollectionAccess,
    Drop,
    Package,
    PackageNotice,
    SavedSearch,
    Upload,
)
from assets.permissions import Audience
from campaigns.models import IdeaIndexPage, SentIdea
from core.models import OpenRecord
from core.open_data.records import note_changes
from libraries.models import Invitation, Membership
from libraries.roles import AGENCY, EDITORS
from mail.models import Message
from search.models import MissedQuery, Synonym
from tests.factories.assets import FormatFactory, make_basket, make_file, make_share
from tests.factories.campaigns import (
    CampaignPageFactory,
    IdeaIndexPageFactory,
    IdeaPageFactory,
    NetMediaFactory,
    PartnerFactory,
    ReadingListPageFactory,
)
from tests.factories.home import MaterialsPageFactory, NewsIndexPageFactory
from tests.factories.images import ImageFactory
from tests.factories.libraries import MailDomainFactory, MembershipFactory
from tests.factories.releases import make_release
from tests.factories.users import UserFactory

ROLES = ["stranger", "presse", "library", "agency", "editor", "administrator"]


def people() -> dict[str, Client]:
    """A client for each role; ``library`` owns what ``make_world`` makes."""
    users = {
        "presse": UserFactory(),
        "library": MembershipFactory().user,
        "agency": UserFactory(),
        "editor": UserFactory(),
        "administrator": UserFactory(is_superuser=True),
    }
    users["agency"].groups.add(Group.objects.get(name=AGENCY))
    users["editor"].groups.add(Group.objects.get(name=EDITORS))
    clients = {"stranger": Client(raise_request_exception=False)}
    for role, user in users.items():
        clients[role] = Client(raise_request_exception=False)
        clients[role].force_login(user)
        clients[role].user = user
    return clients


def make_world(owner) -> dict[str, object]:
    """Names for what stands in the matrix's addresses, each with its key or slug.

    What belongs to one person or one library is ``owner``'s.
    """
    world = {**_assets(), **_pages(), **_belongings(owner), **_registers(owner)}
    note_changes()
    records = dict(OpenRecord.objects.values_list("kind", "uuid"))
    return {**world, **{f"{kind}_record": uuid for kind, uuid in records.items()}}


def _assets() -> dict[str, object]:
    files = {
        "open": make_file(),
        "staff": make_file(access=Audience.LIBRARY),
        "named": make_file(access=Audience.NAMED),
        "draft": make_file(state=Asset.State.DRAFT),
        "withdrawn": make_file(state=Asset.State.WITHDRAWN),
        "expired": make_file(
            usable_until=timezone.localdate() - datetime.timedelta(days=1)
        ),
    }
    share = make_share(files["open"])
    locked = make_share(files["open"], password="en-anden-saetning")
    access = CollectionAccess.objects.create(
        collection=Collection.get_first_root_node().add_child(name="Presse"),
        access=Audience.EDITOR,
    )
    drop = Drop.objects.create(collection=Collection.get_first_root_node())
    upload = Upload.objects.create(drop=drop, name="p.pdf", size=9, part_size=9)
    return {
        **{name: file.public_id for name, file in files.items()},
        **{f"{name}_slug": file.asset.slug for name, file in files.items()},
        "asset_file": files["open"].pk,
        "asset": files["open"].asset.pk,
        "format": FormatFactory().pk,
        "licence": files["open"].asset.licence_id,
        "sharelink": share.pk,
        "share": share.token,
        "locked_share": locked.token,
        "collectionaccess": access.pk,
        "collection": access.collection_id,
        "customimage": ImageFactory().pk,
        "upload": upload.pk,
    }


def _pages() -> dict[str, object]:
    MaterialsPageFactory()
    NewsIndexPageFactory()
    IdeaIndexPageFactory()
    campaign = CampaignPageFactory(title="Ude", slug="ude")
    hidden = CampaignPageFactory(title="Kladde", slug="kladde", live=False)
    reading = ReadingListPageFactory(parent=campaign, slug="liste")
    hidden_reading = ReadingListPageFactory(parent=campaign, slug="skjult", live=False)
    IdeaPageFactory(parent=campaign, slug="ide")
    for page in (campaign, hidden):
        page.save_revision()
    release = make_release(hidden)
    release.open_preview(7)
    return {
        "campaign": campaign.pk,
        "campaign_key": campaign.translation_key,
        "hidden_key": hidden.translation_key,
        "hidden": hidden.pk,
        "reading": reading.pk,
        "hidden_reading": hidden_reading.pk,
        "parent": campaign.get_parent().pk,
        "home": Page.objects.get(depth=2, locale__language_code="da").pk,
        "ideas": IdeaIndexPage.objects.get().pk,
        "revision": campaign.latest_revision_id,
        "theme": campaign.theme_id,
        "theme_slug": campaign.theme.slug,
        "releaseset": release.pk,
        "release": release.preview_token,
        "partner": PartnerFactory().pk,
        "netmedia": NetMediaFactory().pk,
    }


def _belongings(owner) -> dict[str, object]:
    own = Membership.objects.get(user=owner)
    basket = make_basket(owner)
    package = Package.objects.create(digest="a", size=3, state=Package.State.READY)
    return {
        "basket": basket.pk,
        "search": SavedSearch.objects.create(user=owner, name="Min", query="q=x").pk,
        "notice": PackageNotice.objects.create(
            package=package, user=owner, basket=basket, size=3
        ).pk,
        "sent_idea": SentIdea.objects.create(library=own.library, sender=owner).pk,
        "waiting": MembershipFactory(
            library=own.library, state=Membership.State.WAITING
        ).pk,
        "colleague": MembershipFactory(library=own.library).pk,
    }


def _registers(owner) -> dict[str, object]:
    own = Membership.objects.get(user=owner)
    invitation = Invitation.objects.create(library=own.library, email="ny@x.example")
    now = timezone.now()
    return {
        "library": own.library_id,
        "membership": own.pk,
        "maildomain": MailDomainFactory().pk,
        "invitation": invitation.pk,
        "user": owner.pk,
        "group": Group.objects.get(name=AGENCY).pk,
        "site": Site.objects.first().pk,
        "locale": Locale.objects.first().pk,
        "workflow": Workflow.objects.first().pk,
        "task": Task.objects.first().pk,
        "redirect": Redirect.objects.create(old_path="/gammel", redirect_link="/ny").pk,
        "query": Query.get("flint").pk,
        "synonym": Synonym.objects.create(words="flint, flække").pk,
        "missedquery": MissedQuery.objects.create(
            text="zzz", language="da", last_at=now
        ).pk,
        "message": Message.objects.create(key="k", kind="x", next_attempt_at=now).pk,
    }
