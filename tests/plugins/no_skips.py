"""With CI=true a skipped test is a failed run: nothing may be left untried unseen."""

import os

import pytest

_skipped: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note every test that was skipped, wherever the reason arose."""
    if report.skipped and not hasattr(report, "wasxfail"):
        _skipped.append(report.nodeid)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Note the modules that skipped themselves while they were collected."""
    if report.skipped:
        _skipped.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run; under xdist only the process that gathers the reports decides."""
    is_worker = hasattr(session.config, "workerinput")
    if _skipped and not is_worker and os.environ.get("CI") == "true":
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why the run failed although no test did."""
    if _skipped and os.environ.get("CI") == "true":
        terminalreporter.section("sprunget over, og det må intet være med CI=true")
        for nodeid in _skipped:
            terminalreporter.line(nodeid)
