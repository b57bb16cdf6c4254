#!/bin/sh
# Builds this commit twice, in two clones in different folders, and compares jar and application image, file by file.
#   packaging/same-twice.sh
# The JVM's cache is left out: what a training learns is never the same twice (decision 0068).
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for one in a a-second-one; do
  git clone --quiet "$here" "$work/$one"
  (cd "$work/$one" && mvn --batch-mode -q -Ppackage -DskipTests -Dmaven.test.skip=true -Dpackage.only=image pre-integration-test)
done
(cd "$work/a/target/app/lib" && sha256sum pollux-*.jar)
(cd "$work/a-second-one/target/app/lib" && sha256sum pollux-*.jar)
diff "$work/a/target/package/image.sha256" "$work/a-second-one/target/package/image.sha256"
echo "The same: $(wc -l < "$work/a/target/package/image.sha256") files, sum of their sums $(sha256sum < "$work/a/target/package/image.sha256" | cut -c1-64)"
