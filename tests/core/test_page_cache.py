"""A page is kept for strangers until something is changed, and for nobody else."""

import datetime
import gzip
import io
import threading
from urllib.parse import urlencode
from uuid import uuid4

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client, RequestFactory

from wagtail.models import Site

import pytest
import time_machine
from hypothesis import given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st

from assets.models import Download
from cms.wsgi import site
from core.models import SiteChange
from core.page_cache import PageCache
from core.page_cache.basis import note_other_source
from core.page_cache.changes import Watch, generation
from core.page_cache.queries import READ, NotingRequest
from home.models import SiteSettings, StandardPage
from libraries.roles import EDITORS
from tests.factories.assets import AssetFileFactory
from tests.factories.home import MaterialsPageFactory, StandardPageFactory, home_page
from tests.factories.users import UserFactory
from tests.processes import wait_until

pytestmark = pytest.mark.django_db(transaction=True)


class Watchful(Watch):
    """Looks each time, where the real one is a quarter of a second behind."""

    def known(self) -> str:
        self._look()
        return self._known

    glance = known


class KeptSite:
    """The site behind its kept pages, and how often it was asked itself."""

    def __init__(self) -> None:
        self.asked = 0
        self.cache = PageCache(self._ask, Watchful())

    def _ask(self, environ, start_response):
        self.asked += 1
        return site(environ, start_response)

    def get(self, address: str, method: str = "GET", **headers):
        path, _, query = address.partition("?")
        environ = RequestFactory(headers=headers).generic(method, path).environ
        environ["QUERY_STRING"] = query
        said = []
        chunks = self.cache(environ, lambda *words: said.append(words))
        status, found = said[0][:2]
        return int(status[:3]), dict(found), b"".join(chunks)

    def at_once(self, path: str, **said):
        """What is at hand for a stranger, who may say more."""
        return self.cache.at_once({**RequestFactory().get(path).environ, **said})

    def text(self, address: str, **headers) -> str:
        return self.get(address, **headers)[2].decode()


@pytest.fixture
def kept():
    return KeptSite()


@pytest.fixture
def dysser():
    # Made at the first visit of all, which is thereby a change.
    SiteSettings.for_site(Site.objects.get())
    return StandardPageFactory(title="Dysser", slug="dysser")


def test_the_second_stranger_is_answered_without_the_site(kept, dysser):
    first, second = kept.get("/dysser/"), kept.get("/dysser/")

    assert first == second
    assert "Dysser" in second[2].decode()
    assert kept.asked == 1


def test_an_address_and_its_query_are_pages_of_their_own(kept, dysser):
    MaterialsPageFactory()
    for address in ("/materialer/", "/materialer/?slags=print", "/dysser/"):
        kept.get(address)

    assert kept.asked == 3


def test_what_a_newsletter_hangs_on_an_address_makes_no_page(kept, dysser):
    kept.get("/dysser/")
    text = kept.text("/dysser/?utm_source=nyhedsbrev&fbclid=x")

    assert kept.asked == 1
    assert "nyhedsbrev" not in text


def _publish(page):
    page.title = "Jættestuer"
    page.save_revision().publish()


def _unpublish(page):
    page.unpublish()


def _rename_past_the_signals(page):
    StandardPage.objects.filter(pk=page.pk).update(title="Jættestuer")


def _put_into_the_menu(page):
    StandardPageFactory(title="Runesten", show_in_menus=True)


@pytest.mark.parametrize(
    "change", [_publish, _unpublish, _rename_past_the_signals, _put_into_the_menu]
)
def test_a_change_is_shown_at_once(kept, dysser, change):
    before = kept.text("/dysser/")
    change(dysser)

    assert kept.text("/dysser/") != before


def test_a_change_elsewhere_makes_no_page_anew(kept, dysser):
    runer = StandardPageFactory(slug="runer")
    before = kept.get("/dysser/")
    _publish(runer)

    assert kept.get("/dysser/") == before
    assert kept.asked == 1


def test_a_page_that_a_change_left_alone_still_sees_the_next(kept, dysser):
    runer = StandardPageFactory(slug="runer")
    kept.get("/dysser/")
    _publish(runer)
    kept.get("/dysser/")
    _publish(dysser)

    assert "Jættestuer" in kept.text("/dysser/")


