"""Settings shared by every environment; what differs is read from the environment."""

import os
from pathlib import Path

from django.urls import reverse_lazy

import environ
from csp.constants import NONE, SELF, UNSAFE_INLINE

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = environ.Env()
# The environment wins over the file.
env.read_env(os.environ.get("ENV_FILE") or BASE_DIR / ".env")

# Where the embedded defaults keep everything they write: database, files, password.
VAR = Path(env("VAR", default="var"))
if not VAR.is_absolute():
    VAR = BASE_DIR / VAR

DEBUG = False
SECRET_KEY = env("SECRET_KEY", default="")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
BASE_URL = env("BASE_URL", default="http://127.0.0.1:8000").rstrip("/")

INSTALLED_APPS = [
    "home",
    "search",
    "campaigns",
    "assets",
    "themes",
    "libraries",
    "mail",
    "users",
    "core",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.search_promotions",
    "wagtail.embeds",
    "wagtail.sites",
    "users.apps.AdminUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "wagtail_modeladmin",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "core.operations.requests.RequestMiddleware",
    "assets.banners.BannerHostMiddleware",
    "core.headers.HeadersMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "core.headers.AdminPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.requests.PlainRequestMiddleware",
    "core.bodies.limits.BodyLimitMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "users.second_factor.gate.SecondFactorMiddleware",
    "core.audit.exports.ExportNoteMiddleware",
    "core.limits.SpreadsheetLimitMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "core.errors.PlainErrorsMiddleware",
    "core.publish_checks.middleware.PublishStoppedMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.site"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

# Database. SQLite in WAL mode serves the web and worker processes of one machine:
# IMMEDIATE takes the write lock at the start, so a transaction waits its turn
# instead of failing half-way with "database is locked". No mmap_size: with connections
# that open and close in several processes it lost committed rows (SQLite 3.40.1).
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
        "PRAGMA journal_size_limit=67108864;"
        "PRAGMA cache_size=-20000;"
    ),
}
DATABASES = {
    "default": env.db_url_config(
        env("DATABASE_URL", default="") or f"sqlite:///{VAR / 'db.sqlite3'}"
    )
}
# Kept for a while on SQLite too: the last one to close moves the whole log into the
# database, which cost more than the rest of a short answer.
DATABASES["default"]["CONN_MAX_AGE"] = 60
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # Seconds: readers are told at once that it is away.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 2)

# Sign-in limits are counted in the cache, so it is shared by all processes: a table
# in the database, or Redis when it is there.
if redis_url := env("REDIS_URL", default=""):
    _redis = {
        "LOCATION": redis_url,
        # Seconds: a Redis that hangs is as good as none.
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 2},
    }
    CACHES = {
        "default": {"BACKEND": "core.shared_cache.SharedCache", **_redis},
        # What must be the same for all processes, or not at all.
        "counts": {"BACKEND": "core.shared_cache.RestingRedisCache", **_redis},
    }
else:
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "cache",
            # Sign-in counters must not be culled by other entries.
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        }
    }

# How many materials there are of what (assets/browsing/counting.py).
CACHES.setdefault("counts", CACHES["default"])

