"""No way to publish gets past the checks, and the editor is told."""

import datetime

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from wagtail import hooks
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import (
    GroupApprovalTask,
    Page,
    PageLogEntry,
    Revision,
    Workflow,
    WorkflowTask,
)
from wagtail.test.utils.form_data import rich_text, streamfield

import pytest
import time_machine

from core.models import AnsweredWarning
from core.publish_checks import examine
from core.publish_checks.gate import PublishStopped, publishing_stopped
from core.tasks import publish_scheduled_pages
from home.models import StandardPage
from libraries.roles import EDITORS
from tests.campaigns.posts import add, edit, page_form, says
from tests.factories.home import StandardPageFactory, home_page
from tests.factories.users import UserFactory

from .findings import block

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

EMPTY = "Tekst: Der står ikke noget. Skriv noget, eller slet blokken."
NOON = datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def text(html: str = "<p>Dyssen</p>") -> dict:
    return block("text", html)


def draft(*blocks: dict, **fields) -> StandardPage:
    """A page that was never out, with its blocks in a revision."""
    page = StandardPageFactory(live=False, first_published_at=None, **fields)
    page.body = list(blocks)
    page.save_revision(clean=False)
    return page


LINK = {"text": "Mere", "page": "", "address": "/findes-ikke/"}
DEAD = ("call_to_action", {"title": "Kom", "text": "", "link": LINK})


def wrong(**fields) -> StandardPage:
    return draft(text("<p></p>"), **fields)


def asking(**fields) -> StandardPage:
    """A page with one warning: it links to a draft."""
    target = StandardPageFactory(title="Kladden", live=False, first_published_at=None)
    link = f'<p>Se <a linktype="page" id="{target.pk}">kladden</a></p>'
    return draft(text(link), **fields)


def is_out(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def form_of(page: StandardPage, *blocks: tuple, **fields) -> dict:
    body = streamfield(blocks or [("text", '{"blocks": [], "entityMap": {}}')])
    return page_form(title=page.title, slug=page.slug, body=body, **fields)


def test_a_revision_is_not_published_by_code():
    page = wrong()
    with pytest.raises(PublishStopped) as caught:
        page.get_latest_revision().publish()
    assert caught.value.message_dict == {"body": [EMPTY]}
    assert not is_out(page)


def test_a_warning_lets_pass_when_nobody_can_be_asked():
    page = asking()
    page.get_latest_revision().publish()
    assert is_out(page)


def test_a_warning_asks_the_person_who_publishes():
    page, user = asking(), UserFactory(is_superuser=True)
    with pytest.raises(PublishStopped, match="er ikke udgivet"):
        page.get_latest_revision().publish(user=user)
    assert not is_out(page)


def test_the_right_to_publish_is_asked_first():
    action = PublishPageRevisionAction(
        wrong().get_latest_revision(), user=UserFactory()
    )
    with pytest.raises(action.permission_error_class):
        action.execute()


def test_the_editor_says_it_at_the_block_and_keeps_what_was_written(editor_client):
    page = wrong()
    form = form_of(page, DEAD, summary="Om dysser")
    response = edit(editor_client, page, form)
    assert response.status_code == 200
    error = response.context["form"].errors["body"].as_data()[0]
    assert list(error.block_errors) == [0]
    assert response.context["form"]["summary"].value() == "Om dysser"
    assert not is_out(page)


def test_each_error_stands_at_its_own_block(editor_client):
    figure = {"value": "79", "text": "var med", "source": "-", "note": ""}
    page = draft()
    form = form_of(page, ("heading", {"text": "Kapitel"}), ("key_figure", figure), DEAD)
    errors = edit(editor_client, page, form).context["form"].errors
    told = errors["body"].as_data()[0].as_json_data()["blockErrors"]
    assert told[1]["blockErrors"]["source"]["messages"] == [
        "Tallet ”79” har ingen kilde. Skriv, hvor det er fra."
    ]
    assert told[2]["blockErrors"]["link"]["blockErrors"]["address"]["messages"] == [
        "Adressen /findes-ikke/ findes ikke på sitet. Ret den, eller fjern linket."
    ]


def test_a_draft_can_always_be_saved(editor_client):
    page = wrong()
    form = form_of(page, ("heading", {"text": "Kapitel"}), ("heading", {"text": ""}))
    del form["action-publish"]
    assert edit(editor_client, page, form).status_code == 302
    words = editor_client.get(f"/admin/pages/{page.pk}/edit/").text
    assert "1 fejl skal rettes, før siden kan udgives." in words
    assert EMPTY.replace("Tekst", "Overskrift") in words


def test_a_draft_saved_while_another_publishes_takes_nothing_down(editor_client):
    page = draft(text())
    form = form_of(page)
    del form["action-publish"]

    def publish_meanwhile(request, page):
        Revision.objects.get(pk=page.latest_revision_id).publish()

    # Between what the editor's view reads and what it saves.
    with hooks.register_temporarily("before_edit_page", publish_meanwhile):
        assert edit(editor_client, page, form).status_code == 302
    assert is_out(page)


def test_a_new_page_is_stopped_too(editor_client):
    form = page_form(title="Ny", body=streamfield([DEAD]))
    response = add(editor_client, home_page(), StandardPage, form)
    assert says(response, "Siden er ikke oprettet. Ret fejlene herunder.")
    assert not StandardPage.objects.exists()


def form_as_it_is(page: StandardPage, **fields) -> dict:
    """The post of a page whose one text is not changed."""
    source = rich_text(page.body[0].value.source)
    return form_of(page, ("text", source)) | {"body-0-id": page.body[0].id, **fields}


def test_a_warning_is_asked_once(editor_client):
    page = asking()
    (finding,) = examine(page).warnings
    response = edit(editor_client, page, form_as_it_is(page))
    assert says(response, "Svar på advarslerne under ”Før udgivelse”, og prøv igen.")
    assert not is_out(page)

    answer = {f"answer-{finding.key}": "1"}
    assert edit(editor_client, page, form_as_it_is(page, **answer)).status_code == 302
    assert is_out(page)
    assert AnsweredWarning.objects.get().warning == finding.message

    assert edit(editor_client, page, form_as_it_is(page)).status_code == 302
    words = editor_client.get(f"/admin/pages/{page.pk}/edit/").text
    assert "1 advarsel er bekræftet" in words


def test_an_answer_is_kept_with_a_draft_but_not_while_it_is_written(editor_client):
    page = asking()
    (finding,) = examine(page).warnings
    form = form_as_it_is(page, **{f"answer-{finding.key}": "1"})
    del form["action-publish"]
    address = f"/admin/pages/{page.pk}/edit/"
    editor_client.post(address, form, headers={"accept": "application/json"})
    assert not AnsweredWarning.objects.exists()
    editor_client.post(address, form)
    assert AnsweredWarning.objects.get().page_id == page.pk


def test_an_answer_to_something_else_answers_nothing(editor_client):
    page = asking()
    form = form_as_it_is(page, **{"answer-" + "0" * 40: "1"})
    response = edit(editor_client, page, form)
    assert response.status_code == 200
    assert not AnsweredWarning.objects.exists()


def scheduled(page: StandardPage, at: datetime.datetime) -> StandardPage:
    """The page with its latest revision approved for a time."""
    page.go_live_at = at
    revision = page.save_revision(clean=False)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=at)
    return page


