"""Make the two buckets, and open them as far as the site needs and no further.

Asked of a plain boto3 client, so that a server of the tests is made the same way.
"""

import json
from collections.abc import Sequence
from typing import Any

from botocore.exceptions import ClientError

# Longer than an upload can be taken up again (assets/intake/).
KEEP_BEGUN_DAYS = 7


def prepare(client: Any, private: str, public: str, origins: Sequence[str]) -> None:
    """Make what is not there, and set the rules of both; may be said again.

    ``origins`` are the sites whose pages may send and fetch. Raises botocore's errors.
    """
    for bucket in (private, public):
        if not _is_there(client, bucket):
            client.create_bucket(Bucket=bucket)
        client.put_bucket_cors(
            Bucket=bucket, CORSConfiguration={"CORSRules": [_cors(origins)]}
        )
        client.put_bucket_lifecycle_configuration(
            Bucket=bucket, LifecycleConfiguration={"Rules": [_lifecycle()]}
        )
    client.put_bucket_policy(Bucket=public, Policy=json.dumps(_everyone_reads(public)))


def _is_there(client: Any, bucket: str) -> bool:
    try:
        client.head_bucket(Bucket=bucket)
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] != 404:
            raise
        return False
    return True


def _cors(origins: Sequence[str]) -> dict[str, Any]:
    return {
        "AllowedOrigins": list(origins),
        "AllowedMethods": ["GET", "HEAD", "PUT", "POST"],
        "AllowedHeaders": ["*"],
        # The browser needs each part's ETag to end an upload.
        "ExposeHeaders": ["ETag"],
        "MaxAgeSeconds": 600,
    }


def _lifecycle() -> dict[str, Any]:
    return {
        "ID": "unfinished-uploads",
        "Status": "Enabled",
        "Filter": {"Prefix": ""},
        "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": KEEP_BEGUN_DAYS},
    }


def _everyone_reads(bucket: str) -> dict[str, Any]:
    return {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": "*",
                "Action": "s3:GetObject",
                "Resource": f"arn:aws:s3:::{bucket}/*",
            }
        ],
    }
