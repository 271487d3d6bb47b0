from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache


@never_cache
def admin_login(request: HttpRequest) -> HttpResponse:
    """Stand where Wagtail's own sign-in would be.

    Who is not signed in goes to the site's sign-in; who is, but may not edit, is told
    so in Danish instead of being sent round in a ring.
    """
    target = request.GET.get(REDIRECT_FIELD_NAME, "")
    if not url_has_allowed_host_and_scheme(
        target, {request.get_host()}, request.is_secure()
    ):
        target = reverse("wagtailadmin_home")
    if not request.user.is_authenticated:
        return redirect_to_login(target, resolve_url("account_login"))
    if request.user.has_perm("wagtailadmin.access_admin"):
        return redirect(target)
    # Wagtail leaves a message a refusal; they are taken out, the page says it better.
    list(messages.get_messages(request))
    return render(request, "account/admin_denied.html", {"messages": []}, status=403)
