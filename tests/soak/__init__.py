"""The soak: an office's server is killed, and its machine's power cut, at random moments while people save; nothing that
was acknowledged may be lost, and no half state may be found.

``python -m tests.soak --kills 500 --cuts 200 --database both`` (``make soak``) prints its figures; the tests here do a few
of each.
"""
