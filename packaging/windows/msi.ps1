# Makes the msi of an application image. UNTRIED: nobody has run it on Windows yet. Needs WiX 3.14 or newer.
#   mvn -Ppackage verify; packaging\windows\msi.ps1
# Signing: set POLLUX_SIGN_THUMBPRINT to the certificate's thumbprint in the person's store; without it nothing is signed.
$ErrorActionPreference = 'Stop'
$out = Join-Path $PSScriptRoot '..\..\target\package'
$image = Join-Path $out 'image\pollux'
$version = (Get-Content (Join-Path $PSScriptRoot '..\..\pom.xml') | Select-String -Pattern '<version>([0-9.]+)').Matches[0].Groups[1].Value
function Sign($file) {
  if ($env:POLLUX_SIGN_THUMBPRINT) {
    signtool sign /sha1 $env:POLLUX_SIGN_THUMBPRINT /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 $file
    if ($LASTEXITCODE) { throw "signtool failed on $file" }
  }
}
Sign (Join-Path $image 'pollux.exe')
jpackage --type msi --name pollux --app-version $version --vendor Pollux --app-image $image --dest $out `
  --win-menu --win-per-user-install --win-upgrade-uuid 0f6f3b0e-6a0d-4c39-9b4e-2a1a54f6c7d1 `
  --file-associations (Join-Path $PSScriptRoot '..\recipe.properties')
if ($LASTEXITCODE) { throw 'jpackage failed' }
$msi = Get-ChildItem (Join-Path $out '*.msi')
Sign $msi.FullName
(Get-FileHash $msi -Algorithm SHA256).Hash.ToLower() + '  ' + $msi.Name | Out-File -Append -Encoding ascii (Join-Path $out 'SHA256SUMS')
