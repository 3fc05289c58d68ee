; calcatlas.exe: starts the Python beside it without a console, and hands on what it was given.
Unicode true
SetCompressor lzma
Name "Calcification Atlas"
OutFile "${OUT}"
Icon "${ICON}"
RequestExecutionLevel user
SilentInstall silent
AutoCloseWindow true
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Calcification Atlas"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Calcification Atlas"
VIAddVersionKey LegalCopyright "MIT licence"
!include FileFunc.nsh
Section
  ${GetParameters} $0
  Exec '"$EXEDIR\python\pythonw.exe" -m atlas $0'
SectionEnd
