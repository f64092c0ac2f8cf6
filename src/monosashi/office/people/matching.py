"""Which account a ministry's own service of signing in means."""

from monosashi.store.models import Person


def account_of(claim: str, matches: str) -> Person | None:
    """The one open account whose user name (``matches`` "username") or address of mail ("email") the claim is; None where
    there is none, or more than one."""
    asked = claim.strip()
    if not asked:
        return None
    column = "email__iexact" if matches == "email" else "username__iexact"
    found = list(Person.objects.filter(is_active=True, **{column: asked})[:2])
    return found[0] if len(found) == 1 else None
