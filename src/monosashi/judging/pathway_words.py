"""What the numbers of a pathway show, and what they cannot show: sentences in both languages, without any claim of
cause."""

from collections.abc import Iterator

from monosashi.model import Message, Nendo, Pairing, Pathway, PathwaySeries
from monosashi.model.measuring.wording import capital, years

#: From how many steps on a common movement begins to be more than a coin's throw; fewer are said to be too few.
FEW = 8


def says_of(pathway: Pathway) -> tuple[Message, ...]:
    """One sentence for each output and lag."""
    outputs = {output.path: output for output in pathway.outputs}
    return tuple(_count(pairing, outputs[pairing.output], pathway.outcome) for pairing in pathway.pairings)


def cannot_of(pathway: Pathway) -> tuple[Message, ...]:
    """What must not be read out of the numbers, and why."""
    return (
        *_unknown_lag(pathway),
        *_too_few(pathway),
        *_disrupted(pathway),
        *_cumulative(pathway),
        *_flat_targets(pathway),
        _NO_CAUSE,
    )


_NO_CAUSE = Message(
    ja="同じ向きに動いていても、アウトプットがアウトカムをもたらしたとは、この表の数からは言えません。ほかの要因は表に書かれていません。",
    en="Even where both move the same way, the numbers on this sheet do not say that the outputs brought the outcome "
    "about: other influences are not on it.",
)


def _called(series: PathwaySeries) -> Message:
    if series.number:
        return Message(ja=f"指標{series.number}", en=f"indicator {series.number}")
    return Message(ja=f"指標「{series.name}」", en=f"the indicator “{series.name}”")


def _count(pairing: Pairing, output: PathwaySeries, outcome: PathwaySeries) -> Message:
    first, second, beside, later = _called(output), _called(outcome), _beside(pairing), _later(pairing)
    if not pairing.years:
        return Message(
            ja=f"{first.ja}と{second.ja}（{beside.ja}）：両方に値のある年度はまだない。{later.ja}",
            en=f"{capital(first.en)} and {second.en} ({beside.en}): there is no year yet in which both have a value. {later.en}".rstrip(),
        )
    span, n = _span(pairing.years), len(pairing.years)
    if not pairing.steps:
        return Message(
            ja=f"{first.ja}と{second.ja}（{beside.ja}）：値が並ぶのは{span.ja}の{n}年分で、続いた年度の増減は比べられない。{later.ja}",
            en=f"{capital(first.en)} and {second.en} ({beside.en}): side by side for {_years(n)} ({span.en}); no step from one year to "
            f"the next can be compared. {later.en}".rstrip(),
        )
    return Message(
        ja=f"{first.ja}と{second.ja}（{beside.ja}）：値が並ぶのは{span.ja}の{n}年分。続いた年度の増減を比べられる{pairing.steps}回のうち、"
        f"同じ向きが{pairing.together}回、逆の向きが{pairing.apart}回、少なくとも一方が変わらないのが{pairing.still}回。{later.ja}",
        en=f"{capital(first.en)} and {second.en} ({beside.en}): side by side for {_years(n)} ({span.en}). Of {_steps(pairing.steps)} from "
        f"one year to the next, {pairing.together} went the same way, {pairing.apart} opposite ways, and in {pairing.still} at "
        f"least one did not move. {later.en}".rstrip(),
    )


def _years(n: int) -> str:
    return f"{n} year" if n == 1 else f"{n} years"


def _steps(n: int) -> str:
    return f"{n} step" if n == 1 else f"{n} steps"


def _beside(pairing: Pairing) -> Message:
    """How the years are put side by side, and whose assumption that is."""
    if pairing.lag == 0:
        same = Message(ja="同じ年度どうし", en="in the same year")
        return Message(ja=f"{same.ja}と仮に置く", en=f"{same.en}, by assumption") if pairing.assumed else same
    later = Message(ja=f"{pairing.lag}年後のアウトカム", en=f"the outcome {_years(pairing.lag)} later")
    if pairing.assumed:
        return Message(ja=f"{later.ja}と仮に置く", en=f"{later.en}, by assumption")
    return Message(ja=f"表の述べる{later.ja}", en=f"{later.en}, as the sheet states")


