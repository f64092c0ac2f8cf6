"""Printed text cut at its note marks."""

from hypothesis import given
from hypothesis import strategies as st

from monosashi.publishing.html.text import Piece, pieces


def test_a_mark_leads_to_its_note_whatever_the_width_of_its_digit() -> None:
    assert pieces("※２と※9", {"※2": "/notes/1"}) == (Piece("※２", "/notes/1"), Piece("と"), Piece("※9"))


def test_a_text_without_marks_is_one_piece_and_an_empty_one_is_none() -> None:
    assert pieces("港", {}) == (Piece("港"),)
    assert pieces("", {}) == ()


@given(st.text(st.sampled_from("※１2(注)港 \n")))
def test_put_together_again_it_is_the_text(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text, {"※1": "/notes/0"})) == text
