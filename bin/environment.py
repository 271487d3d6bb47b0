"""Make the project's own Python environment and keep it as requirements*.txt say.

Runs on the machine's Python before anything is installed, so it uses the standard
library alone, and syntax that an old Python can read far enough to be told so.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
OLDEST = (3, 11)


def stop(message: str) -> None:
    """End with one line that a person can act on."""
    sys.exit("Stop: " + message)


def chosen(name: str, default: str = "") -> str:
    """What the environment says, else ``.env``, which Django reads later and whole."""
    return os.environ.get(name) or chosen_in_file(name) or default


def chosen_in_file(name: str) -> str:
    """What ``.env`` says; nothing when it does not, or when there is none."""
    value = ""
    try:
        path = os.environ.get("ENV_FILE") or os.path.join(ROOT, ".env")
        with open(path, encoding="utf-8") as file:
            for line in file:
                found = re.match(r"\s*(?:export\s+)?(\w+)\s*=\s*(.*?)\s*$", line)
                if found and found.group(1) == name:
                    value = found.group(2)
    except OSError:
        return ""
    if value[:1] in ("'", '"'):
        return value[1:].split(value[0])[0]
    return re.split(r"\s#", value)[0].strip()


def require_python() -> None:
    """Refuse a Python that is older than the project's."""
    if sys.version_info < OLDEST:
        stop(
            "Python {}.{} er for gammel; der skal bruges Python 3.11 eller nyere "
            "(make PYTHON=python3.11 ...).".format(*sys.version_info[:2])
        )


def fingerprint(requirements: str) -> str:
    """Tell one set of pinned versions from another."""
    digest = hashlib.sha256()
    for name in sorted({"requirements.txt", requirements}):
        with open(os.path.join(ROOT, name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def stamp_of(requirements: str) -> str:
    """The file that says which set was installed last."""
    return os.path.join(VENV, requirements + ".sha256")


def run_quietly(command: list) -> str:
    """Run a command; return what it said when it failed, else nothing."""
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return done.stdout.decode("utf-8", "replace") if done.returncode else ""


def make_venv() -> None:
    """Make ``.venv``, or make it again when an earlier attempt was cut short."""
    if os.path.exists(PYTHON) and not run_quietly([PYTHON, "-m", "pip", "--version"]):
        return
    shutil.rmtree(VENV, ignore_errors=True)
    trouble = run_quietly([sys.executable, "-m", "venv", VENV])
    if "ensurepip" in trouble:
        stop("Python mangler modulet venv (Debian: apt install python3-venv).")
    if trouble:
        stop("kunne ikke lave .venv: " + trouble.strip().splitlines()[-1])


def install(requirements: str) -> None:
    """Install the pinned packages, only when they changed since the last time."""
    stamp = stamp_of(requirements)
    if os.path.exists(PYTHON) and os.path.exists(stamp):
        with open(stamp) as file:
            if file.read() == fingerprint(requirements):
                return
    print("Installerer pakker (et par minutter første gang) ...", flush=True)
    make_venv()
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--no-input"]
    trouble = run_quietly([*pip, "--disable-pip-version-check", "-r", requirements])
    if trouble:
        errors = [line for line in trouble.splitlines() if "ERROR" in line]
        reason = (errors or trouble.strip().splitlines())[-1]
        stop("pakkerne kunne ikke hentes; er der netforbindelse? (" + reason + ")")
    # The development set contains the other, which then needs no look of its own.
    for name in {"requirements.txt", requirements}:
        with open(stamp_of(name), "w") as file:
            file.write(fingerprint(name))


def compile_catalogues() -> None:
    """Compile the translations whose source is newer than what stands beside it."""
    for folder, _, names in os.walk(os.path.join(ROOT, "locale")):
        for name in names:
            source = os.path.join(folder, name)
            compiled = source[:-2] + "mo"
            if name.endswith(".po") and (
                not os.path.exists(compiled)
                or os.path.getmtime(compiled) < os.path.getmtime(source)
            ):
                script = os.path.join(ROOT, "bin", "compile_catalogues.py")
                subprocess.run([PYTHON, script], cwd=ROOT, check=True)
                return


def prepare(requirements: str) -> None:
    """Everything between a fresh clone and a command of the project."""
    require_python()
    install(requirements)
    compile_catalogues()


if __name__ == "__main__":
    prepare(sys.argv[1] if len(sys.argv) > 1 else "requirements.txt")
