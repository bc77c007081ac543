#!/bin/sh
# Makes an image of about 1 GB from Debian, npm and PyPI packages in 8 layers, with planted values, as bench/image.md measures it.
# Needs apt-get, dpkg-deb, npm, pip3, buildah and skopeo. Usage: bench/image/make.sh FOLDER
set -eu
out=$1
here=$(dirname "$0")
mkdir -p "$out/context" "$out/debs"
out=$(cd "$out" && pwd)
context=$out/context

packages() { # folder, packages: unpacked as they are, since nothing of them has to run
  folder=$1; shift
  mkdir -p "$context/$folder" "$out/debs/$folder"
  (cd "$out/debs/$folder" && apt-get download -q "$@" >/dev/null)
  for deb in "$out/debs/$folder"/*.deb; do dpkg-deb -x "$deb" "$context/$folder"; done
}

packages base base-files bash coreutils dpkg apt libc6 libc-bin perl-base perl-modules-5.36 libperl5.36 tzdata openssl libssl3 ca-certificates git git-man locales man-db manpages
packages tools gcc-12 cpp-12 g++-12 libstdc++-12-dev libgcc-12-dev binutils-x86-64-linux-gnu libc6-dev linux-libc-dev cmake cmake-data libicu-dev
packages python python3.11-minimal libpython3.11-minimal libpython3.11-stdlib python3.11-doc libpython3.11-dev idle-python3.11 python3-doc

mkdir -p "$context/npm" "$context/pypi"
(cd "$context/npm" && npm init -y >/dev/null && npm install --silent --ignore-scripts --no-audit --no-fund \
  typescript@5.9.2 webpack@5.101.0 @angular/core@20.1.0 @angular/compiler@20.1.0 rxjs@7.8.2 lodash@4.17.21 three@0.178.0 \
  @babel/standalone@7.28.0 firebase@12.0.0 aws-sdk@2.1692.0 eslint@9.31.0 prettier@3.6.2 date-fns@4.1.0 mathjs@14.5.3 core-js@3.44.0)
pip3 install --quiet --disable-pip-version-check --no-compile --target "$context/pypi" --only-binary :all: \
  numpy==1.26.4 pandas==2.2.3 django==4.2.23 botocore==1.39.0 sympy==1.13.3 plotly==5.24.1

"$here/../../node_modules/.bin/node" --no-warnings "$here/plant.ts" "$context"
cp "$here/Dockerfile" "$context/Dockerfile"
build="buildah --storage-driver vfs --root $out/storage --runroot $out/run"
$build bud --quiet --isolation chroot --layers --timestamp 1700000000 --build-arg "NPM_TOKEN=$(cat "$out/context/argument")" -t bench:1 "$context"
$build push --quiet bench:1 "oci-archive:$out/gzip.tar:bench:1"
$build push --quiet bench:1 "docker-archive:$out/docker.tar:bench:1"
skopeo copy --quiet --dest-compress-format zstd "oci-archive:$out/gzip.tar" "oci:$out/zstd:1"
rm -rf "$out/storage" "$out/run" "$out/debs"
