"""Sixty ideas out of the workshop's spreadsheet, by way of a preview."""

import io

from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

import pytest
from openpyxl import Workbook, load_workbook

from assets.models import Asset
from campaigns.ideas import importing
from campaigns.ideas.importing import plan_import, save_import
from campaigns.ideas.sending import WORKFLOW
from campaigns.ideas.template_file import template_file
from campaigns.models import IdeaPage
from tests.factories.assets import make_file
from tests.factories.campaigns import (
    CampaignPageFactory,
    FilmPageFactory,
    IdeaPageFactory,
)
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db
HEADINGS = "titel;resumé;for hvem;timer;pris;varsel;plads;partner;trin;bibliotek\n"
FEAST = "Æblefest;Smag på æbler;Familier;2-3 timer;500 kr.;14 dage;Ude;Forening;"
FEAST += '"1. Pluk\n2. Pres";Læsø\n'


@pytest.fixture
def editor():
    user = UserFactory()
    user.groups.add(Group.objects.get(name="Redaktører"))
    return user


@pytest.fixture
def campaign():
    return CampaignPageFactory()


@pytest.fixture
def plan(campaign, editor):
    return lambda text: plan_import(text.encode(), campaign, editor)


@pytest.fixture
def saved(plan, editor):
    def save(text, *, update=False):
        planned = plan(text)
        assert planned.problems == []
        save_import(planned, editor, update=update)
        return planned

    return save


@pytest.fixture
def upload(client, campaign, editor):
    """Post to the import as an editor does."""
    client.force_login(editor)

    def post(data: bytes, name="ideer.csv"):
        file = SimpleUploadedFile(name, data)
        posted = {"campaign": campaign.pk, "file": file}
        return client.post(reverse("import_ideas"), posted)

    return post


def problems(plan) -> list[tuple]:
    return [(one.line, one.column, one.text) for one in plan.problems]


def test_a_row_becomes_a_draft_with_all_that_it_says(saved, campaign, editor):
    saved(HEADINGS + FEAST)
    idea = IdeaPage.objects.get()
    assert (idea.live, idea.owner, idea.theme) == (False, editor, campaign.theme)
    assert idea.get_parent().pk == campaign.pk
    assert idea.slug == "aeblefest"
    draft = idea.get_latest_revision_as_object()
    assert (draft.title, draft.summary) == ("Æblefest", "Smag på æbler")
    assert (draft.audience, draft.staff_hours) == ("familier", 3)
    assert (draft.cost, draft.lead_weeks) == ("under-1000", 2)
    assert (draft.space, draft.partner_type) == ("ude", "forening")
    assert [step.text for step in draft.steps.all()] == ["Pluk", "Pres"]
    assert draft.credit == "Læsø"


def test_what_was_judged_is_told(plan):
    (idea,) = plan(HEADINGS + FEAST).ideas
    told = [("timer", "2-3 timer"), ("pris", "500 kr."), ("varsel", "14 dage")]
    assert idea.told[:3] == told


def test_needs_are_found_by_title_and_those_that_are_not_are_told(saved, campaign):
    poster = make_file(title="Plakat: Æbler").asset
    film = FilmPageFactory(title="Mosten", parent=campaign)
    rows = 'titel;materialer;film\nA;"plakat: æbler\nFindes ikke";Mosten\n'
    (idea,) = saved(rows).ideas
    draft = IdeaPage.objects.get(title="A").get_latest_revision_as_object()
    assert [row.asset for row in draft.needed_assets.all()] == [poster]
    assert [row.page for row in draft.needed_films.all()] == [film]
    assert [column for column, _how in idea.told] == ["materialer"]


def test_anothers_draft_is_not_told_of(campaign):
    draft = make_file(title="Hemmelig plakat").asset
    Asset.objects.filter(pk=draft.pk).update(state="draft")
    rows = "titel;materialer\nA;Hemmelig plakat\n"
    (idea,) = plan_import(rows.encode(), campaign, UserFactory()).ideas
    assert idea.needs == {}
    assert "findes ikke her på sitet" in idea.told[0][1]