def test_a_change_while_a_page_is_made_is_no_part_of_its_basis(dysser):
    """It was made from what was before, and is asked about what came after."""

    def made_before_the_change(environ, start_response):
        chunks = site(environ, start_response)
        if not changed:
            changed.append(_publish(dysser))
        return chunks

    changed: list = []
    cache = PageCache(made_before_the_change, Watchful())
    for _time in range(2):
        environ = RequestFactory().get("/dysser/").environ
        body = b"".join(cache(environ, lambda *words: None))

    assert "Jættestuer" in body.decode()


def test_a_page_goes_by_what_it_was_told_and_not_by_what_came_right_after(dysser):
    """What is changed past a transaction is there a moment before its mark."""

    def made_just_before(environ, start_response):
        chunks = site(environ, start_response)
        if not changed:
            changed.append(_rename_past_the_signals(dysser))
            SiteChange.objects.latest("pk").delete()
        return chunks

    changed: list = []
    cache = PageCache(made_just_before, Watchful())
    for _time in range(2):
        environ = RequestFactory().get("/dysser/").environ
        body = b"".join(cache(environ, lambda *words: None))
        # Now the mark comes.
        SiteChange.objects.create()

    assert "Jættestuer" in body.decode()


def test_questions_that_cannot_be_put_again_are_no_harm(kept):
    def odd(environ, start_response):
        with connection.cursor() as cursor:
            cursor.execute("SELECT %(a)s, 2", {"a": 1})
            assert cursor.fetchone() == (1, 2)
        head = [("Cache-Control", "no-cache"), ("Content-Length", "2")]
        start_response("200 OK", head)
        return [b"ok"]

    kept.cache = PageCache(odd, Watchful())

    assert kept.get("/ulige/")[2] == b"ok"


def test_a_cursor_tells_the_page_what_it_tells_its_basis(kept):
    """Its rows are read once, and handed on in whatever way they are asked for."""
    numbers = "SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 ORDER BY 1"

    def all_ways(environ, start_response):
        with connection.cursor() as cursor:
            cursor.execute(numbers)
            said = [cursor.fetchone(), *cursor.fetchmany(2), *cursor]
            cursor.execute(numbers)
            said += [*cursor.fetchall(), cursor.fetchone()]
            note_other_source()
            cursor.execute(numbers)
            said += [cursor.fetchone(), *cursor.fetchmany(2), *cursor.fetchall()]
        body = repr(said).encode()
        head = [("Cache-Control", "no-cache"), ("Content-Length", str(len(body)))]
        start_response("200 OK", head)
        return [body]

    kept.cache = PageCache(all_ways, Watchful())
    four = [(1,), (2,), (3,), (4,)]

    assert kept.get("/tal/")[2].decode() == repr([*four, *four, None, *four])


def test_what_is_found_right_grows_old_all_the_same(kept, dysser):
    """What the database does not tell of is made anew in the end."""
    runer = StandardPageFactory(slug="runer")
    noon = datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC)
    with time_machine.travel(noon, tick=False) as clock:
        for _time in range(3):
            kept.get("/dysser/")
            clock.shift(datetime.timedelta(minutes=4))
            runer.save()
        kept.get("/dysser/")

    assert kept.asked == 2


def test_a_page_made_from_more_than_the_database_is_made_anew(dysser):
    asked = []

    def by_another_source(environ, start_response):
        asked.append(environ)
        note_other_source()
        return site(environ, start_response)

    cache = PageCache(by_another_source, Watchful())
    for _time in range(2):
        cache(RequestFactory().get("/dysser/").environ, lambda *words: None)
        StandardPageFactory()

    assert len(asked) == 2


def test_a_query_is_asked_about_once_it_is_asked_for_again(kept, dysser):
    """They are as many as somebody wishes, and few are asked for twice."""
    MaterialsPageFactory()
    asked = []
    for _time in range(3):
        kept.get("/materialer/?slags=print")
        asked.append(kept.asked)
        StandardPageFactory()

    assert asked == [1, 2, 2]


def test_what_a_page_does_not_read_of_a_query_makes_no_page(kept, dysser):
    first = kept.get("/dysser/?paafund=1")

    assert kept.get("/dysser/?paafund=2&mere=x") == kept.get("/dysser/") == first
    assert kept.asked == 1


def test_a_query_without_end_is_taken_as_it_is(kept, dysser):
    kept.get("/dysser/")
    kept.get(f"/dysser/?paafund={'x' * 3000}")

    assert kept.asked == 2


