#!/bin/sh
# install.sh PACKAGE COMMAND...: finds one of the commands; else installs Debian's package where that
# is allowed; else says so. The tests that need it then skip, which CI=true turns into a failure.
package=$1
shift
PATH="$PATH:/usr/sbin"
for name; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing Debian's $package for the tests ..."
    if apt-get update -qq >/dev/null &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null; then
        exit 0
    fi
fi
echo "No $package here, and it could not be installed: the tests that need it will be skipped."