def test_a_description_becomes_paragraphs_and_no_tags(saved):
    saved('titel;beskrivelse\nA;"Én <b>ting</b>\n\nTo"\n')
    (block,) = IdeaPage.objects.get().get_latest_revision_as_object().body
    assert block.value.source == "<p>Én &lt;b&gt;ting&lt;/b&gt;</p><p>To</p>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("titel;timer\n;2\n", (2, "titel", "Titlen mangler.")),
        ("titel\nA\na\n", (3, "titel", "”a” står også i række 2.")),
        (
            "titel;timer\nA;efter behov\n",
            (2, "timer", "”efter behov”: Skriv timer som et tal, fx 2 eller 2,5."),
        ),
        ("titel;timer\nA;2000\n", (2, "timer", "Skriv højst 999 timer.")),
        ("titel;varsel\nA;60\n", (2, "varsel", "Skriv højst 52 uger.")),
        (
            f"titel;trin\nA;{'x' * 601}\n",
            (2, "trin", "Et trin er på 601 tegn. Skriv højst 600."),
        ),
        (
            'titel;trin\nA;"' + "x\n" * 31 + '"\n',
            (33, "trin", "Skriv højst 30 trin."),
        ),
        (
            "titel;plads\nA;månen\n",
            (
                2,
                "plads",
                "”månen”: Skriv en af disse: En hylde, Et bord, Et rum, En sal, Ude, "
                "Digitalt.",
            ),
        ),
    ],
)
def test_what_is_wrong_is_told_by_row_and_column(plan, rows, expected):
    assert problems(plan(rows)) == [expected]


@pytest.mark.parametrize("length", [256, 5000])
def test_a_title_too_long_is_told_in_its_column(plan, length):
    assert [p[1] for p in problems(plan(f"titel\n{'x' * length}\n"))] == ["titel"]


def test_all_or_nothing(upload):
    response = upload((HEADINGS + FEAST + ";;;;;;;;;\nB;;;x;;;;;;\n").encode())
    assert response.status_code == 422
    assert "1 fejl. Intet er gemt." in response.text
    assert 'name="token"' not in response.text
    assert not IdeaPage.objects.exists()


def test_nothing_is_saved_when_the_last_one_fails(plan, editor):
    planned = plan("titel\nA\nB\n")
    planned.ideas[1].page.title = ""
    with pytest.raises(Exception, match="tomt"):
        save_import(planned, editor, update=False)
    assert not IdeaPage.objects.exists()


def test_the_same_file_again_makes_no_doubles(saved):
    saved(HEADINGS + FEAST)
    again = saved(HEADINGS + FEAST, update=True)
    assert [idea.fate for idea in again.ideas] == ["same"]
    assert IdeaPage.objects.count() == 1
    assert IdeaPage.objects.get().revisions.count() == 1


def test_an_idea_that_is_there_is_left_or_updated_as_a_draft(saved, campaign):
    idea = IdeaPageFactory(title="Æblefest", parent=campaign, staff_hours=9)
    saved(HEADINGS + FEAST)
    assert not idea.revisions.exists()
    saved(HEADINGS + FEAST, update=True)
    idea.refresh_from_db()
    assert (idea.live, idea.staff_hours) == (True, 9)
    assert idea.get_latest_revision_as_object().staff_hours == 3


def test_empty_cells_overwrite_nothing(saved, campaign):
    idea = IdeaPageFactory(title="A", parent=campaign, staff_hours=9, space="sal")
    saved("titel;timer;plads;resumé\nA;;;Nyt\n", update=True)
    idea.refresh_from_db()
    draft = idea.get_latest_revision_as_object()
    assert (draft.staff_hours, draft.space, draft.summary) == (9, "sal", "Nyt")


def test_a_draft_is_compared_with_and_keeps_what_the_file_leaves_out(saved, campaign):
    idea = IdeaPageFactory(title="A", parent=campaign, staff_hours=9)
    idea.space = "sal"
    idea.save_revision()
    (same,) = saved("titel;plads\nA;sal\n", update=True).ideas
    assert same.fate == "same"
    saved("titel;timer\nA;2\n", update=True)
    draft = IdeaPage.objects.get().get_latest_revision_as_object()
    assert (draft.staff_hours, draft.space) == (2, "sal")


