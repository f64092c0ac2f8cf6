"""Who gets what answer: every route and method, asked by every role about things of every owner.

``expected.txt`` is the reviewed table: routes that answer alike stand under one block of codes. ``GOLDEN=write`` writes
it anew; its diff is read line by line, since each cell is a promise of who sees what.
"""
