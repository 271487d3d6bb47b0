"""Titles onto a reading list by their numbers: pasted, looked at, then taken."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail.admin import messages

from ..models import ReadingListPage, ReadingListTitle
from .identifiers import MAX_LINES, Identifier, Line, read_lines
from .sources import TitleData, find_titles

NUMBERS = ("isbn", "faust", "work_id")


class PasteForm(forms.Form):
    """The numbers, one a line."""

    lines = forms.CharField(
        label=gettext_lazy("Numre eller adresser"),
        max_length=20_000,
        help_text=gettext_lazy(
            "Ét på hver linje: ISBN, faustnummer, værk-id eller adressen på titlen på "
            "bibliotek.dk. Højst 200 ad gangen."
        ),
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
    )

    def clean_lines(self):
        text = self.cleaned_data["lines"]
        if sum(1 for line in text.splitlines() if line.strip()) > MAX_LINES:
            raise forms.ValidationError(_("Der er mere end 200 linjer. Del dem i to."))
        return text


class TitleForm(forms.ModelForm):
    """One title as it will stand on the list, and whether it is to."""

    class Choice:
        ADD, UPDATE, SKIP = "add", "update", "skip"

    choice = forms.ChoiceField(
        label=gettext_lazy("Hvad skal der ske"),
        choices=[
            (Choice.ADD, gettext_lazy("Tag med")),
            (Choice.UPDATE, gettext_lazy("Opdatér den, der står der")),
            (Choice.SKIP, gettext_lazy("Spring over")),
        ],
    )

    class Meta:
        model = ReadingListTitle
        fields = ["title", "author", "year", "format", "why", *NUMBERS, "needs_care"]
        widgets = dict.fromkeys((*NUMBERS, "needs_care"), forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False
        for name in ("title", "author", "year", "why"):
            label = capfirst(str(self.fields[name].label))
            self.fields[name].widget.attrs |= {"aria-label": label}

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("title"):
            # Kept under its number until somebody knows better.
            number = next((cleaned[n] for n in NUMBERS if cleaned.get(n)), "")
            if not number:
                raise forms.ValidationError(_("Skriv en titel."))
            cleaned |= {"title": number, "needs_care": True}
        return cleaned


TitleFormSet = forms.formset_factory(
    TitleForm, extra=0, max_num=MAX_LINES, absolute_max=MAX_LINES
)


def paste_titles(request: HttpRequest, pk: int) -> HttpResponse:
    """Paste numbers, see the titles, and put the chosen ones onto the draft."""
    page = _page_to_edit(request, pk)
    if request.method == "POST" and "titler-TOTAL_FORMS" in request.POST:
        titles = TitleFormSet(request.POST, prefix="titler")
        if titles.is_valid():
            return _take(request, page, titles)
        return _answer(request, page, PasteForm(), titles=titles, status=422)
    if request.method != "POST":
        return _answer(request, page, PasteForm())
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _answer(request, page, form, status=422)
    lines = read_lines(form.cleaned_data["lines"])
    wanted = [line.identifier for line in lines if line.identifier]
    found, was_there = find_titles(wanted)
    rows = [
        _row(line.identifier, found.get(line.identifier), page)
        for line in lines
        if line.identifier
    ]
    titles = TitleFormSet(initial=rows, prefix="titler") if rows else None
    problems = [line for line in lines if line.problem]
    # What was wrong stays to be mended; the rest is below.
    form = PasteForm(initial={"lines": "\n".join(line.text for line in problems)})
    return _answer(request, page, form, titles, problems, was_there)


def _page_to_edit(request: HttpRequest, pk: int) -> ReadingListPage:
    page = ReadingListPage.objects.filter(pk=pk).first()
    allowed = page and page.permissions_for_user(request.user)
    # One answer for what is not there and what is not theirs.
    if not allowed or not allowed.can_edit() or allowed.page_locked():
        raise PermissionDenied
    return page.get_latest_revision_as_object()


def _row(identifier: Identifier, data: TitleData | None, page: ReadingListPage) -> dict:
    field = {"isbn": "isbn", "faust": "faust", "work": "work_id"}[identifier.kind]
    row = {field: identifier.value, "needs_care": data is None}
    if data:
        row |= {
            name: getattr(data, name)
            for name in ("title", "author", "year", "format", *NUMBERS)
        }
    choices = TitleForm.Choice
    row["choice"] = choices.UPDATE if _twin(row, page) else choices.ADD
    return row


def _twin(row: dict, page: ReadingListPage) -> ReadingListTitle | None:
    """The title of the list that has a number in common with the row."""
    for title in page.titles.all():
        if any(row.get(n) and row[n] == getattr(title, n) for n in NUMBERS):
            return title
    return None


def _take(request: HttpRequest, page: ReadingListPage, titles) -> HttpResponse:
    """Put the chosen titles onto the draft, in a revision of their own."""
    rows = list(page.titles.all())
    place = max((row.sort_order or 0 for row in rows), default=0)
    added = updated = 0
    for form in titles:
        data = dict(form.cleaned_data)
        choice = data.pop("choice")
        if choice == TitleForm.Choice.SKIP:
            continue
        twin = _twin(data, page) if choice == TitleForm.Choice.UPDATE else None
        if twin:
            for name, value in data.items():
                # A line of "why" that somebody wrote outlives an empty one.
                if value not in ("", None):
                    setattr(twin, name, value)
            updated += 1
            continue
        place += 1
        rows.append(ReadingListTitle(sort_order=place, **data))
        added += 1
    if added or updated:
        page.titles.set(rows)
        page.save_revision(user=request.user, log_action=True)
    messages.success(
        request,
        _(
            "%(added)s titler er sat på kladden, %(updated)s er opdateret. Udgiv "
            "siden, når du er klar."
        )
        % {"added": added, "updated": updated},
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


def _answer(
    request: HttpRequest,
    page: ReadingListPage,
    form: PasteForm,
    titles=None,
    problems: list[Line] | None = None,
    was_there: bool = True,
    status: int = 200,
) -> HttpResponse:
    context = {
        "page": page,
        "form": form,
        "titles": titles,
        "problems": problems or [],
        "source_is_away": not was_there,
        "taken": page.titles.all(),
    }
    template = "pages/campaigns/admin/paste_titles.html"
    return render(request, template, context, status=status)


urlpatterns = [
    path("laeselister/<int:pk>/titler/", paste_titles, name="paste_titles"),
]
