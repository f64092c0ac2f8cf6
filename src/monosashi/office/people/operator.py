"""The operator: who sits at the machine itself. Whoever can read the office's folder may make its first account."""

from monosashi.office.keeping import Actor
from monosashi.store.models import Role

OPERATOR = Actor(name="（機械の管理者 operator）", role=Role.SYSADMIN)