# Whole pages in common for all processes; without Redis each keeps its own
# (core/page_cache).
CACHES["pages"] = (
    CACHES["counts"]
    if redis_url
    else {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
)

# How often strangers fetch and search. In the database it would be a row written each
# time, so without Redis each process counts by itself (core/limits.py).
CACHES["crowd"] = (
    CACHES["default"]
    if redis_url
    else {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "crowd",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
)

# Lists fetch the renditions of all their pictures in one query; a cache beside that
# would only be asked, and written, picture by picture.
CACHES["renditions"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Language and time
LANGUAGE_CODE = "da"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("da", "Dansk"), ("en", "English")]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [BASE_DIR / "locale"]
WAGTAIL_I18N_ENABLED = True
TIME_ZONE = "Europe/Copenhagen"
USE_I18N = True
FORMAT_MODULE_PATH = ["core.formats"]
USE_TZ = True

# Files. Originals and assets are private, renditions and previews public; the storage
# classes read their own S3_* values, so no secret stands in STORAGES, which Wagtail
# copies into task arguments.
S3_BUCKET_PRIVATE = env("S3_BUCKET_PRIVATE", default="")
S3_BUCKET_PUBLIC = env("S3_BUCKET_PUBLIC", default="")
S3_ENDPOINT_URL = env("S3_ENDPOINT_URL", default="")
S3_REGION = env("S3_REGION", default="eu-north-1")
# What browsers ask; Amazon's own when no other is named.
S3_PUBLIC_ENDPOINT_URL = (
    env("S3_PUBLIC_ENDPOINT_URL", default="")
    or S3_ENDPOINT_URL
    or (f"https://s3.{S3_REGION}.amazonaws.com" if S3_BUCKET_PRIVATE else "")
)
MEDIA_ROOT = VAR / "public"
MEDIA_URL = "/media/"
PRIVATE_ROOT = VAR / "private"
FILES_ON_S3 = bool(S3_BUCKET_PRIVATE)
STORAGES = {
    "default": {
        "BACKEND": "assets.storages.PrivateS3Storage"
        if FILES_ON_S3
        else "assets.storages.PrivateDiskStorage"
    },
    "public": {
        "BACKEND": "assets.storages.PublicS3Storage"
        if FILES_ON_S3
        else "assets.storages.PublicDiskStorage"
    },
    "staticfiles": {"BACKEND": "core.bundles.BundledStaticFilesStorage"},
}
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
FILE_UPLOAD_TEMP_DIR = None
# Every upload goes to a temporary file: a print file must never fill the memory of
# a web process.
FILE_UPLOAD_HANDLERS = [
    "core.upload_handlers.TidyUploadHandler",
]
# From this size on a basket's package is built once and kept (a theme's always is),
# and for so long after it was last asked for.
PACKAGE_KEPT_FROM = env.int("PACKAGE_KEPT_FROM", default=100 * 1024**2)
PACKAGE_KEEP_DAYS = env.int("PACKAGE_KEEP_DAYS", default=14)
# From this size on who is signed in is mailed a link when the package is packed, which
# ends after so many days; who is not, is sent it as it is packed.
PACKAGE_MAILED_FROM = env.int("PACKAGE_MAILED_FROM", default=1024**3)
PACKAGE_LINK_DAYS = env.int("PACKAGE_LINK_DAYS", default=7)
ASSET_MAX_UPLOAD_SIZE = env.int("ASSET_MAX_UPLOAD_SIZE", default=20 * 1000**3)
# In bytes; S3 takes no part below 5 MB but the last, and at most 10,000 of them.
ASSET_PART_SIZE = env.int("ASSET_PART_SIZE", default=16 * 1024**2)
# A path, or host:port. When it is set and nobody answers, no file becomes ready.
CLAMAV_SOCKET = env("CLAMAV_SOCKET", default="")
# What clamd.conf says in StreamMaxLength, in bytes; the rest of a file goes unscanned.
CLAMAV_STREAM_BYTES = env.int("CLAMAV_STREAM_BYTES", default=100 * 1024**2)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# What one form of the admin may carry with its files; larger ones are sent in parts.
LARGEST_UPLOAD = env.int("LARGEST_UPLOAD", default=200 * 1000**2)

# Where titles of reading lists are looked up; without an address they are typed.
FBI_API = {
    "url": env("FBI_API_URL", default=""),
    "token_url": env("FBI_TOKEN_URL", default="https://login.bib.dk/oauth/token"),
    "client_id": env("FBI_CLIENT_ID", default=""),
    "secret": env("FBI_CLIENT_SECRET", default=""),
    "agency": env("FBI_AGENCY", default=""),
}
# The hosts that covers may be fetched from, each with those below it.
COVER_HOSTS = env.list("COVER_HOSTS", default=["dbc.dk", "addi.dk"])

# People
AUTH_USER_MODEL = "users.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation"
        ".UserAttributeSimilarityValidator"
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "my_library"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "libraries.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = str
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # only in the browser that signed up
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_FORMS = {
    "change_password": "users.forms.ChangePasswordForm",
    "login": "users.forms.LoginForm",
    "reauthenticate": "users.second_factor.forms.ConfirmPasswordForm",
    "reset_password": "users.forms.ResetPasswordForm",
    "reset_password_from_key": "users.forms.ResetPasswordKeyForm",
    "signup": "users.forms.SignupForm",
}
# Whether the admin asks for a code from a telephone beside the password; who has set
# one up is asked at each sign-in either way (users/second_factor/).
SECOND_FACTOR = env.bool("SECOND_FACTOR", default=False)
MFA_ADAPTER = "users.second_factor.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "activate_totp": "users.second_factor.forms.ActivateForm",
    "authenticate": "users.second_factor.forms.AuthenticateForm",
    "reauthenticate": "users.second_factor.forms.ReauthenticateForm",
}
# A code of the half minute before or after is taken too: telephones' clocks differ.
MFA_TOTP_TOLERANCE = 1
# A key of login_failed is an account as seen from one address (libraries/adapter.py),
# and the limits for an address leave room for a library behind one. Then
# comes what else sends mail (libraries/views.py), and what is costly or read by people
# (campaigns/ideas/, home/accessibility/). Files and packages are counted as fetched
# from their first byte (assets/delivery.py). "upload" is a drop, however many files it
# has; a package of a campaign may be 500 of them, and each may be begun anew.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "5/15m/key,50/15m/ip",
    "reset_password": "60/h/ip,3/h/key",
    "signup": "60/h/ip",
    "search": "300/m/ip",
    "export": "60/m/ip",
    "download": "60/m/user,1000/d/user",
    "download_stranger": "300/m/ip",
    "upload": "60/h/user",
    "upload_file": "2000/h/user",
    "spreadsheet": "6/h/user",
    "ask_library": "10/h/user",
    "invite": "30/h/user",
    "invite_address": "3/d/key",
    "idea_catalogue": "120/h/ip",
    "send_idea": "20/h/user",
    "report_accessibility": "20/h/ip",
}
# Whether the nginx of deploy/nginx.conf stands before the site: it keeps pages for the
# rest of a second, and sends the files on this machine's disk that the site lets out.
BEHIND_NGINX = env.bool("BEHIND_NGINX", default=False)
# Who may read /metrics says it; without one nobody may.
METRICS_TOKEN = env("METRICS_TOKEN", default="")
# Whether it is told when no copy of the site was made last night, also where none was
# ever made.
BACKUPS_EXPECTED = env.bool("BACKUPS_EXPECTED", default=False)
# How many proxies of ours stand before the site: so many addresses at the end of
# X-Forwarded-For were written by them, the others by whoever asks.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)
SESSION_ENGINE = "users.sessions"
# In seconds: without a request, and in all.
SESSION_LIMITS = {
    "admin": {"idle": 30 * 60, "whole": 12 * 60 * 60},
    "library": {"idle": 8 * 60 * 60, "whole": 30 * 24 * 60 * 60},
}
SESSION_COOKIE_AGE = 30 * 24 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# E-mail
vars().update(env.email_url_config(env("EMAIL_URL", default="") or "consolemail://"))
# The way out; what Wagtail writes goes by the outbox first (mail/backends.py).
DELIVERY_BACKEND, EMAIL_BACKEND = vars()["EMAIL_BACKEND"], "mail.backends.EmailBackend"
# A sender that waits longer is taken for dead (mail/sending.py).
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env(
    "DEFAULT_FROM_EMAIL", default="Bibliotekernes Temasamarbejde <post@example.dk>"
)

