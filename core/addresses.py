"""Which addresses the site itself answers, and which of them a browser leaves alone.

What a browser keeps for reading offline and what it fetches before anybody has asked
(``core/offline.py``, ``core/speculation.py``) is pages that anyone may read, and
nothing that is somebody's, secret, counted or sent.
"""

# First parts of addresses that the site itself answers, now or in a later part of it.
RESERVED_SLUGS = frozenset(
    [
        "admin",
        "aktiviteter",
        "api",
        "bekraeft",
        "del",
        "delebillede",
        "en",
        "glemt-adgangskode",
        "healthz",
        "indlejr",
        "invitation",
        "kalender",
        "llms",
        "log-ind",
        "log-ud",
        "lukket-bruger",
        "m",
        "media",
        "metrics",
        "mit-bibliotek",
        "oai",
        "oembed",
        "opret-bruger",
        "pakke",
        "privat",
        "readyz",
        "sig-til",
        "skift-adgangskode",
        "soeg",
        "static",
        "stil",
        "tema",
        "tilpas",
        "totrinslogin",
        "udgivelse",
        "was",
    ]
)

# Those of them that are read as pages are. What is not named here is left alone, so
# that an address of tomorrow's is until somebody says otherwise.
READ = frozenset(["en", "kalender", "was"])
LEFT_ALONE = (*sorted(RESERVED_SLUGS - READ), "materialer/soegninger")
