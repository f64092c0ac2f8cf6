"""What was typed: the fields of a form that could not be taken, to be shown and sent again."""

from dataclasses import dataclass

from django.core.exceptions import BadRequest, RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, UnreadablePostError

#: Proves that a form is of our pages; the page gives the form a token of its own.
_PROOF = "csrfmiddlewaretoken"
#: Pages on which one proves who one is: what is typed there is never shown and never sent by us.
_SECRETS = "/accounts/"


@dataclass(frozen=True, slots=True)
class Typed:
    """``fields``: each name with its text, in the order of the form. ``files``: the names of files, which the browser
    must be given again."""

    fields: tuple[tuple[str, str], ...]
    files: tuple[str, ...]

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """The fields that hold something."""
        return tuple((name, text) for name, text in self.fields if text.strip())


def typed(request: HttpRequest) -> Typed | None:
    """What the form held; None for a request that is no form, and for forms by which one signs in."""
    if request.method != "POST" or request.path.startswith(_SECRETS):
        return None
    try:
        sent = [(name, str(text)) for name, texts in request.POST.lists() for text in texts]
        files = tuple(str(file.name) for _, found in request.FILES.lists() for file in found)
    except (BadRequest, RequestDataTooBig, TooManyFieldsSent, UnreadablePostError, OSError):
        return None
    if any("password" in name for name, _ in sent):
        return None
    return Typed(tuple((name, text) for name, text in sent if name != _PROOF), files)
