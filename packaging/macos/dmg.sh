#!/bin/sh
# Makes the dmg of an application image. UNTRIED: nobody has run it on macOS yet.
#   mvn -Ppackage verify && packaging/macos/dmg.sh
# Signing: POLLUX_SIGN_NAME is the name of a Developer ID in the keychain; POLLUX_NOTARY_PROFILE a profile of
# `xcrun notarytool store-credentials`. Without them nothing is signed, and macOS asks before it opens it.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)
out=$here/../../target/package
version=$(sed -n 's:.*<version>\([0-9.]*\).*</version>:\1:p' "$here/../../pom.xml" | head -n 1)
set -- --type dmg --name pollux --app-version "$version" --vendor Pollux --app-image "$out/image/pollux.app" --dest "$out" \
  --file-associations "$here/../recipe.properties"
if [ -n "${POLLUX_SIGN_NAME:-}" ]; then
  set -- "$@" --mac-sign --mac-signing-key-user-name "$POLLUX_SIGN_NAME"
fi
jpackage "$@"
dmg=$(ls "$out"/pollux-*.dmg)
if [ -n "${POLLUX_NOTARY_PROFILE:-}" ]; then
  xcrun notarytool submit "$dmg" --keychain-profile "$POLLUX_NOTARY_PROFILE" --wait
  xcrun stapler staple "$dmg"
fi
(cd "$out" && shasum -a 256 "$(basename "$dmg")" >> SHA256SUMS)
