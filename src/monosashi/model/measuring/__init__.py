"""How the numbers of one sheet are read together: strands from baseline to actuals, the direction that is better, past
actuals, means, units; and how they are called in a sentence.

Shared by the rooms that check a sheet (``auditing``) and that judge what it reached (``judging``), which do not import
each other. Pure functions over nouns.
"""
