"""Reminders: words to copy for each bureau that has not answered, and mail where it is set up."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from monosashi.office.collecting import mail_offered, reminders, round_line, send_reminders
from monosashi.office.collecting.refusals import NoMail
from monosashi.web.asking import actor_asking
from monosashi.web.collecting.showing import say, say_error, see, shown


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, number: int) -> HttpResponse:
    """The words; a POST sends them by mail to the bureaus that are chosen."""
    actor = actor_asking(request)
    asked = round_line(actor, number)
    address = request.build_absolute_uri(f"/rounds/{number}/answer/")
    if request.method == "POST":
        try:
            sent = send_reminders(actor, number, request.POST.getlist("bureau"), address)
        except NoMail as error:
            say_error(request, error)
        else:
            say(request, "mailed", n=sent)
        return see(f"/rounds/{number}/reminders/")
    context = {"round": asked, "reminders": reminders(actor, number, address), "mail": mail_offered()}
    return shown(request, "reminders.html", context)
