"""Start the site and its worker: what ``make run`` and ``make s3`` call.

Checks what can be wrong with the machine, then becomes ``manage.py serve``.
"""

import os
import socket
import sys
import tempfile

import environment
from environment import PYTHON, ROOT, chosen, chosen_in_file, stop

HOST = "127.0.0.1"


def chosen_port() -> int:
    """The port from PORT, if it is one that nothing else listens on."""
    text = chosen("PORT", "8000")
    if not text.isdigit() or not 0 < int(text) < 65536:
        stop(f"PORT={text} er ikke et portnummer.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(text)))
        except PermissionError:
            stop(f"port {text} kræver særlige rettigheder; vælg en over 1023.")
        except OSError:
            stop(f"port {text} er optaget; vælg en anden: make run PORT=8001")
    return int(text)


def writable_folder(with_s3: bool) -> str:
    """The folder from VAR, made if need be, if files can be written in it.

    The files of a site on S3 are not those of a site on disk, so the two have a
    database each, unless the environment names one folder for this very run.
    """
    folder = chosen_in_file("VAR") or "var"
    if with_s3:
        folder = os.path.join(folder, "s3")
    folder = os.path.join(ROOT, os.environ.get("VAR") or folder)
    try:
        os.makedirs(folder, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        stop(f"kan ikke skrive i mappen {folder} ({error.strerror}).")
    return folder


def main() -> None:
    """Check, install, and hand over to the project's own Python."""
    environment.require_python()
    with_s3 = "--s3" in sys.argv[1:]
    port = chosen_port()
    folder = writable_folder(with_s3)
    environment.prepare("requirements-dev.txt" if with_s3 else "requirements.txt")

    os.chdir(ROOT)
    os.environ["VAR"] = folder
    os.environ["BASE_URL"] = chosen("BASE_URL", f"http://{HOST}:{port}")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    serve = [PYTHON, "manage.py", "serve", "--port", str(port)]
    if with_s3:
        serve = [PYTHON, "-m", "bin.s3server", folder, "--", *serve]
    os.execv(PYTHON, serve)


if __name__ == "__main__":
    main()
