"""Ideas that a library writes, under "Mit bibliotek"."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from allauth.core import ratelimit

from libraries.models import Library
from libraries.permissions import library_of

from ..models import SentIdea
from .sending import MAX_UNSENT, Conflict, read_states, save_draft, send
from .sending_forms import SentIdeaForm

LIST, FORM, SENT = (
    f"pages/campaigns/sent_{name}.html" for name in ("ideas", "idea_form", "idea")
)


@login_required
@never_cache
@require_safe
def sent_ideas(request: HttpRequest) -> HttpResponse:
    """The library's ideas, and where each of them is."""
    library = library_of(request.user)
    if library is None:
        return redirect("my_library")
    ideas = read_states(list(SentIdea.objects.of(library).with_fate()[:200]))
    return render(request, LIST, {"library": library, "ideas": ideas})


@login_required
@require_POST
def new_idea(request: HttpRequest) -> HttpResponse:
    """Begin an idea."""
    library = library_of(request.user)
    if library is None:
        return redirect("my_library")
    if SentIdea.objects.of(library).unsent().count() >= MAX_UNSENT:
        messages.error(
            request, _("I har 50 ideer, der ikke er sendt. Send eller slet en først.")
        )
        return redirect("campaigns:sent_ideas")
    return redirect(SentIdea.objects.create(library=library, sender=request.user))


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sent_idea(request: HttpRequest, pk: int) -> HttpResponse:
    """Write on an idea, or see where one is that was sent."""
    idea = _of_the_library(request, pk)
    if idea.sent_at:
        return _show(request, idea, 409 if request.method == "POST" else 200)
    if request.method != "POST":
        return _write(request, SentIdeaForm(instance=idea))
    form = SentIdeaForm(request.POST, instance=idea)
    right = form.keep_what_is_right()
    version = form.cleaned_data.get("version", -1)
    try:
        save_draft(idea, version, right)
    except Conflict:
        return _conflict(request, form, pk)
    if _wants_json(request):
        return JsonResponse(_told(form, idea))
    if form.errors:
        return _write(request, _renewed(form), 422)
    if request.POST.get("action") == "send":
        return _send(request, form)
    messages.success(request, _("Kladden er gemt."))
    return redirect(idea)


def _of_the_library(request: HttpRequest, pk: int) -> SentIdea:
    """Another library's is as unknown as one that never was."""
    library = library_of(request.user) or Library()
    ideas = SentIdea.objects.filter(library_id=library.pk).with_fate()
    return get_object_or_404(ideas, pk=pk)


def _send(request: HttpRequest, form: SentIdeaForm) -> HttpResponse:
    idea = form.instance
    if idea.missing:
        return _write(request, _renewed(form), 422, tried=True)
    if not ratelimit.consume(request, action="send_idea"):
        messages.error(
            request, _("I har sendt mange ideer. Vent en time, og prøv igen.")
        )
        return _write(request, _renewed(form), 429)
    send(idea, request.user)
    messages.success(request, _("Tak! Ideen er sendt til redaktionen."))
    return redirect(idea)


def _renewed(form: SentIdeaForm) -> SentIdeaForm:
    """The form as it was posted, about the version that is stored now."""
    form.data = form.data.copy()
    form.data["version"] = form.instance.version
    return form


def _conflict(request: HttpRequest, form: SentIdeaForm, pk: int) -> HttpResponse:
    """Show both: what was written here stays in the form, beside what was saved."""
    stored = SentIdea.objects.with_fate().filter(pk=pk).first()
    if stored is None or stored.sent_at:
        text = _("Ideen er sendt eller slettet imens. Intet er gemt.")
        if _wants_json(request):
            return JsonResponse({"conflict": text}, status=409)
        messages.error(request, text)
        return redirect("campaigns:sent_ideas")
    text = _(
        "Ideen er gemt et andet sted, siden du åbnede den her. Det, du skrev her, er "
        "ikke gemt endnu."
    )
    if _wants_json(request):
        return JsonResponse({"conflict": text}, status=409)
    form.instance.version = stored.version
    saved = SentIdeaForm(instance=stored)
    differs = [
        {"label": saved[name].label, "value": _readable(stored, name)}
        for name in form.Meta.fields
        if getattr(stored, name) != form.cleaned_data.get(name)
    ]
    return _write(request, _renewed(form), 409, conflict=text, differs=differs)


def _readable(idea: SentIdea, name: str) -> str:
    shown = getattr(idea, f"get_{name}_display", None)
    value = shown() if shown else getattr(idea, name)
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    return "" if value is None else str(value)


def _told(form: SentIdeaForm, idea: SentIdea) -> dict:
    """What the autosaving script shows."""
    return {
        "version": idea.version,
        "errors": {name: " ".join(texts) for name, texts in form.errors.items()},
        "missing": list(idea.missing.values()),
        "text": _("Gemt som kladde."),
    }


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def _write(request: HttpRequest, form: SentIdeaForm, status: int = 200, **more):
    context = {"form": form, "idea": form.instance, **more}
    return render(request, FORM, context, status=status)


def _show(request: HttpRequest, idea: SentIdea, status: int) -> HttpResponse:
    if _wants_json(request):
        text = _("Ideen er sendt eller slettet imens. Intet er gemt.")
        return JsonResponse({"conflict": text}, status=409)
    return render(request, SENT, {"idea": idea}, status=status)


@login_required
@require_POST
def delete_idea(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a draft; what was sent is the editors'."""
    idea = _of_the_library(request, pk)
    if SentIdea.objects.unsent().filter(pk=idea.pk).delete()[0]:
        messages.success(request, _("Kladden er slettet."))
    return redirect("campaigns:sent_ideas")
