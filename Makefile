# What each command does stands in README.md. PORT=, VAR= and PYTHON= may be given.
.DEFAULT_GOAL := run
.PHONY: run s3 test drill lint format messages bench validate lighthouse

# The first Python on this machine that is new enough; else python3, which then says
# itself that it is too old.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$python; exit; }; done; echo python3)
ENVIRONMENT = $(PYTHON) bin/environment.py
VENV = .venv/bin/python

ifeq ($(shell command -v $(PYTHON) 2>/dev/null),)
$(error Stop: Python 3.11 eller nyere mangler på maskinen)
endif

# The site and its worker on http://127.0.0.1:8000
run:
	@exec $(PYTHON) bin/run.py

# The same on a real S3 server, with a database of its own
s3:
	@exec $(PYTHON) bin/run.py --s3

# Linters and the whole suite on SQLite, and on PostgreSQL what asks a database
test:
	@$(ENVIRONMENT) requirements-dev.txt
	@exec $(VENV) bin/test.py $(ARGS)

# kill -9 in the middle of each step, many times; takes minutes
drill:
	@$(ENVIRONMENT) requirements-dev.txt
	@exec $(VENV) -m bin.drill $(ARGS)

lint:
	@$(ENVIRONMENT) requirements-dev.txt
	@exec $(VENV) bin/lint.py

format:
	@$(ENVIRONMENT) requirements-dev.txt
	@exec $(VENV) bin/lint.py --fix

# Collect our texts for translation into English (needs gettext), and compile them
# (does not). locale/da holds other people's texts and is kept by hand; so is the word of
# Wagtail's in _actions.html.
messages:
	@$(ENVIRONMENT) requirements-dev.txt
	@$(VENV) manage.py makemessages --locale en --no-wrap --no-location --no-obsolete \
		--ignore .venv --ignore var --ignore tests --ignore bench --ignore _actions.html
	@$(VENV) bin/compile_catalogues.py

# The HTML of every page of a running site (SITE=); needs Node.js and Java
validate:
	@exec $(PYTHON) bin/validate.py

# What Lighthouse says of each kind of page of a running site (SITE=)
lighthouse:
	@exec $(PYTHON) bin/lighthouse.py $(ARGS)

bench:
	@$(ENVIRONMENT) requirements-dev.txt
	@exec $(VENV) bench/run.py $(ARGS)