@pytest.mark.parametrize("kept_as", ["published", "draft", "in review"])
def test_ideas_that_are_there_cost_the_same_queries_few_or_many(
    plan, campaign, kept_as, editor
):
    def queries(numbers) -> int:
        rows = "".join(f"Idé {number};2;Pluk\n" for number in numbers)
        with CaptureQueriesContext(connection) as captured:
            planned = plan("titel;timer;trin\n" + rows)
        assert {idea.fate for idea in planned.ideas} == {"changed"}
        return len(captured)

    for number in range(8):
        idea = IdeaPageFactory(title=f"Idé {number}", parent=campaign, staff_hours=9)
        if kept_as != "published":
            idea.space = "sal"
            idea.save_revision()
        if kept_as == "in review":
            Workflow.objects.get(name=WORKFLOW).start(idea, editor)
    queries(range(1))  # what is asked for once a process is asked for here
    assert queries(range(2)) == queries(range(8))


def test_an_idea_that_others_review_is_passed_over(plan, campaign, editor):
    idea = IdeaPageFactory(title="A", parent=campaign, staff_hours=9)
    idea.save_revision()
    workflow = Workflow.objects.create(name="Andres")
    task = GroupApprovalTask.objects.create(name="Andre læser")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    workflow.start(idea, editor)
    (planned,) = plan("titel;timer\nA;2\n").ideas
    assert planned.fate == "locked"


def test_a_locked_idea_is_passed_over(plan, campaign):
    IdeaPageFactory(title="A", parent=campaign, locked=True, staff_hours=9)
    (idea,) = plan("titel;timer\nA;2\n").ideas
    assert idea.fate == "locked"


def test_two_headings_of_one_meaning(upload):
    response = upload(b"titel;pris;budget\nA;1;2\n")
    assert response.status_code == 422
    assert "Overskrifterne ”pris” og ”budget” betyder det samme." in response.text


def test_the_unit_of_a_heading_counts(plan):
    (idea,) = plan("titel;timer (min);varsel i dage\nA;90;14\n").ideas
    assert (idea.page.staff_hours, idea.page.lead_weeks) == (1.5, 2)


def test_more_ideas_than_we_take(upload, monkeypatch):
    monkeypatch.setattr(importing, "MAX_IDEAS", 2)
    response = upload(b"titel\nA\nB\nC\n")
    assert "Filen har 3 ideer. Del den: højst 500 ad gangen." in response.text


def workshop() -> bytes:
    book = Workbook()
    book.active.append(["Idéworkshop"])
    book.active.append(["Titel", "Målgruppe", "Tidsforbrug", "Budget", "Trin 1"])
    for number in range(60):
        book.active.append([f"Idé {number}", "Voksne", "2-3 timer", 500, "Begynd"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_sixty_ideas_are_looked_at_and_then_saved_once(upload, client, campaign):
    response = upload(workshop(), "ideer.xlsx")
    assert response.status_code == 200
    assert response.text.count("Ny kladde") == 60
    assert not IdeaPage.objects.exists()
    posted = {"token": response.context["token"], "twins": "skip"}
    response = client.post(reverse("import_ideas"), posted, follow=True)
    assert "60 nye ideer er kladder." in response.text
    assert IdeaPage.objects.child_of(campaign).count() == 60
    response = client.post(reverse("import_ideas"), posted)
    assert "Filen er her ikke længere" in response.text
    again = upload(workshop(), "ideer.xlsx")
    assert again.text.count("Er der allerede: springes over") == 60


def test_a_token_is_of_use_to_nobody_else(upload, client):
    token = upload(b"titel\nA\n").context["token"]
    other = UserFactory()
    other.groups.add(Group.objects.get(name="Redaktører"))
    client.force_login(other)
    client.post(reverse("import_ideas"), {"token": token})
    assert not IdeaPage.objects.exists()


def test_who_may_add_no_ideas_is_told_nothing(agency_client, campaign):
    assert "ideer/importer" not in agency_client.get("/admin/").text
    response = agency_client.get(reverse("import_ideas"), follow=True)
    assert campaign.title not in response.text


def test_the_template_is_read_back(plan, campaign, editor, client):
    client.force_login(editor)
    response = client.get(reverse("ideas_template"))
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    book = load_workbook(io.BytesIO(template_file()))
    book.active["A2"] = "Fra skabelonen"
    out = io.BytesIO()
    book.save(out)
    planned = plan_import(out.getvalue(), campaign, editor)
    assert [idea.page.title for idea in planned.ideas] == ["Fra skabelonen"]
    assert planned.problems == []
    assert planned.told == ["Læst fra arket ”Ideer”.", "Ikke læst: Vejledning."]
