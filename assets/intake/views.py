"""The page where files are laid in, and what its script asks for.

Every answer to the script is JSON; a refusal is ``{"error": "..."}``, in Danish.
"""

import datetime
import functools
import json
import logging
import uuid

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.danish import file_size
from core.errors import is_full, no_room_sentence
from core.limits import too_fast

from ..models import Drop, Upload
from ..parts import PartsMissing
from ..permissions import asset_policy
from ..storages import STORAGE_ERRORS, private_storage
from . import sessions
from .forms import EXISTING, DropForm
from .refusals import Refused
from .rows import row_of, script_texts
from .sweeping import give_up
from .waiting import late_sentence

logger = logging.getLogger(__name__)

LISTED_FOR = datetime.timedelta(days=7)
# A zip full of files, and some more.
MOST_LISTED = 600
LONGEST_JSON = 64 * 1024
BUSY = 503


def answers(view):
    """Let in who may upload; say in JSON what goes wrong, never as a page of errors."""

    @functools.wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs):
        if not asset_policy().user_has_permission(request.user, "add"):
            raise PermissionDenied
        try:
            return view(request, *args, **kwargs)
        except ValidationError as error:
            return refusal(" ".join(error.messages), 422)
        except Refused as error:
            return refusal(str(error), 409)
        except PartsMissing:
            text = _("Der mangler en del af filen. Den sendes igen.")
            return JsonResponse({"error": text, "code": "parts"}, status=409)
        except STORAGE_ERRORS as error:
            logger.warning("storage fails an upload: %s", type(error).__name__)
            if is_full(error):
                return refusal(no_room_sentence(), BUSY)
            return refusal(
                _("Lageret svarer ikke lige nu. Det, der er sendt, er ikke tabt."), BUSY
            )

    return wrapped


def refusal(text: str, status: int) -> JsonResponse:
    return JsonResponse({"error": text}, status=status)


