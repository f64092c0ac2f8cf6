"""Why a guess was made, in a sentence of both languages."""

from monosashi.model import Message

NEAREST = Message(
    ja="この指標の名か値に最も近い番号であるため。", en="It is the number nearest to the name or its values."
)
NEAR = Message(ja="見出しの後に最も近い文であるため。", en="It is the nearest text after the label.")
LOOKS = Message(
    ja="この項目の書き方に合う、まだ置き場のない文であるため。",
    en="It looks as this field does and is placed nowhere else.",
)
WORDING = Message(ja="文言が最も似ているため。", en="Its wording is the most alike.")
VALUES = Message(
    ja="単位・呼び名・平均などの値のつながりが最も合うため。", en="Its values (unit, label, mean) fit best."
)
ORDER = Message(ja="番号の順に並べたため。", en="It follows the order of the numbers.")
SAME_YEAR = Message(ja="他の指標と同じ年度とみたため。", en="The other indicators have the same year.")
SHARED_NUMBER = Message(
    ja="番号が一つ足りず、直前の指標と同じ番号の測定とみたため。",
    en="No number is left; it is taken as a measure under the number before it.",
)
