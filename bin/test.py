"""The linters, then the whole suite on SQLite, and on PostgreSQL what asks a database.

PostgreSQL and Redis are used when ``TEST_DATABASE_URL`` and ``TEST_REDIS_URL`` say
where, or when they answer on this machine's usual ports. What is absent is named; with
``CI=true`` that is an error. Arguments go to pytest: ``make test ARGS="-k door"``.
"""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import redis

ROOT = Path(__file__).resolve().parent.parent
POSTGRES = "postgres://postgres@127.0.0.1:5432/temasamarbejde"
REDIS = "redis://127.0.0.1:6379/15"


def postgres_url() -> tuple[str, str]:
    """Where PostgreSQL is, or an empty string and why not."""
    url = os.environ.get("TEST_DATABASE_URL") or POSTGRES
    server = url.rsplit("/", 1)[0] + "/postgres"
    try:
        psycopg.connect(server, connect_timeout=3).close()
    except psycopg.OperationalError as error:
        return "", str(error).strip().splitlines()[-1]
    return url, ""


def redis_url() -> tuple[str, str]:
    """Where Redis is, or an empty string and why not."""
    url = os.environ.get("TEST_REDIS_URL") or REDIS
    try:
        redis.Redis.from_url(url, socket_connect_timeout=3).ping()
    except redis.RedisError as error:
        return "", str(error)
    return url, ""


def main() -> int:
    """Run everything that can run; the exit code is 0 only when all of it passed."""
    os.chdir(ROOT)
    arguments = sys.argv[1:]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test"}
    environment.pop("TEST_DATABASE_URL", None)
    environment.pop("TEST_REDIS_URL", None)
    # Or every process compiles all tests and all of the site anew.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    postgres, no_postgres = postgres_url()
    cache, no_redis = redis_url()
    if cache:
        environment["TEST_REDIS_URL"] = cache
    # A third of the time the tests wait: for a browser, a server, a drawing process.
    workers = str((os.cpu_count() or 2) + 1)
    pytest = [sys.executable, "-m", "pytest", "-n", workers, "--dist", "worksteal"]
    runs = {"SQLite": ([], {})}
    if postgres:
        runs["PostgreSQL"] = ["--second-database"], {"TEST_DATABASE_URL": postgres}
    # Beside the linters, which take one processor.
    making = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.plugins.kept_database"],
            env={**environment, **settings},
        )
        for _options, settings in runs.values()
    ]
    results = {"linterne": subprocess.run([sys.executable, "bin/lint.py"]).returncode}
    # One that failed is made, and fails, where it is seen: in the run that needs it.
    for each in making:
        each.wait()
    for name, (options, settings) in runs.items():
        print(f"\n== Prøver på {name}", flush=True)
        done = subprocess.run(
            [*pytest, *options, *arguments], env={**environment, **settings}
        )
        results[f"prøverne på {name}"] = done.returncode

    print()
    for name, reason in (("PostgreSQL", no_postgres), ("Redis", no_redis)):
        if reason:
            print(f"Sprunget over: {name} ({reason})")
            if os.environ.get("CI") == "true":
                results[f"{name} mangler, og med CI=true springes intet over"] = 1
    failed = [name for name, code in results.items() if code]
    print("Fejl: " + "; ".join(failed) if failed else "Alt bestod.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
