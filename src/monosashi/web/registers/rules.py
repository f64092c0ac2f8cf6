"""Counting rules: which there are, what each says and counts now; and one's own, sent as TOML and tried first."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from monosashi.model import Message
from monosashi.office.keeping.who_may import MayNot
from monosashi.office.recording.counting_preview import RulePreview, preview
from monosashi.office.recording.defining import keep_rules, may_define, read_rules
from monosashi.office.recording.refusals import BadDefinition, DefinitionRefused
from monosashi.office.recording.seeing_registers import ministry_seen, rule_line, rule_lines
from monosashi.web.asking import actor_asking
from monosashi.web.registers.defining import text_of
from monosashi.web.registers.showing import say, see, shown, words_of


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, ministry: str) -> HttpResponse:
    """The rules of a ministry; a POST tries a TOML, or keeps it."""
    actor = actor_asking(request)
    ministry_seen(actor, ministry)
    defines = may_define(actor, ministry)
    text, refused = "", ""
    tried: tuple[RulePreview, ...] = ()
    if request.method == "POST":
        if not defines:
            raise MayNot("define_register")
        try:
            text = _text(request)
            rules = read_rules(actor, ministry, text, "rules.toml")
            if request.POST.get("do") == "save":
                changed = keep_rules(actor, ministry, rules, written=text, reason=request.POST.get("reason", ""))
                say(request, "rules_kept", n=changed)
                return see(f"/registers/{ministry}/rules/")
            tried = preview(actor, ministry, rules)
        except (BadDefinition, DefinitionRefused) as error:
            refused = words_of(request).of(error.message)
    context = {
        "ministry": ministry,
        "lines": rule_lines(actor, ministry),
        "defines": defines,
        "tried": tried,
        "text": text,
        "refused": refused,
    }
    return shown(request, "rules.html", context, 400 if refused else 200)


@require_safe
def one(request: HttpRequest, ministry: str, code: str) -> HttpResponse:
    """One rule, and what it counts now, year by year."""
    actor = actor_asking(request)
    line = rule_line(actor, ministry, code)
    context = {"ministry": ministry, "line": line, "rule": line.rule, "tried": preview(actor, ministry, (line.rule,))}
    return shown(request, "rule.html", context)


def _text(request: HttpRequest) -> str:
    """The TOML that was sent as a file, or stands in the field. Raises ``BadDefinition``."""
    file = request.FILES.get("toml")
    if file is not None and not isinstance(file, list):
        return text_of(file.read())
    text = request.POST.get("text", "")
    if not text.strip():
        raise BadDefinition(Message(ja="ファイルが選ばれていません。", en="No file is chosen."))
    return text