def test_what_is_scheduled_is_looked_at_again_when_it_is_due(clock):
    page = scheduled(wrong(title="Forkert"), NOON + HOUR)
    other = scheduled(draft(text(), title="Rigtig"), NOON + HOUR)
    told = []

    def listen(sender, **kwargs):
        told.append(kwargs)

    publishing_stopped.connect(listen)
    clock.shift(2 * HOUR)
    publish_scheduled_pages.call()
    publish_scheduled_pages.call()
    publishing_stopped.disconnect(listen)

    assert is_out(other)
    assert not is_out(page)
    assert [(one["page"].pk, one["problems"]) for one in told] == [(page.pk, [EMPTY])]


def test_the_editor_sees_that_a_page_was_held_back(clock, request):
    page = scheduled(wrong(), NOON + HOUR)
    clock.shift(2 * HOUR)
    # Nobody stays signed in so long.
    editor_client = request.getfixturevalue("editor_client")
    call_command("publish_scheduled")
    assert PageLogEntry.objects.filter(page=page.pk, action="core.publish_stopped")
    words = editor_client.get(f"/admin/pages/{page.pk}/edit/").text
    assert "Siden skulle være udgivet 2. marts 2026 15.00, men blev stoppet." in words
    history = editor_client.get(f"/admin/pages/{page.pk}/history/").text
    assert "Siden blev ikke udgivet, da den skulle" in history
    assert EMPTY in history


def test_a_page_that_cannot_be_saved_does_not_hold_up_the_others(clock):
    """Wagtail's own validation stops at its first error, minute after minute."""
    bad = scheduled(draft(text(), title="x"), NOON + HOUR)
    good = scheduled(draft(text()), NOON + HOUR * 1.5)
    revision = bad.get_latest_revision()
    revision.content["label"] = "x" * 500
    revision.save(update_fields=["content"])
    clock.shift(2 * HOUR)
    call_command("publish_scheduled")
    assert is_out(good)
    assert not is_out(bad)


