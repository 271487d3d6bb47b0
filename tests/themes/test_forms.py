"""The theme's form: milestones that follow or stay, and warnings that ask why."""

import datetime

from django.contrib.auth.models import Group
from django.test import Client

import pytest

from libraries.roles import EDITORS
from tests.factories.themes import ThemeFactory
from tests.factories.users import UserFactory
from themes.clock import MilestoneKind
from themes.models import Theme, TimetableReason

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

date = datetime.date
MOVABLE = [kind for kind in MilestoneKind if not kind.follows_theme]
NEW = {
    "number": "12",
    "umbrella": "",
    "subtitle": "Vores natur",
    "slug": "vores-natur",
    "label": "",
    "state": "announced",
    "starts_on": "uge 37 2020",
    "ends_on": "uge 42 2020",
    "first_peak_week": "39",
    "last_peak_week": "40",
    "dates_note": "",
    "ground": "#efe6d2",
    "ink": "#2b2119",
    "button": "#c2452d",
    "motif": "waves",
    "seed": "7",
}
WHY = "Aftalt på årsmødet."


@pytest.fixture
def editor():
    user = UserFactory()
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


@pytest.fixture
def client(editor):
    client = Client()
    client.force_login(editor)
    return client


def sent(**changes) -> dict:
    """What the form of a new theme sends, its rows of milestones empty."""
    rows = {}
    for kind in MOVABLE:
        for name in ("starts_on", "ends_on", "note"):
            rows[f"milestone-{kind}-{name}"] = ""
    return {**NEW, **rows, **changes}


def shown(client, theme: Theme, **changes) -> dict:
    """What the form of a theme sends when only ``changes`` are written in it."""
    form = client.get(f"/admin/themes/edit/{theme.pk}/").context["form"]
    data = {}
    for one in (form, *form.milestones, *form.reasons):
        for field in one:
            value = field.value()
            if isinstance(value, datetime.date):
                value = value.strftime("%d.%m.%Y")
            if value not in (None, False):
                data[field.html_name] = value
    return {**data, **changes}


def make(client, **changes):
    return client.post("/admin/themes/new/", sent(**changes))


def edit(client, theme, **changes):
    data = shown(client, theme, **changes)
    return client.post(f"/admin/themes/edit/{theme.pk}/", data, follow=True)


def days(theme, kind) -> tuple[date, date]:
    milestone = theme.milestones.get(kind=kind)
    return milestone.starts_on, milestone.ends_on


def row(response, kind):
    rows = response.context["form"].milestones
    return next(row for row in rows if row.kind == kind)


