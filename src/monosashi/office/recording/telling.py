"""What pages ask of a field: how a value reads, whether a typed one can be kept, and which countries may be named."""

from monosashi.model import FieldKind, Message, RegisterField
from monosashi.registers.entering import NotEntered, canonical
from monosashi.registers.not_entered import ONLY_THIS
from monosashi.registers.showing import shown

_COMPANY = RegisterField(code="company", name=Message(ja="法人番号", en="Corporate number"), kind=FieldKind.COMPANY)


def shown_value(field: RegisterField, text: str, language: str) -> str:
    """A canonical value as people read and type it."""
    return shown(field, text, language)


def company_said(typed: str) -> tuple[bool, Message] | None:
    """What is to be said of a corporate number as it is typed: whether it can be one, and a sentence; None for nothing
    typed."""
    if not typed.strip():
        return None
    try:
        number = canonical(_COMPANY, typed)
    except NotEntered as error:
        ja, en = ONLY_THIS
        return False, Message(ja=error.ja.replace(ja, ""), en=error.en.replace(en, ""))
    return True, Message(ja=f"{number}：検査数字が合っています。", en=f"{number}: its check digit is right.")
