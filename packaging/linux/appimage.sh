#!/bin/sh
# Makes an AppImage of the application image. UNTRIED: appimagetool was not at hand.
#   mvn -Ppackage verify && packaging/linux/appimage.sh
# Needs appimagetool on the PATH.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)
out=$here/../../target/package
dir=$out/work/Pollux.AppDir
rm -rf "$dir"
mkdir -p "$dir"
cp -a "$out/work/tree/usr" "$dir/"
cp "$dir/usr/share/applications/pollux.desktop" "$here/../../icons/pollux.svg" "$dir/"
ln -s usr/bin/pollux "$dir/AppRun"
appimagetool --no-appstream "$dir" "$out/pollux-$(uname -m).AppImage"
(cd "$out" && sha256sum "pollux-$(uname -m).AppImage" >> SHA256SUMS)
