import pytest
from monosashi.office.keeping.saving import Whose, begin
from monosashi.office.samples import sample
from tests.web.signed_in import page_as

def test_shots(lasting_world, live_server, browser):
    world=lasting_world
    begin(world.actor("office"), "soumu-R6-9", Whose(organisation="soumu-kokusai-1", nendo=2024, number="9"), sample("sample-ministry"), reason_code="begun")
    for w,h in ((1280,900),(375,800)):
        page = page_as(browser, live_server.url, world, "division", {"width":w,"height":h})
        errs=[]
        page.on("console", lambda m: errs.append(m.text) if m.type in ("error","warning") else None); page.on("pageerror", lambda e: errs.append(str(e)))
        for key in ("","head/","goal-1/","values/","rationales/","programmes/","money/","cabinet/","notes/","versions/"):
            page.goto("/sheets/soumu-R6-9/edit/"+key); page.wait_for_timeout(150)
            page.screenshot(path=f"/tmp/w/Eshots/{w}-{key.strip('/') or 'over'}.png", full_page=key not in ("values/x",))
            sw=page.evaluate("document.documentElement.scrollWidth")
            if sw>w: print("OVERFLOW",w,key,sw, page.evaluate("[...document.querySelectorAll('main *')].filter(e=>e.getBoundingClientRect().right>innerWidth+1 && !e.closest('.scroll')).slice(0,4).map(e=>e.outerHTML.slice(0,120))"))
        page.goto("/sheets/new/"); page.screenshot(path=f"/tmp/w/Eshots/{w}-new.png", full_page=True)
        page.goto("/sheets/soumu-R6-9/edit/values/")
        f=page.locator("#grid textarea").nth(12); f.fill("12"); page.wait_for_timeout(2500)
        page.screenshot(path=f"/tmp/w/Eshots/{w}-live.png")
        page.locator("#grid textarea").nth(3).focus(); page.locator("#grid .why").nth(3).click(); page.wait_for_timeout(700)
        page.screenshot(path=f"/tmp/w/Eshots/{w}-why.png")
        print(errs)
        page.context.close()