def test_a_page_that_is_put_right_goes_on(clock, request):
    page = scheduled(wrong(), NOON + HOUR)
    clock.shift(2 * HOUR)
    editor_client = request.getfixturevalue("editor_client")
    call_command("publish_scheduled")
    form = form_of(page, ("heading", {"text": "Dyssen"}))
    assert edit(editor_client, page, form).status_code == 302
    assert is_out(page)
    words = editor_client.get(f"/admin/pages/{page.pk}/edit/").text
    assert "men blev stoppet" not in words


def test_the_bulk_action_publishes_what_passes_and_names_the_rest(editor_client):
    good, bad = draft(text(), title="Rigtig"), wrong(title="Forkert")
    address = f"/admin/bulk/wagtailcore/page/publish/?id={good.pk}&id={bad.pk}"
    response = editor_client.post(address, {"next": "/admin/"}, follow=True)
    assert is_out(good)
    assert not is_out(bad)
    assert "Ikke udgivet:" in response.text
    assert (
        f'<a href="/admin/pages/{bad.pk}/edit/">Forkert</a>: {EMPTY}' in response.text
    )


def test_the_bulk_action_looks_at_pages_below_too(editor_client):
    above = draft(text(), title="Oppe")
    good = draft(text(), title="Rigtig", parent=above)
    bad = wrong(title="Forkert", parent=above)
    address = f"/admin/bulk/wagtailcore/page/publish/?id={above.pk}"
    editor_client.post(address, {"include_descendants": "on"})
    assert [is_out(page) for page in (above, good, bad)] == [True, True, False]


@pytest.fixture
def workflow(db):
    """An approval by the editors, for every page."""
    task = GroupApprovalTask.objects.create(name="Godkend")
    task.groups.add(Group.objects.get(name=EDITORS))
    workflow = Workflow.objects.create(name="Godkendelse")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def test_the_last_approval_leads_to_the_page_that_is_wrong(editor_client, workflow):
    page = wrong()
    state = workflow.start(page, UserFactory())
    task = state.current_task_state
    address = reverse(
        "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk]
    )
    response = editor_client.post(address, {"comment": ""}, follow=True)
    assert response.redirect_chain[-1][0] == f"/admin/pages/{page.pk}/edit/"
    assert EMPTY in response.text
    task.refresh_from_db()
    assert task.status == task.STATUS_IN_PROGRESS
    assert not is_out(page)


def test_a_page_that_is_wrong_can_be_sent_back(editor_client, workflow):
    page = wrong()
    state = workflow.start(page, UserFactory())
    form = form_of(page, DEAD)
    del form["action-publish"]
    form |= {"action-workflow-action": "1", "workflow-action-name": "reject"}
    form["workflow-action-extra-data"] = '{"comment": "Ret det"}'
    assert edit(editor_client, page, form).status_code == 302
    state.refresh_from_db()
    assert state.status == state.STATUS_NEEDS_CHANGES


def test_approval_in_the_editor_is_stopped_in_the_form(editor_client, workflow):
    page = wrong()
    workflow.start(page, UserFactory())
    form = form_of(page, DEAD)
    del form["action-publish"]
    form |= {"action-workflow-action": "1", "workflow-action-name": "approve"}
    response = edit(editor_client, page, form)
    assert "body" in response.context["form"].errors
    assert not is_out(page)


def test_the_admins_api_refuses(editor_client):
    page = wrong()
    address = f"/admin/api/main/pages/{page.pk}/action/publish/"
    response = editor_client.post(address)
    assert response.status_code == 400
    assert response.json() == {"body": [EMPTY]}


def test_a_copy_of_a_page_that_is_wrong_is_not_published(editor_client):
    page = wrong()
    StandardPage.objects.filter(pk=page.pk).update(live=True, body=[text("<p></p>")])
    form = {
        "new_title": "Kopi",
        "new_slug": "kopi",
        "new_parent_page": str(home_page().pk),
        "publish_copies": "on",
    }
    address = f"/admin/pages/{page.pk}/copy/"
    response = editor_client.post(address, form)
    assert says(response, "kan ikke udgives, som den er nu.")
    del form["publish_copies"]
    assert editor_client.post(address, form).status_code == 302


def test_the_panel_is_for_who_may_edit_the_page(agency_client):
    page = wrong()
    for client, pk in ((Client(), page.pk), (agency_client, page.pk)):
        assert client.get(f"/admin/sider/{pk}/kontrol/").status_code in (302, 404)


def test_the_panel_is_drawn_anew_for_the_script(editor_client):
    page = wrong()
    response = editor_client.get(f"/admin/sider/{page.pk}/kontrol/")
    assert EMPTY in response.text
    assert 'data-path="body/text-id"' in response.text
    assert editor_client.get("/admin/sider/0/kontrol/").status_code == 404
