"""How gunicorn serves the site: ``gunicorn -c python:cms.web_server``.

What a command line says besides wins; ``WEB_CONCURRENCY`` is the number of processes.
"""

import os

wsgi_app = "cms.wsgi:application"
worker_class = "core.bodies.worker.Worker"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
# Read from disk once, and not once a process.
preload_app = True
# How long a line may be silent, in a request as between two. Longer than a front
# server keeps one, which else would send a request on what is just being closed.
keepalive = 60
graceful_timeout = 5
loglevel = "warning"
control_socket_disable = True
