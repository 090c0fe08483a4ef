#!/bin/sh
# lowest.sh: prints where the lowest Python is that pyproject.toml names; else says so, with exit status 1.
cd "$(dirname "$0")/.." || exit 1
lowest=$(sed -n 's/^requires-python = ">=\([0-9.]*\)".*/\1/p' pyproject.toml)
for python in "/usr/bin/python${lowest%.*}" "python${lowest%.*}" python3; do
    if [ "$("$python" -c 'import platform; print(platform.python_version())' 2>/dev/null)" = "$lowest" ]; then
        echo "$python"
        exit 0
    fi
done
echo "No Python $lowest here, the lowest we promise: nothing is tried with it." >&2
exit 1