def _span(nendos: tuple[Nendo, ...]) -> Message:
    ends = (nendos[0],) if len(nendos) == 1 else (nendos[0], nendos[-1])
    named = [years([nendo]) for nendo in ends]
    return Message(ja="～".join(one.ja for one in named), en="–".join(one.en for one in named))


def _later(pairing: Pairing) -> Message:
    """How many steps there will be once the actuals are in; nothing where there is nothing to wait for."""
    if not pairing.to_come:
        return Message(ja="", en="")
    n = pairing.steps + pairing.to_come
    return Message(
        ja=f"目標のある年度の実績が出そろうと{n}回になる。",
        en=f"Once every year with a target has its actual, there will be {_steps(n)}.",
    )


def _unknown_lag(pathway: Pathway) -> Iterator[Message]:
    if pathway.lag.years is not None:
        return
    if pathway.lag.text:
        yield Message(
            ja=f"時期に触れた言葉は「{pathway.lag.text}」だけで、アウトプットの何年後にアウトカムが表れるはずかを、表は書いていません。"
            "並べ方は仮のものです。",
            en=f"The only words that touch on time are “{pathway.lag.text}”: the sheet does not say how many years after the "
            "outputs the outcome is expected. How the years are put side by side is an assumption.",
        )
    else:
        yield Message(
            ja="アウトプットの何年後にアウトカムが表れるはずかを、表は書いていません。並べ方は仮のものです。",
            en="The sheet does not say how many years after the outputs the outcome is expected. How the years are put side "
            "by side is an assumption.",
        )


def _too_few(pathway: Pathway) -> Iterator[Message]:
    most = max((pairing.steps for pairing in pathway.pairings), default=0)
    if most < FEW:
        yield Message(
            ja=f"比べられる増減は多くても{most}回です。これだけでは、結び付きか偶然かを見分けられません。相関係数や有意確率は計算しません。",
            en=f"At most {_steps(most)} can be compared. From so few one cannot tell a link from chance; no coefficient and no "
            "significance is computed.",
        )


def _disrupted(pathway: Pathway) -> Iterator[Message]:
    found = {
        point.nendo.year: point.nendo
        for series in (*pathway.outputs, pathway.outcome)
        for point in series.points
        if point.disrupted and point.value is not None
    }
    steps = max((pairing.disrupted for pairing in pathway.pairings), default=0)
    if found and steps:
        when = years(found[year] for year in sorted(found))
        yield Message(
            ja=f"{when.ja}は異常な年度でした。増減のうち最大{steps}回はその年度を含み、ふだんの動きとは言えません。",
            en=f"{when.en} was not an ordinary time. Of the steps, up to {steps} begin or end there and tell nothing of an "
            "ordinary year.",
        )


def _cumulative(pathway: Pathway) -> Iterator[Message]:
    summed = [series for series in (*pathway.outputs, pathway.outcome) if series.cumulative]
    if summed:
        named = [_called(series) for series in summed]
        yield Message(
            ja=f"{'、'.join(one.ja for one in named)}は累計で、減ることがありません。増えたことは、その年度の動きを示しません。",
            en=f"Cumulative and never falling: {', '.join(one.en for one in named)}. That it rose tells nothing of that year.",
        )


def _flat_targets(pathway: Pathway) -> Iterator[Message]:
    if all(_flat(series) for series in (*pathway.outputs, pathway.outcome)):
        yield Message(
            ja="目標はどれも毎年度同じ水準です。アウトプットが増えるとアウトカムがどれだけ増えるはずかは、目標からは読み取れません。",
            en="Every target keeps one level over the years: they do not say by how much the outcome should rise with the "
            "outputs.",
        )


def _flat(series: PathwaySeries) -> bool:
    targets = [point.target for point in series.points if point.target is not None]
    return len(targets) > 1 and len(set(targets)) == 1
