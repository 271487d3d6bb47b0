#!/bin/sh
# What certbot calls when the site in containers has a new certificate
# (docs/deployment.md): nginx there may read it, and does.
set -eu

cd "$(dirname "$0")/.."
for name in fullchain privkey; do
    install -m 640 -g 33 "$RENEWED_LINEAGE/$name.pem" "tls/$name.pem"
done
docker compose kill --signal HUP front
