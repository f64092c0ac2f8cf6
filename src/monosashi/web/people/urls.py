"""The addresses of this part. Of allauth's pages those that this office uses, one by one: there is no signing up, and
nothing goes by mail."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.socialaccount import views as ministry
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.urls import URLPattern, URLResolver, path
from django.views.generic import RedirectView

from monosashi.web.people import many_views, organisation_views, own_views, people_views, session_views, token_views
from monosashi.web.people.entrance import login, password_change

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/", own_views.page, name="account"),
    path("accounts/login/", login, name="account_login"),
    path("accounts/logout/", account.logout, name="account_logout"),
    path("accounts/inactive/", account.account_inactive, name="account_inactive"),
    path("accounts/reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("accounts/password/change/", password_change, name="account_change_password"),
    path("accounts/2fa/", RedirectView.as_view(pattern_name="account"), name="mfa_index"),
    path("accounts/2fa/authenticate/", factor.authenticate, name="mfa_authenticate"),
    path("accounts/2fa/reauthenticate/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("accounts/2fa/totp/activate/", totp.activate_totp, name="mfa_activate_totp"),
    path("accounts/2fa/totp/deactivate/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("accounts/2fa/recovery-codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("accounts/2fa/recovery-codes/generate/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("accounts/sessions/", session_views.page, name="usersessions_list"),
    path("accounts/oidc/<slug:provider_id>/login/", oidc.login, name="openid_connect_login"),
    path("accounts/oidc/<slug:provider_id>/login/callback/", oidc.callback, name="openid_connect_callback"),
    path("accounts/oidc/cancelled/", ministry.login_cancelled, name="socialaccount_login_cancelled"),
    path("accounts/oidc/error/", ministry.login_error, name="socialaccount_login_error"),
    path("tokens/", token_views.page, name="tokens"),
    path("tokens/<int:token>/revoke/", token_views.revoke, name="token-revoke"),
    path("people/", people_views.listing, name="people"),
    path("people.csv", people_views.as_csv, name="people-csv"),
    path("people/new/", people_views.new, name="person-new"),
    path("people/many/", many_views.page, name="people-many"),
    path("people/<str:username>/", people_views.page, name="person"),
    path("people/<str:username>/<slug:act>/", people_views.act, name="person-act"),
    path("organisations/", organisation_views.listing, name="organisations"),
    path("organisations/<slug:address>/", organisation_views.page, name="organisation"),
    path("organisations/<slug:address>/<slug:act>/", organisation_views.act, name="organisation-act"),
]
