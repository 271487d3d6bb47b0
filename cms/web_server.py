"""How gunicorn serves the site: ``gunicorn -c python:cms.web_server``.

What a command line says besides wins; ``WEB_CONCURRENCY`` is the number of processes.
"""

import gc
import os
import shutil
import tempfile
from typing import Any

# All processes of this server count together (core/operations/metrics.py), in files of
# its own. Said before prometheus_client is read, which goes by it.
COUNTS = os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", tempfile.mkdtemp("-counts"))


def pre_fork(server: Any, worker: Any) -> None:
    """Leave what is there for good to no collection, in which all threads stand still.

    It took a fifth of a second of every two hundredth page.
    """
    if server.cfg.preload_app:
        gc.collect()
        gc.freeze()


def child_exit(server: Any, worker: Any) -> None:
    """Let go of what only a process that lives can say."""
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.pid)


def on_exit(server: Any) -> None:
    """Leave nothing behind."""
    shutil.rmtree(COUNTS, ignore_errors=True)


wsgi_app = "cms.wsgi:application"
worker_class = "core.bodies.worker.Worker"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
# Read from disk once, and not once a process.
preload_app = True
# How long a line may be silent, in a request as between two. Longer than a front
# server keeps one, which else would send a request on what is just being closed.
keepalive = 60
# How long a process that is to end goes on with what it has begun; lines where nothing
# is asked are closed within two seconds. Less than it is given before it is killed
# (deploy/systemd/, compose.yaml).
graceful_timeout = 30
loglevel = "warning"
control_socket_disable = True
