"""Reading lists and films for library systems that harvest (OAI-PMH 2.0).

``arguments`` reads what is asked, ``records`` finds and tells, ``views`` answers.
docs/features/harvesting.md
"""
