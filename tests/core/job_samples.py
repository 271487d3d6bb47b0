"""Tasks for the workers that test_jobs.py starts; files tell both sides how far."""

import smtplib
import sys
import time
from pathlib import Path

import boto3
from botocore.config import Config
from django_tasks import task

from core.jobs import TryAgain, patient


@task()
def write(path: str, line: str) -> None:
    """Add a line to a file."""
    with Path(path).open("a") as file:
        file.write(line + "\n")


@task()
def hold(folder: str) -> None:
    """Say ``started``, wait for ``release``, then say ``done``; a line each time."""
    write.func(f"{folder}/started", "started")
    while not Path(folder, "release").exists():
        time.sleep(0.02)
    write.func(f"{folder}/done", "done")


@task()
def give_up() -> None:
    """Fail outright."""
    raise ValueError("det går ikke")


@task()
def leave() -> None:
    """Try to take the worker along."""
    sys.exit(3)


@task()
def ask_again() -> None:
    """Fail for a reason that may pass."""
    raise TryAgain("lageret svarer ikke")


@patient
@task()
def ask_for_a_day() -> None:
    """Fail for a reason that may pass, in a task that nobody else takes up."""
    raise TryAgain("lageret svarer ikke")


@task()
def write_to_closed_server() -> None:
    """Send a letter while the mail server is down."""
    with smtplib.SMTP("127.0.0.1", 1):
        pass


@task()
def store_in_closed_server() -> None:
    """Ask an object storage that is down."""
    boto3.session.Session("id", "key", region_name="eu-north-1").client(
        "s3",
        endpoint_url="http://127.0.0.1:1",
        config=Config(retries={"total_max_attempts": 1}),
    ).list_buckets()