def test_a_query_that_is_refused_is_refused_where_the_page_is_kept(kept, dysser):
    kept.get("/dysser/")

    assert kept.get("/dysser/?paafund=%00")[0] == 400


def test_nobody_makes_a_page_for_others_by_signs_of_their_own(kept):
    """In UTF-7 "+AHE-" is "q"."""
    MaterialsPageFactory()
    kept.get("/materialer/")
    StandardPageFactory()
    kept.get("/materialer/?+AHE-=svindel", content_type="text/plain; charset=utf-7")

    assert "svindel" not in kept.text("/materialer/")


def test_who_asks_wrongly_keeps_no_page_from_others(kept, dysser):
    assert kept.get("/dysser/?paafund=1", cookie='a="\\000"')[0] == 400
    kept.get("/dysser/")
    asked = kept.asked
    kept.get("/dysser/")

    assert kept.asked == asked


class Reading:
    """Pages that read of a query what its own words tell them to."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, environ, start_response):
        self.asked += 1
        body = self.text(NotingRequest(environ)).encode()
        head = [("Cache-Control", "no-cache"), ("Content-Length", str(len(body)))]
        start_response("200 OK", head)
        return [body]

    @staticmethod
    def text(request) -> str:
        said, name = [], "a"
        while name in request.GET and len(said) < 9:
            name = request.GET[name]
            said.append(name)
        if "d" in said:
            said += sorted(request.GET.items())
        return repr(said + request.GET.getlist("b")) + request.GET.get("c", "-")


NAMES = st.sampled_from("abcdex")
QUERIES = st.lists(st.tuples(NAMES, NAMES), max_size=5).map(urlencode)


@settings_of_hypothesis(max_examples=60, deadline=None)
@given(queries=st.lists(QUERIES, max_size=12))
def test_nobody_is_shown_the_page_of_another_query(queries):
    class Still(Watch):
        def known(self):
            return "1"

        now = known

    reading = Reading()
    cache = PageCache(reading, Still())
    for query in queries:
        environ = RequestFactory().get("/").environ | {"QUERY_STRING": query}
        shown = b"".join(cache(environ, lambda *words: None)).decode()
        assert shown == Reading.text(NotingRequest({**environ, READ: set()}))


def test_a_new_day_is_a_change(kept, dysser):
    noon = datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC)
    with time_machine.travel(noon, tick=False) as clock:
        kept.get("/dysser/")
        clock.shift(datetime.timedelta(hours=11, minutes=1))
        kept.get("/dysser/")

    assert kept.asked == 2


def test_a_change_that_is_undone_is_none(dysser):
    before = generation()
    with pytest.raises(RuntimeError), transaction.atomic():
        dysser.save()
        raise RuntimeError

    assert generation() == before


def test_a_change_after_one_that_was_undone_is_noted(dysser):
    before = generation()
    with transaction.atomic():
        with pytest.raises(RuntimeError), transaction.atomic():
            dysser.save()
            raise RuntimeError
        dysser.save()

    assert generation() != before


def test_what_no_reader_is_shown_is_no_change(dysser):
    version = AssetFileFactory().current_version
    before = generation()
    Download.objects.create(version=version)

    Client().get("/findes-ikke/")

    assert generation() == before


def test_a_person_is_never_shown_a_kept_page(kept, dysser):
    client = Client()
    client.force_login(UserFactory())
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    kept.get("/dysser/")
    headers = kept.get("/dysser/", cookie=cookie)[1]

    assert headers["Cache-Control"] == "private, no-store"
    assert kept.asked == 2


def test_a_strangers_page_is_never_what_a_person_was_shown(kept, dysser):
    user = UserFactory(first_name="Else", last_name="Sommer")
    user.groups.add(Group.objects.get(name=EDITORS))
    client = Client()
    client.force_login(user)
    kept.get("/dysser/", cookie=f"sessionid={client.cookies['sessionid'].value}")

    assert "Log ind" in kept.text("/dysser/")


@pytest.mark.parametrize(
    "address", ["/log-ind/", "/findes-ikke/", "/readyz", "/admin/"]
)
def test_what_is_no_page_is_not_kept(kept, dysser, address):
    kept.get(address)
    kept.get(address)

    assert kept.asked == 2


def test_a_draft_is_not_kept_from_its_author_to_a_stranger(kept, dysser):
    dysser.title = "Kladden"
    dysser.save_revision()

    assert "Kladden" not in kept.text("/dysser/")


def test_who_has_the_page_is_told_that_it_is_the_same(kept, dysser):
    tag = kept.get("/dysser/")[1]["ETag"]
    status, headers, body = kept.get("/dysser/", **{"if-none-match": tag})

    assert (status, body) == (304, b"")
    assert headers["ETag"] == tag


def test_it_is_sent_packed_to_who_can_unpack_it(kept, dysser):
    plain = kept.get("/dysser/")[2]
    _, headers, packed = kept.get("/dysser/", **{"accept-encoding": "gzip, br"})

    assert headers["Content-Encoding"] == "gzip"
    assert headers["Content-Length"] == str(len(packed))
    assert "Accept-Encoding" in headers["Vary"]
    assert gzip.GzipFile(fileobj=io.BytesIO(packed)).read() == plain


def test_head_is_told_the_length_and_no_more(kept, dysser):
    length = kept.get("/dysser/")[1]["Content-Length"]
    status, headers, body = kept.get("/dysser/", "HEAD")

    assert (status, headers["Content-Length"], body) == (200, length, b"")


def test_a_crowd_makes_a_page_once(dysser):
    begun, go_on, asked = threading.Event(), threading.Event(), []

    def slowly(environ, start_response):
        asked.append(environ)
        begun.set()
        go_on.wait(20)
        start_response(
            "200 OK", [("Cache-Control", "no-cache"), ("Content-Length", "1")]
        )
        return [b"x"]

    class Still(Watch):
        def known(self):
            return "1"

        now = known

    cache = PageCache(slowly, Still())

    def ask():
        environ = RequestFactory().get("/dysser/").environ
        bodies.append(b"".join(cache(environ, lambda *words: None)))

    bodies: list[bytes] = []
    crowd = [threading.Thread(target=ask) for _n in range(8)]
    for reader in crowd:
        reader.start()
    begun.wait(20)
    go_on.set()
    for reader in crowd:
        reader.join(20)

    assert bodies == [b"x"] * 8
    assert len(asked) == 1


def test_after_a_quiet_hour_nobody_goes_by_what_was_known_then():
    """Who comes while the first looks waits for what it sees."""
    begun, go_on = threading.Event(), threading.Event()
    told = ["old"]

    def ask():
        if told:
            return told.pop()
        begun.set()
        go_on.wait(20)
        return "new"

    watch = Watch(ask, every=0)
    assert watch.known() == "old"
    first = threading.Thread(target=watch.known)
    first.start()
    begun.wait(20)
    heard = []
    second = threading.Thread(target=lambda: heard.append(watch.known()))
    second.start()
    # Who did not wait would be done by now.
    second.join(0.1)
    go_on.set()
    first.join(20)
    second.join(20)

    assert heard == ["new"]


@pytest.fixture
def clock(monkeypatch):
    """Seconds, as a watch counts them."""
    seconds = [1000.0]
    monkeypatch.setattr("core.page_cache.changes.time.monotonic", lambda: seconds[0])
    return seconds


def test_a_glance_waits_for_nothing(clock):
    """A look aside is on its way, and the old is gone by until it is done."""
    go_on, told = threading.Event(), ["new", "old"]

    def ask():
        if len(told) == 1:
            go_on.wait(20)
        return told.pop()

    watch = Watch(ask, every=60)
    watch.known()
    clock[0] += 90
    assert watch.glance() == "old"
    go_on.set()
    wait_until(lambda: watch.glance() == "new", "the look aside is done")


def test_a_glance_finds_nothing_where_it_must_be_looked_first(clock):
    watch = Watch(lambda: "new", every=60)
    watch.known()
    clock[0] += 120
    assert watch.glance() == ""


def test_a_kept_page_is_at_hand_as_it_is_kept(kept, dysser):
    status, headers, body = kept.get("/dysser/")
    assert kept.at_once("/dysser/") == (f"{status} OK", list(headers.items()), body)


def test_what_is_not_kept_is_not_at_hand(kept, dysser):
    assert kept.at_once("/dysser/") is None


@pytest.mark.parametrize(
    "said",
    [
        {"HTTP_COOKIE": "sessionid=x"},
        {"HTTP_AUTHORIZATION": "Basic x"},
        {"HTTP_HOST": "another.dk"},
    ],
    ids=lambda said: next(iter(said)),
)
def test_what_is_kept_for_others_is_not_at_hand(kept, dysser, said):
    kept.get("/dysser/")
    assert kept.at_once("/dysser/", **said) is None


def test_nothing_old_is_at_hand(kept, dysser):
    kept.get("/dysser/")
    _publish(dysser)
    assert kept.at_once("/dysser/") is None


def test_nobody_waits_for_what_is_not_for_keeping(dysser):
    """A crowd at an address that is made for each is served at once, not in turn."""
    at_once = threading.Barrier(4)
    seen = []

    def personal(environ, start_response):
        if seen:
            # Goes on when as many are here as asked, and fails if they come in turn.
            at_once.wait(20)
        seen.append(environ)
        start_response("302 Found", [("Location", "/")])
        return [b""]

    class Still(Watch):
        generation = 0

        def known(self):
            return str(self.generation)

        now = known

    watch = Still()
    cache = PageCache(personal, watch)

    def ask():
        cache(RequestFactory().get("/pakke/").environ, lambda *words: None)

    ask()
    watch.generation = 1
    crowd = [threading.Thread(target=ask) for _n in range(4)]
    for reader in crowd:
        reader.start()
    for reader in crowd:
        reader.join(30)

    assert len(seen) == 5


def test_signing_in_changes_nothing_that_is_shown(dysser):
    user = UserFactory()
    before = generation()
    Client().force_login(user)

    assert generation() == before


def test_a_draft_that_is_kept_changes_nothing_that_is_shown(dysser):
    before = generation()
    dysser.title = "Jættestuer"
    dysser.save_revision()
    assert generation() == before


def test_a_release_is_a_change(dysser):
    before = generation()
    call_command("migrate", verbosity=0)

    assert generation() != before


def test_what_redis_told_is_asked_for_anew(kept, settings, redis_url):
    """How many materials there are stands in no table of the database then."""
    redis = {
        "BACKEND": "core.shared_cache.RestingRedisCache",
        "LOCATION": redis_url,
    }
    settings.CACHES = {**settings.CACHES, "counts": redis}
    MaterialsPageFactory()
    for _time in range(2):
        kept.get("/materialer/")
        StandardPageFactory()

    assert kept.asked == 2


@pytest.fixture
def shared_pages(settings, redis_url):
    """Redis, where processes share their pages."""
    redis = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": redis_url,
    }
    settings.CACHES = {**settings.CACHES, "pages": redis}


def test_addresses_that_anyone_can_make_up_are_not_shared(dysser, shared_pages):
    one, another = KeptSite(), KeptSite()
    one.get("/materialer/?slags=print")
    another.get("/materialer/?slags=print")

    assert another.asked == 1


def test_kept_pages_are_shown_while_the_database_is_away(dysser):
    def away():
        raise DatabaseError("away")

    watch = Watchful()
    asked = []

    def ask(environ, start_response):
        asked.append(environ)
        return site(environ, start_response)

    cache = PageCache(ask, watch)
    environ = RequestFactory().get("/dysser/").environ
    b"".join(cache(dict(environ), lambda *words: None))
    watch._ask = away
    text = b"".join(cache(dict(environ), lambda *words: None)).decode()

    assert "Dysser" in text
    assert len(asked) == 1


def test_another_process_shares_its_pages_through_redis(dysser, shared_pages):
    one, another = KeptSite(), KeptSite()
    first = one.get("/dysser/")

    assert another.get("/dysser/") == first
    assert another.asked == 0


def test_a_release_takes_no_page_of_the_one_before(dysser, shared_pages, monkeypatch):
    KeptSite().get("/dysser/")
    another = uuid4().hex
    monkeypatch.setattr("core.page_cache.application.release", lambda: another)
    kept = KeptSite()
    kept.get("/dysser/")

    assert kept.asked == 1


def test_the_front_page_is_made_from_nothing_that_it_writes(kept, dysser):
    """A page whose making is noted as a change would never be kept."""
    home_page()
    kept.get("/")
    before = generation()
    kept.get("/?n=1")

    assert generation() == before


def test_it_costs_a_kept_page_no_query_but_the_look(kept, dysser):
    kept.get("/dysser/")
    with connection.execute_wrapper(_refuse_all_but_the_look):
        assert kept.get("/dysser/")[0] == 200


def _refuse_all_but_the_look(execute, sql, params, many, context):
    assert "core_sitechange" in sql
    return execute(sql, params, many, context)