# Wagtail
WAGTAIL_SITE_NAME = "Bibliotekernes Temasamarbejde"
WAGTAILADMIN_BASE_URL = BASE_URL
# Not the site's own sign-in, which would send a signed-in person without the right
# straight back: users.views.admin_login tells the two apart.
WAGTAILADMIN_LOGIN_URL = reverse_lazy("wagtailadmin_login")
WAGTAIL_FRONTEND_LOGIN_URL = reverse_lazy("account_login")
# Both stand in core/formats, which tells what else may be written.
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
# Not all that the server knows: browsers refuse some, "localtime" among them.
WAGTAIL_USER_TIME_ZONES = [
    "Europe/Copenhagen",
    "Atlantic/Faroe",
    "America/Nuuk",
    "Europe/London",
    "Europe/Helsinki",
    "UTC",
]
# core.widgets.SlugInput writes æ, ø and å as the server does.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_USAGE_COUNT_ENABLED = True
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        # No "document-link": files leave by assets/delivery.py alone.
        "OPTIONS": {"features": ["bold", "italic", "link", "ul", "ol", "superscript"]},
    }
}
WAGTAILIMAGES_IMAGE_MODEL = "assets.CustomImage"
WAGTAILIMAGES_RENDITION_STORAGE = "public"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 40 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
# Wagtail 8 keeps AVIF and WebP as they are unless told; browsers of 2020 read WebP.
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "webp", "webp": "webp"}
WAGTAILDOCS_SERVE_METHOD = "redirect"
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "wagtail.search.backends.database",
        "SEARCH_CONFIG": "danish",
    }
}
WAGTAILEMBEDS_FINDERS = [{"class": "wagtail.embeds.finders.oembed"}]

# Headers. The public policy allows no inline code at all; the admin's is widened in
# core/headers.py, because Wagtail's date choosers start from inline scripts.
FILM_PROVIDERS = [
    "https://www.youtube-nocookie.com",
    "https://player.vimeo.com",
    "https://www.dr.dk",
]
BANNER_HOST = env("BANNER_HOST", default="")
# Whether browsers may keep what was read, to be read without a line. Turned off, the
# worker that they have removes itself and what it kept (docs/features/offline.md).
READABLE_OFFLINE = env.bool("READABLE_OFFLINE", default=True)
STORAGE_ORIGINS = [S3_PUBLIC_ENDPOINT_URL] if S3_PUBLIC_ENDPOINT_URL else []
if FILES_ON_S3 and not STORAGE_ORIGINS:
    STORAGE_ORIGINS = [f"https://s3.{S3_REGION}.amazonaws.com"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *STORAGE_ORIGINS],
        "media-src": [SELF, *STORAGE_ORIGINS],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "frame-src": [*FILM_PROVIDERS, *([BANNER_HOST] if BANNER_HOST else [])],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}
ADMIN_CONTENT_SECURITY_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:", *STORAGE_ORIGINS],
    "connect-src": [SELF, *STORAGE_ORIGINS],
    "frame-src": [SELF, *FILM_PROVIDERS],
    "frame-ancestors": [SELF],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
PERMISSIONS_POLICY = {
    "browsing-topics": [],
    "camera": [],
    "geolocation": [],
    "microphone": [],
    "payment": [],
    "usb": [],
}
