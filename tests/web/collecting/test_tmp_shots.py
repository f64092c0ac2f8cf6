import pytest
from tests.office.collecting.rounds import *
from tests.web.signed_in import *
from monosashi.office.collecting import *
@pytest.mark.browser
def test_shots(lasting_world, live_server, browser):
    world=lasting_world
    import datetime as dt
    r=opened_round(world, deadline=dt.date(2026,12,5))
    ls=lines(world,r)
    b=world.actor("bureau")
    answer(b, r, {ls["soumu-R4-2"].id: Typed(value="1,250", note="", evidence="https://example.jp/stat")})
    answer(b, r, {ls["soumu-R4-3"].id: Typed(state="集計中", note="８月に公表予定")})
    return_answers(world.actor("office"), r, [ls["soumu-R4-3"].id], "速報値があるはずです")
    data=filled(world,r,"bureau","soumu-kokusai",{"総務省R4－3!L6":"=1+1","総務省R4－2!L6":"13,000件"})
    u=upload(b,r,data,"記入済み.xlsx")
    data=filled(world,r,"bureau","soumu-kokusai",{"総務省R4－3!L6":"1300","総務省R4－3!K6":"実績","総務省R4－2!L6":"13,000件"})
    u2=upload(b,r,data,"記入済み2.xlsx")
    open("/tmp/w/F/marked.xlsx","wb").write(marked_workbook(b,r,u)[1])
    bad=[]
    def shot(who, address, name, w=1280, h=None):
        page=page_as(browser, live_server.url, world, who, {"width":w,"height":900})
        page.on("console", lambda m: bad.append((name, m.text)))
        page.on("pageerror", lambda m: bad.append((name, str(m))))
        a=page.goto(address)
        assert a.status in (200,400), (address, a.status, page.content()[:3000])
        page.wait_for_timeout(200)
        print(name, a.status, page.evaluate("document.documentElement.scrollWidth"), w)
        page.screenshot(path=f"/tmp/w/F/{name}.png", full_page=True)
        page.context.close()
    shot("office","/rounds/","list"); shot("office","/rounds/new/?nendo=2022","new"); shot("office",f"/rounds/{r}/","round")
    shot("bureau",f"/rounds/{r}/","round_b"); shot("bureau",f"/rounds/{r}/answer/","answer"); shot("bureau",f"/rounds/{r}/uploads/{u}/","upload"); shot("bureau",f"/rounds/{r}/uploads/{u2}/","upload2")
    shot("office",f"/rounds/{r}/reminders/","remind"); shot("bureau",f"/rounds/{r}/asks/{ls['soumu-R4-3'].id}/","hist")
    for n,(w,a) in enumerate([("office","/rounds/"),("office","/rounds/new/?nendo=2022"),("office",f"/rounds/{r}/"),("bureau",f"/rounds/{r}/answer/"),("bureau",f"/rounds/{r}/uploads/{u}/"),("office",f"/rounds/{r}/reminders/")]):
        shot(w,a,f"n{n}",320)
    print(bad)