def too_many(request: HttpRequest, action: str) -> JsonResponse | None:
    """Answer 429 where a person lays in more than people do; counts one more."""
    if not (seconds := too_fast(request, action)):
        return None
    minutes = -(-seconds // 60)
    text = ngettext(
        "Du har lagt mange filer op på kort tid. Prøv igen om et minut.",
        "Du har lagt mange filer op på kort tid. Prøv igen om %(minutes)s minutter.",
        minutes,
    )
    response = refusal(text % {"minutes": minutes}, 429)
    response["Retry-After"] = str(seconds)
    return response


def drop_page(request: HttpRequest):
    """The page itself."""
    if not asset_policy().user_has_permission(request.user, "add"):
        raise PermissionDenied
    initial = {}
    if (pk := request.GET.get("materiale", "")).isdecimal() and len(pk) < 10:
        initial = {"into": EXISTING, "asset": int(pk)}
    context = {
        "form": DropForm(user=request.user, initial=initial),
        "largest": file_size(settings.ASSET_MAX_UPLOAD_SIZE),
        "drop_config": {
            "texts": script_texts(),
            "urls": {
                name: reverse(f"drops:{name}") for name in ("drop", "begin", "states")
            },
        },
        "header_icon": "upload",
    }
    return render(request, "pages/assets/admin/drop.html", context)


@require_POST
@answers
def make_drop(request: HttpRequest) -> JsonResponse:
    """Note what the files that follow have in common."""
    form = DropForm(request.POST, user=request.user)
    if not form.is_valid():
        errors = {
            str(form.fields[name].label) if name in form.fields else "": " ".join(found)
            for name, found in form.errors.items()
        }
        return JsonResponse({"errors": errors}, status=422)
    if refused := too_many(request, "upload"):
        return refused
    return JsonResponse({"drop": form.save().pk}, status=201)


@require_POST
@answers
def begin(request: HttpRequest) -> JsonResponse:
    """Open an upload, or take up the unfinished one of the same file."""
    asked = _json(request)
    drop = get_object_or_404(
        Drop, owner=request.user, pk=_number(asked.get("drop"), "drop")
    )
    if refused := too_many(request, "upload_file"):
        return refused
    upload = sessions.begin(
        drop,
        name=str(asked.get("name", ""))[:1000],
        size=_number(asked.get("size"), "size"),
        fingerprint=_plain(asked.get("fingerprint")),
    )
    address = functools.partial(reverse, args=[upload.pk])
    return JsonResponse(
        {
            "id": str(upload.pk),
            "part_size": upload.part_size,
            "parts": sessions.parts_in(upload),
            "part_url": address("drops:part"),
            "finish_url": address("drops:finish"),
            "cancel_url": address("drops:cancel"),
        },
        status=201,
    )


@require_POST
@answers
def open_part(request: HttpRequest, pk: uuid.UUID) -> JsonResponse:
    """Say where part ``number`` goes, and note its SHA-256 if the browser knows it."""
    upload = _unfinished(request, pk)
    asked = _json(request)
    number = _number(asked.get("number"), "number")
    size = upload.size_of_part(number)
    if not size:
        raise ValidationError(_("Den del findes ikke i filen."))
    sessions.note_digest(upload, number, _plain(asked.get("sha256")))
    storage = private_storage()
    if storage.takes_parts_directly:
        url = storage.part_link(upload.key, upload.storage_id, number, size)
    else:
        url = reverse("drops:take_part", args=[upload.pk, number])
    return JsonResponse({"url": url, "direct": storage.takes_parts_directly})


@require_http_methods(["PUT"])
@answers
def take_part(request: HttpRequest, pk: uuid.UUID, number: int) -> JsonResponse:
    """Take a part on its way to the disk; where there is S3, nothing comes by here."""
    upload = _unfinished(request, pk)
    storage = private_storage()
    size = upload.size_of_part(number)
    if storage.takes_parts_directly or not size:
        raise ValidationError(_("Den del findes ikke i filen."))
    if request.META.get("CONTENT_LENGTH") != str(size):
        # Said before a byte is read.
        return refusal(_("Delen har ikke den størrelse, den skal have."), 413)
    offset = (number - 1) * upload.part_size
    storage.write_part(upload.storage_id, number, offset, size, request.read)
    upload.touch()
    return JsonResponse({"part": number})


@require_POST
@answers
def finish(request: HttpRequest, pk: uuid.UUID) -> JsonResponse:
    """Join the parts; from here on the worker has the file."""
    upload = _own(request, pk)
    sessions.finish(upload)
    upload = Upload.objects.for_rows().get(pk=pk)
    return JsonResponse(row_of(upload, request.user))


@require_POST
@answers
def cancel(request: HttpRequest, pk: uuid.UUID) -> JsonResponse:
    """Give up an upload whose bytes are not all in; said again, nothing happens."""
    upload = Upload.objects.filter(owner=request.user, pk=pk).first()
    if upload and not give_up(upload):
        raise Refused(
            _("%(name)s er kommet helt frem og kan ikke annulleres. Se listen.")
            % {"name": upload.name}
        )
    return JsonResponse({"id": str(pk)})


@require_GET
@answers
def states(request: HttpRequest) -> JsonResponse:
    """The list on the page: what this person has laid in during the last week."""
    rows = Upload.objects.for_rows().filter(
        owner=request.user,
        is_given_up=False,
        created_at__gt=timezone.now() - LISTED_FOR,
    )
    found = [row_of(upload, request.user) for upload in rows[:MOST_LISTED]]
    return JsonResponse({"rows": found, "late": late_sentence(request.user)})


def _own(request: HttpRequest, pk: uuid.UUID) -> Upload:
    return get_object_or_404(
        Upload.objects.select_related("version"), owner=request.user, pk=pk
    )


def _unfinished(request: HttpRequest, pk: uuid.UUID) -> Upload:
    upload = _own(request, pk)
    if upload.is_in or upload.is_given_up:
        raise Refused(_("Filen er allerede afsluttet."))
    return upload


def _json(request: HttpRequest) -> dict:
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST_JSON:
            raise ValueError
        asked = json.loads(request.body)
        if not isinstance(asked, dict):
            raise ValueError
    except (ValueError, RecursionError) as error:
        raise ValidationError(_("Forespørgslen kan ikke læses.")) from error
    return asked


def _number(value, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValidationError(_("Forespørgslen mangler %(name)s.") % {"name": name})
    if not 0 <= value < 2**53:
        raise ValidationError(_("Tallet i %(name)s er for stort.") % {"name": name})
    return value


def _plain(value) -> str:
    """A word of the script's own making, "" for anything else."""
    is_word = isinstance(value, str) and value.isascii() and value.isprintable()
    return value if is_word else ""
