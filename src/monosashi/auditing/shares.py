"""Shares: which measures are a share of a whole, which can only lie between 0 and 100 per cent, and which are rates of
change."""

import re

from monosashi.model.folding import key

#: How much something rose or fell, or stands to another year's or a plan's.
_CHANGE = re.compile(
    r"増加|減少|増減|伸び|上昇|下落|低下|成長|変化|変動|削減|縮減|低減|改善率|回復率|前年|前期|前回|同月|同期|(?:[0-9一-龠]{1,6}年度?)比|倍|"
    r"対.{1,12}比|インフレ|物価|利回り|利益|収益|金利|騰落"
)
#: What may exceed its whole: a plan, a capacity, a need, what went in.
_MAY_EXCEED = re.compile(
    r"達成[率度]|進捗率|執行率|消化率|充足|自給|定員|定数|計画|目標|予定|予算|見込|想定|基準|必要|ピーク|乗車|混雑|稼働|利用率|"
    r"収支|回収|還元|倍率|対する|当たり|あたり|比較|指数|水準|費用|負債|債務|積立|準備|償却|効率|弾力|カバレッジ"
)
#: What is a share by its name.
_SHARE = re.compile(
    r"(?:割合|シェア|占有率|構成比|普及率|整備率|接続率|加入率|受診率|認知率|認知度|取得率|進学率|就職率|合格率|修了率|参加率|実施率|"
    r"設置率|導入率|回答率|耐震化率|カバー率|カバー人口率|公表率|提出率|納付率|登録率|失業率|就業率|運航率|充電率|公開率|配布率|"
    r"解決率|検挙率|保有率|所持率|満足率|女性比率|策定率|理解度|満足度|就学率|接種率|履行率)$"
)
#: What follows a name and does not belong to it: a formula in brackets, a remark.
_AFTER_NAME = re.compile(r"(?:[。.]|[(〔{][^()]{0,200}[)〕}]|※.*)++$")
#: A name longer than this is prose; only its end is looked at.
_LONGEST = 400


def is_change(name: str) -> bool:
    """Whether a measure of that name is a rate of change.

    >>> is_change("利用者数の前年度比"), is_change("電子で手続をした人の割合")
    (True, False)
    """
    return bool(_CHANGE.search(name))


def is_share(name: str) -> bool:
    """Whether a measure of that name is a share of a whole; no is said where a whole may be exceeded.

    >>> is_share("電子で手続をした人の割合"), is_share("定員に占める職員の割合"), is_share("売上の伸び率")
    (True, False, False)
    >>> is_share("回答のあった割合（回答した者／問い合わせた者）※毎年度調べる。")
    True
    """
    plain = _AFTER_NAME.sub("", key(name)[-_LONGEST:])
    return bool(_SHARE.search(plain)) and not is_change(name) and not _MAY_EXCEED.search(name)