class TestMilestones:
    def test_a_new_theme_has_them_all(self, client):
        response = make(client)
        theme = Theme.objects.get()
        assert response.url == f"/admin/themes/edit/{theme.pk}/"
        assert {m.step: m.span for m in theme.milestones.all()} == theme.timetable
        assert theme.starts_on == date(2020, 9, 7)
        assert theme.ends_on == date(2020, 10, 18)

    def test_one_may_be_moved_from_the_start(self, client):
        make(client, **{"milestone-workshop-starts_on": "uge 17 2020"})
        workshop = Theme.objects.get().milestones.get(kind="workshop")
        assert workshop.is_moved
        assert workshop.span.weeks == "uge 17"
        assert workshop.starts_on == workshop.ends_on == date(2020, 4, 20)

    def test_a_week_that_the_year_does_not_have_is_refused(self, client):
        response = make(client, **{"milestone-workshop-starts_on": "uge 53 2021"})
        errors = row(response, "workshop").errors
        assert errors == {"starts_on": ["Der er ingen uge 53 i 2021."]}
        assert "Der er ingen uge 53 i 2021." in response.text
        assert 'value="uge 53 2021"' in response.text
        assert response.context["form"]["subtitle"].value() == "Vores natur"
        assert not Theme.objects.exists()

    @pytest.mark.parametrize(
        ("first", "last", "field", "sentence"),
        [
            (
                "1.5.2020",
                "1.4.2020",
                "ends_on",
                "Sidste dag (01.04.2020) ligger før første dag (01.05.2020).",
            ),
            ("", "1.4.2020", "starts_on", "Skriv også første dag."),
            (
                "1.5.2002",
                "",
                "starts_on",
                "Det er mere end to år fra kampagnen. Er året rigtigt?",
            ),
        ],
    )
    def test_days_that_cannot_be_are_told_at_their_field(
        self, client, first, last, field, sentence
    ):
        changes = {
            "milestone-catalogue-starts_on": first,
            "milestone-catalogue-ends_on": last,
        }
        response = make(client, **changes)
        assert row(response, "catalogue").errors == {field: [sentence]}
        assert not Theme.objects.exists()

    def test_they_follow_the_dates_of_the_theme(self, client):
        theme = ThemeFactory()
        edit(client, theme, starts_on="uge 40 2017")
        theme.refresh_from_db()
        assert {m.step: m.span for m in theme.milestones.all()} == theme.timetable

    def test_a_moved_one_stays_and_that_is_told(self, client):
        theme = ThemeFactory()
        moved = {"milestone-catalogue-starts_on": "16.5.2017"}
        moved["milestone-catalogue-ends_on"] = "16.5.2017"
        edit(client, theme, **moved)
        response = edit(client, theme, starts_on="uge 40 2017")
        assert days(theme, "catalogue") == (date(2017, 5, 16), date(2017, 5, 16))
        assert "Flyttet før, og derfor ikke flyttet med: Idékatalog." in response.text

    def test_they_follow_a_theme_that_moves_by_years(self, client):
        theme = ThemeFactory()
        edit(client, theme, starts_on="uge 40 2027", ends_on="uge 43 2027")
        theme.refresh_from_db()
        assert theme.starts_on == date(2027, 10, 4)
        assert {m.step: m.span for m in theme.milestones.all()} == theme.timetable

    def test_a_moved_one_is_not_left_years_behind(self, client):
        theme = ThemeFactory()
        edit(client, theme, **{"milestone-catalogue-starts_on": "20.5.2017"})
        years = {"starts_on": "uge 40 2027", "ends_on": "uge 43 2027"}
        response = edit(client, theme, **years)
        assert row(response, "catalogue").errors == {
            "starts_on": ["Det er mere end to år fra kampagnen. Er året rigtigt?"]
        }
        saved = edit(client, theme, **years, **{"milestone-catalogue-reckon": "on"})
        assert saved.context.get("form") is None
        theme.refresh_from_db()
        assert (
            theme.milestones.get(kind="catalogue").span == theme.timetable["catalogue"]
        )

    def test_a_moved_one_may_be_reckoned_again(self, client):
        theme = ThemeFactory()
        reckoned = days(theme, "catalogue")
        moved = {"milestone-catalogue-starts_on": "16.5.2017"}
        moved["milestone-catalogue-ends_on"] = "16.5.2017"
        edit(client, theme, **moved)
        edit(client, theme, **{"milestone-catalogue-reckon": "on"})
        assert days(theme, "catalogue") == reckoned
        assert not theme.milestones.get(kind="catalogue").is_moved

    def test_an_emptied_one_is_reckoned_again(self, client):
        theme = ThemeFactory()
        reckoned = days(theme, "catalogue")
        theme.milestones.filter(kind="catalogue").update(
            is_moved=True, starts_on=date(2017, 5, 16), ends_on=date(2017, 5, 16)
        )
        emptied = {
            "milestone-catalogue-starts_on": "",
            "milestone-catalogue-ends_on": "",
        }
        edit(client, theme, **emptied)
        assert days(theme, "catalogue") == reckoned

    def test_one_may_have_a_note_or_be_left_out(self, client):
        theme = ThemeFactory()
        changes = {"milestone-workshop-note": "Odense og Aalborg"}
        changes["milestone-print_order-is_dropped"] = "on"
        edit(client, theme, **changes)
        workshop = theme.milestones.get(kind="workshop")
        assert (workshop.note, workshop.is_moved) == ("Odense og Aalborg", False)
        assert theme.milestones.get(kind="print_order").is_dropped

    def test_a_form_without_the_rows_leaves_them_alone(self, client):
        theme = ThemeFactory()
        theme.milestones.filter(kind="catalogue").update(
            is_moved=True, starts_on=date(2017, 5, 16), ends_on=date(2017, 5, 16)
        )
        data = {
            name: value
            for name, value in shown(client, theme).items()
            if not name.startswith("milestone-")
        }
        client.post(f"/admin/themes/edit/{theme.pk}/", {**data, "seed": "9"})
        assert days(theme, "catalogue") == (date(2017, 5, 16), date(2017, 5, 16))
        assert Theme.objects.get().seed == 9

    def test_only_what_changes_is_another_version_to_calendars(self, client):
        theme = ThemeFactory()
        before = dict(theme.milestones.values_list("kind", "revision"))
        edit(client, theme, **{"milestone-workshop-note": "Odense"})
        after = dict(theme.milestones.values_list("kind", "revision"))
        assert after == {**before, "workshop": before["workshop"] + 1}

    def test_the_form_asks_no_more_as_themes_grow(
        self, client, django_assert_max_num_queries
    ):
        theme, *_ = ThemeFactory.create_batch(3)
        address = f"/admin/themes/edit/{theme.pk}/"
        client.get(address)
        with django_assert_max_num_queries(60) as few:
            client.get(address)
        ThemeFactory.create_batch(6)
        with django_assert_max_num_queries(len(few)):
            client.get(address)


