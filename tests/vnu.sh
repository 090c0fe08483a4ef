#!/bin/sh
# vnu.sh VERSION SHA512 TARGET: the Nu HTML checker of that version as TARGET, from npm, held to its digest; and a Java to
# run it. What is missing is said in one sentence, and is a failure: nothing is skipped.
version=$1 digest=$2 target=$3
fail() {
    echo "$1" >&2
    exit 1
}
command -v java >/dev/null 2>&1 ||
    fail "make test-slow checks the HTML of every kind of page and needs Java: apt-get install default-jre-headless"
test -f "$target" && exit 0
command -v npm >/dev/null 2>&1 ||
    fail "make test-slow fetches the HTML checker with npm, which is not here: apt-get install npm"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
package=$folder/vnu-jar-$version.tgz
npm pack --silent --pack-destination "$folder" "vnu-jar@$version" >/dev/null ||
    fail "npm could not fetch vnu-jar $version, the HTML checker of make test-slow."
echo "$digest  $package" | sha512sum --check --status ||
    fail "vnu-jar $version is not what the Makefile expects: its digest differs, so it is not used."
mkdir -p "$(dirname "$target")"
tar -xzf "$package" -C "$folder" package/build/dist/vnu.jar && mv "$folder/package/build/dist/vnu.jar" "$target"
