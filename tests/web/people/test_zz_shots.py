import pytest
from tests.web.signed_in import page_as
from tests.world import PASSWORD

@pytest.mark.browser
def test_shots(lasting_world, live_server, browser):
    out="/tmp/w/C/"
    p = page_as(browser, live_server.url, lasting_world, "")
    p.set_viewport_size({"width":1200,"height":800})
    p.goto("/accounts/login/?next=/accounts/"); p.screenshot(path=out+"login.png")
    p.fill("#id_login","office"); p.fill("#id_password","wrong"); p.click("main button"); p.screenshot(path=out+"login_wrong.png")
    p.fill("#id_password",PASSWORD); p.click("main button"); p.wait_for_url("**/accounts/")
    p.screenshot(path=out+"own.png", full_page=True)
    p.goto("/accounts/2fa/totp/activate/"); p.screenshot(path=out+"reauth.png")
    p.fill("#id_password",PASSWORD); p.click("main button"); p.screenshot(path=out+"totp.png", full_page=True)
    secret=p.locator("code.secret").inner_text()
    from allauth.mfa.totp.internal.auth import hotp_value, format_hotp_value
    import time
    code=format_hotp_value(hotp_value(secret,int(time.time())//30))
    p.fill("#id_code","000000"); p.click("main button:has-text('設定する')"); p.screenshot(path=out+"totp_wrong.png", full_page=True)
    p.fill("#id_code",code); p.click("main button:has-text('設定する')"); p.screenshot(path=out+"codes.png", full_page=True)
    p.goto("/accounts/sessions/"); p.screenshot(path=out+"sessions.png", full_page=True)
    p.goto("/tokens/"); p.fill("#name","集計プログラム"); p.click("main button:has-text('作る')"); p.screenshot(path=out+"tokens.png", full_page=True)
    p.goto("/people/"); p.screenshot(path=out+"people.png", full_page=True)
    p.context.close()
    p = page_as(browser, live_server.url, lasting_world, "keeper")
    p.set_viewport_size({"width":1200,"height":800})
    p.goto("/people/new/"); p.screenshot(path=out+"new.png", full_page=True)
    p.fill("#username","yamada"); p.fill("#name","山田 花子"); p.select_option("#role","bureau"); p.click("main button"); p.screenshot(path=out+"new_wrong.png", full_page=True)
    p.select_option("#organisation","soumu-kokusai"); p.click("main button"); p.screenshot(path=out+"given.png", full_page=True)
    p.goto("/people/yamada/"); p.click("summary:has-text('停止する')"); p.screenshot(path=out+"person.png", full_page=True)
    p.goto("/people/many/"); p.fill("#list","ユーザー名\t氏名\t役割\t所属\nsato\t佐藤 一\t局担当\t自治局\nsuzuki\t鈴木 次\t係長\t自治局\n"); p.click("main button:has-text('確かめる')"); p.screenshot(path=out+"many.png", full_page=True)
    p.goto("/organisations/"); p.screenshot(path=out+"tree.png", full_page=True)
    p.goto("/organisations/soumu-kokusai-1/"); p.click("summary:has-text('移す')"); p.screenshot(path=out+"organisation.png", full_page=True)
    p.set_viewport_size({"width":320,"height":700})
    for path in ("/people/","/organisations/","/accounts/","/people/office/","/people/many/","/tokens/"):
        p.goto(path)
        w=p.evaluate("document.documentElement.scrollWidth")
        print(path,w)
    p.screenshot(path=out+"narrow.png", full_page=True)
    p.context.close()