class TestReasons:
    CLASH = "Kampagnen ligger oven i ”Kroppen”, som kører uge 36-38 2020."
    ASKED = "Ret det, eller skriv nedenfor, hvorfor det er i orden."

    @pytest.fixture
    def other(self):
        return ThemeFactory(
            subtitle="Kroppen",
            starts_on=date(2020, 8, 31),
            ends_on=date(2020, 9, 20),
        )

    def test_a_clash_asks_why_at_its_field_and_keeps_the_rest(self, client, other):
        changes = {"milestone-workshop-starts_on": "uge 17 2020"}
        response = make(client, **changes)
        form = response.context["form"]
        assert form.errors == {"starts_on": [self.CLASH, self.ASKED]}
        assert form["subtitle"].value() == "Vores natur"
        assert row(response, "workshop")["starts_on"].value() == "uge 17 2020"
        assert f'name="reason-clash-{other.pk}-reason"' in response.text
        assert not Theme.objects.filter(number=12).exists()

    def test_with_a_reason_it_is_saved_and_who_and_why_is_kept(
        self, client, editor, other
    ):
        response = make(client, **{f"reason-clash-{other.pk}-reason": f" {WHY} "})
        assert response.status_code == 302
        reason = TimetableReason.objects.get()
        assert reason.theme.subtitle == "Vores natur"
        assert (reason.reason, reason.warning) == (WHY, self.CLASH)
        assert (reason.user, reason.ended_at) == (editor, None)
        assert reason.created_at

    def test_blanks_are_no_reason(self, client, other):
        response = make(client, **{f"reason-clash-{other.pk}-reason": "   "})
        assert response.context["form"].errors["starts_on"] == [self.CLASH, self.ASKED]

    def test_a_reason_stays_written_when_something_else_is_wrong(self, client, other):
        changes = {f"reason-clash-{other.pk}-reason": WHY, "starts_on": "uge 53 2021"}
        response = make(client, **changes)
        assert set(response.context["form"].errors) == {"starts_on"}
        hidden = f'name="reason-clash-{other.pk}-reason" value="{WHY}"'
        assert hidden in response.text

    def test_a_reason_is_enough_at_one_of_the_two(self, client, other):
        make(client, **{f"reason-clash-{other.pk}-reason": WHY})
        assert edit(client, other, label="eksempel").context.get("form") is None
        other.refresh_from_db()
        assert other.label == "eksempel"

    def test_a_kept_reason_need_not_be_written_again(self, client, other):
        make(client, **{f"reason-clash-{other.pk}-reason": WHY})
        theme = Theme.objects.get(number=12)
        edit(client, theme, label="eksempel")
        theme.refresh_from_db()
        assert theme.label == "eksempel"
        assert TimetableReason.objects.count() == 1

    def test_a_reworded_reason_leaves_the_old_one_as_history(self, client, other):
        name = f"reason-clash-{other.pk}-reason"
        make(client, **{name: WHY})
        edit(client, Theme.objects.get(number=12), **{name: "DR har flyttet."})
        reasons = TimetableReason.objects.order_by("pk")
        assert [r.reason for r in reasons] == [WHY, "DR har flyttet."]
        assert [r.ended_at is None for r in reasons] == [False, True]

    def test_a_reason_ends_with_its_clash(self, client, other):
        make(client, **{f"reason-clash-{other.pk}-reason": WHY})
        edit(client, Theme.objects.get(number=12), starts_on="uge 39 2020")
        assert not TimetableReason.objects.in_force().exists()

    def test_a_reason_ends_when_the_other_theme_moves_away(self, client, other):
        make(client, **{f"reason-clash-{other.pk}-reason": WHY})
        edit(client, other, starts_on="uge 30 2020", ends_on="uge 33 2020")
        assert not TimetableReason.objects.in_force().exists()

    def test_a_third_campaign_in_a_year_asks_why(self, client):
        for n, start in enumerate((date(2020, 2, 10), date(2020, 4, 13))):
            end = start + datetime.timedelta(20)
            ThemeFactory(subtitle=f"Nummer {n}", starts_on=start, ends_on=end)
        response = make(client)
        told = response.context["form"].errors["starts_on"][0]
        assert told == (
            "Det bliver kampagne nummer 3 i 2020: der er allerede ”Nummer 0” og "
            "”Nummer 1”. Bibliotekerne kan højst køre to store nationale kampagner om "
            "året."
        )
        assert make(client, **{"reason-year-2020-reason": WHY}).status_code == 302

    def test_a_late_catalogue_asks_why(self, client):
        changes = {
            f"milestone-{kind}-starts_on": "uge 30 2020"
            for kind in ("catalogue", "graphics", "productions")
        }
        response = make(client, **changes)
        assert row(response, "catalogue").unexplained[0] == (
            "Idékataloget kommer mindre end tre måneder før start. Senest 7. juni "
            "2020, uge 23, hvis bibliotekerne skal nå at få det med i deres program."
        )
        assert "Senest 7. juni 2020" in response.text
        saved = make(client, **changes, **{"reason-catalogue-late-reason": WHY})
        assert saved.status_code == 302

    def test_a_milestone_after_its_successor_asks_why(self, client):
        changes = {"milestone-workshop-starts_on": "uge 20 2020"}
        response = make(client, **changes)
        assert row(response, "workshop").unexplained[0] == (
            "Workshop (11. maj 2020, uge 20) ligger efter Idékatalog (4. maj 2020, "
            "uge 19)."
        )
        reason = {"reason-order-workshop-catalogue-reason": WHY}
        assert make(client, **changes, **reason).status_code == 302

    def test_milestones_of_two_themes_in_the_same_week_ask_why(self, client):
        other = ThemeFactory(
            subtitle="Kodning",
            starts_on=date(2020, 11, 16),
            ends_on=date(2020, 12, 13),
        )
        other.milestones.filter(kind="workshop").update(
            starts_on=date(2020, 4, 17), ends_on=date(2020, 4, 17)
        )
        response = make(client)
        assert row(response, "workshop").unexplained[0] == (
            "Workshop ligger i samme uge som hos ”Kodning” (uge 16 2020)."
        )
        reason = {f"reason-clash-{other.pk}-reason": WHY}
        assert make(client, **reason).status_code == 302

    def test_what_was_is_not_asked_for(self, client, other):
        assert make(client, state="archived").status_code == 302

    def test_an_announced_pair_names_a_draft_as_such(self, client, other):
        Theme.objects.update(state=Theme.State.DRAFT)
        told = make(client).context["form"].errors["starts_on"][0]
        assert "oven i ”Kroppen” (kladde)" in told

    def test_a_reason_too_long_is_refused(self, client, other):
        response = make(client, **{f"reason-clash-{other.pk}-reason": "a" * 401})
        [reason] = response.context["form"].reasons
        assert "400" in reason.errors["reason"][0]
        assert not Theme.objects.filter(number=12).exists()

    def test_who_wrote_it_stands_in_the_form(self, client, other):
        make(client, **{f"reason-clash-{other.pk}-reason": WHY})
        theme = Theme.objects.get(number=12)
        page = client.get(f"/admin/themes/edit/{theme.pk}/")
        assert WHY in page.text
        assert "Skrevet af" in page.text

    @pytest.mark.parametrize("year", ["1889", "0001", "9999"])
    def test_a_year_that_cannot_be_is_refused(self, client, year):
        response = make(client, starts_on=f"1.9.{year}", ends_on=f"20.9.{year}")
        assert response.context["form"].errors["starts_on"] == [
            f"Året {int(year)} kan ikke passe. Skriv et år mellem 1990 og 2199."
        ]
