"""How the rows of each register are made: what an event of it says, and how it looks when the rule leaves it out."""

from collections.abc import Sequence

from monosashi.registers.countries import country_name
from monosashi.registers.invented.chance import Chance
from monosashi.registers.invented.events import Kind, Values
from monosashi.registers.invented.names import company, names


def _where(number: int, chance: Chance) -> Values:
    """A country and how it was held. Events of one day follow one another in their numbers, and so differ in it."""
    code = names().countries[number % len(names().countries)]
    how = chance.pick(("in_person", "in_person", "online", "hybrid"))
    return {"countries": code, "online": how, "place": "" if how == "online" else chance.pick(names().places)}


def _title(number: int, country: str, what: str, chance: Chance) -> str:
    return f"第{number + 1}回{country_name(country, 'ja')}{chance.pick(names().topics)}{what}{names().mark}"


def _consultation(number: int, chance: Chance) -> Values:
    form, what = chance.pick((("regular", "定期協議"), ("policy_dialogue", "政策協議"), ("exchange", "意見交換")))
    where = _where(number, chance)
    level = chance.pick(("ministerial", "vice_ministerial", "director_general", "working", "working"))
    return {"title": _title(number, where["countries"], what, chance), **where, "form": form, "level": level}


def _no_consultation(values: Values, chance: Chance) -> Values:
    form, what = chance.pick((("courtesy", "表敬"), ("conference", "会議への出席")))
    return {**values, "form": form, "title": f"{values['title']}{what}"}


def _conference(number: int, chance: Chance) -> Values:
    where = _where(number, chance)
    body = chance.pick(names().bodies)
    form, what = chance.pick((("intergovernmental", "総会"), ("standards", "研究会合"), ("expert", "専門家会合")))
    return {
        "title": f"{body}第{number + 1}回{chance.pick(names().topics)}{what}",
        "host_countries": where["countries"],
        "online": where["online"],
        "place": where["place"],
        "bodies": body,
        "form": form,
        "role": chance.pick(("participant", "speaker", "chair")),
        "level": chance.pick(("ministerial", "director_general", "working")),
    }


def _no_conference(values: Values, _chance: Chance) -> Values:
    return {**values, "form": "exhibition", "title": f"{values['title']}展示会"}


def _seminar(number: int, chance: Chance) -> Values:
    where = _where(number, chance)
    form, what = chance.pick((("seminar", "セミナー"), ("symposium", "シンポジウム"), ("workshop", "ワークショップ")))
    return {
        "title": _title(number, where["countries"], what, chance),
        **where,
        "form": form,
        "participants": str(20 + chance.below(180)),
    }


def _no_seminar(values: Values, chance: Chance) -> Values:
    form, what = chance.pick((("training", "研修"), ("exhibition", "展示会")))
    return {**values, "form": form, "title": f"{values['title']}{what}"}


def _study(number: int, chance: Chance) -> Values:
    code = names().countries[number % len(names().countries)]
    form, what = chance.pick((("survey", "調査"), ("demonstration", "実証"), ("model_system", "モデルシステム")))
    contractor, called = company(chance.below(40))
    return {
        "title": _title(number, code, what, chance),
        "countries": code,
        "form": form,
        "contractor": contractor,
        "contractor_name": called,
        "amount": str(10 + chance.below(90)),
    }


def _no_study(values: Values, _chance: Chance) -> Values:
    return {**values, "form": "experts", "title": f"{values['title']}専門家の派遣"}


CONSULTATIONS = Kind("consultations", "K", _consultation, _no_consultation, last_day="last_day", joint=True)
CONFERENCES = Kind("conferences", "C", _conference, _no_conference, last_day="last_day", joint=True)
SEMINARS = Kind("seminars", "S", _seminar, _no_seminar, last_day="last_day", joint=True, pairs=True)
STUDIES = Kind("studies", "T", _study, _no_study, last_day="finished_on", respelt=("title", "contractor_name"))


def agreements(consultations: Sequence[str]) -> Kind:
    """Agreements, some of which were made at one of the consultations (their addresses)."""

    def describe(number: int, chance: Chance) -> Values:
        code = names().countries[number % len(names().countries)]
        form, what = chance.pick(
            (
                ("memorandum", "協力覚書"),
                ("joint_statement", "共同声明"),
                ("minutes", "議事録"),
                ("confirmed", "の確認"),
            )
        )
        return {
            "title": _title(number, code, what, chance),
            "countries": code,
            "instrument": form,
            "political_level": "false",
            "signed_by": "局長（見本）",
            "agreed_at": chance.pick(consultations) if chance.one_in(4) else "",
        }

    return Kind(
        "agreements",
        "G",
        describe,
        None,
        pairs=True,
        part={"political_level": "true", "signed_by": "大臣（見本）"},
        no_part={"political_level": "false", "signed_by": "局長（見本）"},
    )


def orders(activities: Sequence[str]) -> Kind:
    """Orders, each of which followed from one of the activities (their addresses)."""

    def describe(number: int, chance: Chance) -> Values:
        code = names().countries[number % len(names().countries)]
        numbered, called = company(chance.below(40))
        return {
            "title": _title(number, code, "の受注", chance),
            "countries": code,
            "company": numbered,
            "company_name": called,
            "amount": str(100 + chance.below(9000)),
            "followed_from": chance.pick(activities),
        }

    def on_their_own(values: Values, _chance: Chance) -> Values:
        return {**values, "followed_from": ""}

    return Kind("orders", "J", describe, on_their_own, respelt=("title", "company_name"), copy="split-contract")
