"""The pages in a browser: no error, no other host, all by keyboard, nothing wider than the page, nothing axe finds.

Each test opens one window and walks through many pages in it, so that the whole takes seconds, not minutes.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from monosashi.forms import form
from monosashi.office.backdrops import backdrops
from monosashi.office.library import FolderLibrary
from monosashi.publishing.html import Beside, sheet_to_html
from tests.publishing.html.sheets import MEASURE, finding, small_sheet, trace
from tests.web.conftest import NAME, sample_read

pytestmark = pytest.mark.browser

PAGES = [
    "/",
    f"/sheets/{NAME}/",
    "/sheets/env-R3-1/",
    "/sheets/mirai-R6-9/",
    f"/sheets/{NAME}/findings/?by=code&severity=note",
    "/sheets/env-R3-1/findings/",
    f"/sheets/{NAME}/judgement/",
    "/sheets/mirai-R6-9/judgement/?rule=maff&steps=open",
    "/sheets/mirai-R6-9/report/?form=soumu-hyoka",
    "/compare/",
    f"/compare/?a={NAME}&b=mirai-R6-9",
    "/checks/",
    "/checks/target-keeps/",
    f"/sheets/{NAME}/paper/?at={MEASURE}/target/value",
    "/sheets/mirai-R6-9/paper/1",
    "/nowhere",
]

Open = Callable[..., AbstractContextManager[Page]]


@pytest.fixture
def opened(browser: Browser) -> Open:
    """``opened(width, scheme)``: a window that fails the test on any error or request to another host."""

    @contextmanager
    def open_page(width: int = 1280, scheme: str = "light") -> Iterator[Page]:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            bypass_csp=True,
        )
        page, told = context.new_page(), []
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda request: told.extend([] if _ours(request.url) else [request.url]))
        yield page
        context.close()
        assert [text for text in told if "404" not in text] == []

    return open_page


def _ours(request: str) -> bool:
    """Whether a request stays on this machine."""
    return request.startswith(("data:", "file:", "http://127.0.0.1:"))


@pytest.fixture
def shelf(library: FolderLibrary, address: str) -> str:
    """The address of the library, with an invented sheet that has every kind of chart."""
    library.add(*sample_read())
    return address


def unfold(page: Page) -> None:
    """Open whatever can be opened, and show what can be shown."""
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    page.evaluate("document.querySelectorAll('.switch').forEach(s => { s.checked = true })")


@pytest.mark.parametrize(
    ("lang", "scheme", "width"),
    [
        pytest.param(*one, marks=pytest.mark.thorough)
        for one in (
            *(("ja", "light", 1280), ("en", "dark", 320), ("ja", "dark", 320)),
            *(("en", "light", 1280), ("en", "dark", 1280)),
        )
    ],
)
def test_axe_finds_nothing(opened: Open, shelf: str, lang: str, scheme: str, width: int) -> None:
    with opened(width, scheme) as shown:
        found = {}
        for page in PAGES:
            shown.goto(f"{shelf}{page}{'&' if '?' in page else '?'}lang={lang}")
            unfold(shown)
            found[page] = violations(shown)
    assert found == {page: [] for page in PAGES}


def test_axe_finds_nothing_on_a_document_that_stands_alone(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "sheet.html"
    path = f"{MEASURE}/target/value"
    found = [finding(path)]
    beside = Beside(backdrops=backdrops(small_sheet(), found))
    file.write_text(sheet_to_html(small_sheet(), form("soumu-jizen-r3"), found, trace(path), "en", beside))
    with opened() as shown:
        shown.goto(file.as_uri())
        assert violations(shown) == []


def violations(page: Page) -> list[tuple[str, str]]:
    """What axe finds: the rule, and where."""
    found = Axe().run(page).response["violations"]
    return [(rule["id"], str(node["target"])) for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize(
    ("lang", "width"),
    [
        ("ja", 320),
        *(
            pytest.param(lang, width, marks=pytest.mark.thorough)
            for lang, width in (("en", 320), ("ja", 1280), ("en", 1280), ("ja", 1920), ("en", 1920))
        ),
    ],
)
def test_no_page_is_wider_than_its_window_up_to_four_hundred_per_cent(
    opened: Open, shelf: str, lang: str, width: int
) -> None:
    """A window of 1280 pixels at 400 % is one of 320; only tables move, each in a region of its own."""
    wider = {}
    with opened(width) as shown:
        for page in PAGES:
            shown.goto(f"{shelf}{page}{'&' if '?' in page else '?'}lang={lang}")
            unfold(shown)
            wider[page] = shown.evaluate("document.documentElement.scrollWidth") - width
    assert {page: over for page, over in wider.items() if over} == {}


def test_a_wide_window_shows_the_whole_table_of_indicators(opened: Open, shelf: str) -> None:
    with opened(1280) as shown:
        shown.goto(f"{shelf}/sheets/mirai-R6-9/")
        fits = "e => e.closest('.scroll').scrollWidth <= e.closest('.scroll').clientWidth"
        assert shown.eval_on_selector("table.indicators", fits)
        assert shown.locator(".told").first.is_visible()


def test_the_logic_is_a_picture_where_there_is_room_and_a_list_where_there_is_not(opened: Open, shelf: str) -> None:
    seen = {}
    for width in (320, 1280):
        with opened(width) as shown:
            shown.goto(f"{shelf}/sheets/mirai-R6-9/")
            seen[width] = [shown.locator(part).is_visible() for part in (".logic-picture", ".logic-list")]
    assert seen == {320: [False, True], 1280: [True, False]}
    with opened(1280) as shown:
        shown.goto(f"{shelf}/sheets/mirai-R6-9/")
        shown.locator("#show-list").focus()
        shown.keyboard.press("Space")
        assert shown.locator(".logic-list").is_visible()


def test_the_signs_of_a_chart_keep_a_contrast_of_three_to_one(opened: Open, shelf: str) -> None:
    """WCAG 2.2, 1.4.11: against the page, in light and in dark."""
    kinds = {"actual": "fill", "target": "stroke", "goal": "stroke", "baseline": "stroke", "reference": "stroke"}
    kinds |= {"gap": "stroke", "executed": "fill", "budget": "stroke", "link-means": "stroke", "link-tree": "stroke"}
    low = {}
    for scheme in ("light", "dark"):
        with opened(1280, scheme) as shown:
            shown.goto(f"{shelf}/sheets/mirai-R6-9/")
            page = _colour(shown.evaluate("getComputedStyle(document.body).backgroundColor"))
            for kind, part in kinds.items():
                sign = shown.locator(f".drawing .{kind}").first
                colour = _colour(sign.evaluate(f"e => getComputedStyle(e).{part}"))
                low[scheme, kind] = _contrast(colour, page)
    assert {sign: ratio for sign, ratio in low.items() if ratio < 3} == {}


def test_the_bars_of_a_judgement_keep_that_contrast_too(opened: Open, shelf: str) -> None:
    kinds = {"bar-met": "fill", "bar-missed": "stroke", "full": "stroke", "limit": "stroke", "elapsed": "stroke"}
    low = {}
    for scheme in ("light", "dark"):
        with opened(1280, scheme) as shown:
            shown.goto(f"{shelf}/sheets/mirai-R6-9/judgement/?rule=maff")
            page = _colour(shown.evaluate("getComputedStyle(document.body).backgroundColor"))
            for kind, part in kinds.items():
                colour = shown.locator(f".drawing .{kind}").first.evaluate(f"e => getComputedStyle(e).{part}")
                low[scheme, kind] = _contrast(_colour(colour), page)
    assert {sign: ratio for sign, ratio in low.items() if ratio < 3} == {}


def test_the_steps_of_a_judgement_open_by_keyboard(opened: Open, shelf: str) -> None:
    with opened(320) as shown:
        shown.goto(f"{shelf}/sheets/mirai-R6-9/judgement/")
        row = shown.locator(".why-row").first
        assert not row.locator(".why-body").is_visible()
        row.locator("summary").focus()
        shown.keyboard.press("Enter")
        assert row.locator(".why-body").is_visible()


def _colour(css: str) -> list[float]:
    """The red, green and blue of ``rgb(1, 2, 3)``, from 0 to 1."""
    return [int(part) / 255 for part in css.partition("(")[2].rstrip(")").split(",")[:3]]


def _contrast(one: list[float], other: list[float]) -> float:
    def luminance(colour: list[float]) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_keyboard_reaches_every_finding_and_its_value_in_the_order_of_the_page(opened: Open, shelf: str) -> None:
    with opened() as shown:
        shown.goto(f"{shelf}/sheets/{NAME}/")
        shown.keyboard.press("Tab")
        assert focused(shown) == "#main"
        reached, tops = [], []
        while "site-foot" not in shown.evaluate("document.activeElement.closest('footer')?.className ?? ''"):
            shown.keyboard.press("Tab")
            reached.append(focused(shown))
            tops.append(shown.evaluate("document.activeElement.getBoundingClientRect().top + scrollY"))
            assert len(reached) < 300
    flags = {f"#finding-{n}" for n in range(1, 5)}
    values = {f"#{MEASURE}/baseline/value", "#/goals/0/text", "#/programmes/0/money/0", f"#{MEASURE}/target/value"}
    parts = {"#overview-title", "#figures-title", "#logic-title", "#money-title", "#form-title"}
    assert (flags | values | parts | {"show-places", "print-findings", "show-list", "indicators-title", "a"}) - set(
        reached
    ) == set()
    sections = [tops[reached.index(at)] for at in ("#overview-title", "a", "show-list", "show-places")]
    assert sections == sorted(sections)


def focused(page: Page) -> str:
    """What has the focus: where its link leads, else its id, else what it is labelled by."""
    script = "(e => e.getAttribute('href') || e.id || e.getAttribute('aria-labelledby') || e.tagName)"
    return str(page.evaluate(f"{script}(document.activeElement)"))


def test_what_has_the_focus_is_seen_to_have_it(opened: Open, shelf: str) -> None:
    with opened() as shown:
        shown.goto(f"{shelf}/compare/?a={NAME}&b=mirai-R6-9")
        unseen = []
        for _ in range(25):
            shown.keyboard.press("Tab")
            style = "(s => [s.outlineStyle, parseFloat(s.outlineWidth)])(getComputedStyle(document.activeElement))"
            outline, width = shown.evaluate(style)
            unseen += [] if outline == "solid" and width >= 2 else [focused(shown)]
    assert unseen == []


def test_a_link_to_a_value_brings_it_into_view(opened: Open, address: str) -> None:
    with opened(320) as shown:
        shown.goto(f"{address}/sheets/{NAME}/#/programmes/0/money/0")
        (box,) = [e.bounding_box() for e in shown.query_selector_all("[id='/programmes/0/money/0']")]
        assert box
        assert 0 <= box["y"] < 900
        assert 0 <= box["x"] < 320


def test_the_places_are_shown_by_a_switch_without_a_script(opened: Open, address: str) -> None:
    with opened() as shown:
        shown.goto(f"{address}/sheets/{NAME}/")
        place = shown.locator(f"[id='{MEASURE}/target/value'] .place")
        before = place.is_visible()
        shown.locator("#show-places").focus()
        shown.keyboard.press("Space")
        assert (before, place.is_visible(), place.inner_text()) == (False, True, "V11:AA11")


def test_on_paper_stands_the_form_and_the_findings_only_where_asked(opened: Open, address: str) -> None:
    flag, remark = f"[id='{MEASURE}/baseline/value'] .flag", "#finding-1"
    parts = (".printed >> nth=3", "td.rationale", flag, remark, ".summary", ".overview", ".figures", ".told", ".site")
    with opened() as shown:
        shown.goto(f"{address}/sheets/{NAME}/")
        shown.emulate_media(media="print")
        plain = [shown.locator(part).first.is_visible() for part in parts]
        shown.emulate_media(media="screen")
        shown.check("#print-findings")
        shown.emulate_media(media="print")
        marked = [shown.locator(part).first.is_visible() for part in parts]
    assert plain == [True, True, False, False, False, False, False, False, False]
    assert marked == [True, True, True, True, False, False, False, False, False]


def test_the_list_is_searched_and_sheets_are_compared_by_keyboard_alone(opened: Open, shelf: str) -> None:
    with opened() as shown:
        shown.goto(shelf)
        shown.focus("#q")
        shown.keyboard.type("港")
        shown.keyboard.press("Enter")
        shown.wait_for_url("**/?q=*")
        assert shown.locator("tbody tr").count() == 1
        shown.goto(f"{shelf}/compare/")
        shown.focus("#a")
        for key in ("ArrowDown", "Tab", "ArrowDown", "ArrowDown", "Tab", "Enter"):
            shown.keyboard.press(key)
        shown.wait_for_url("**/compare/?a=env-R3-1&b=mirai-R6-9")
        assert shown.locator(".change").count() > 0
