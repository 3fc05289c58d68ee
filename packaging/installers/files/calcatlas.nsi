; The installer of Windows: for all users or one, with a window or silent (/S /AllUsers, /S /CurrentUser, /D=FOLDER).
Target amd64-unicode
SetCompressor /SOLID lzma
SetDateSave off
!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "Calcification Atlas"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "Software\CalcificationAtlas"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "InstallMode"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "Software\CalcificationAtlas"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallDir"
!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh
!include x64.nsh
!include LogicLib.nsh

Name "Calcification Atlas"
OutFile "${OUT}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Calcification Atlas"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Installer of the Calcification Atlas"
VIAddVersionKey LegalCopyright "MIT licence"
!define MUI_ICON "${STAGE}/calcatlas.ico"
!define MUI_UNICON "${STAGE}/calcatlas.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\calcatlas.exe"
!define MUI_LICENSEPAGE_TEXT_TOP "The program is free. It is an educational reference and not a medical device."
!insertmacro MUI_PAGE_LICENSE "${STAGE}/LICENSE.txt"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!define SHOWN "Software\Microsoft\Windows\CurrentVersion\Uninstall\CalcificationAtlas"
!define OURS "Software\CalcificationAtlas"
!define SCHEME "Software\Classes\calcatlas"

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "The atlas needs a 64-bit Windows." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  SetRegView 64
  StrCpy $R8 $INSTDIR  ; what /D= gave: MultiUser would forget it
  !insertmacro MULTIUSER_INIT
  ${If} $R8 != ""
    StrCpy $INSTDIR $R8
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

!macro TAKE_AWAY
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\packages"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\calcatlas.exe"
  Delete "$INSTDIR\calcatlas-terminal.cmd"
  Delete "$INSTDIR\calcatlas.ico"
  Delete "$INSTDIR\LICENSE.txt"
!macroend

Section "Calcification Atlas"
  SetOutPath "$INSTDIR"
  !insertmacro TAKE_AWAY  ; of an older version, which may have had other files
  ClearErrors
  File /r "${STAGE}/*.*"
  ${If} ${Errors}
    MessageBox MB_ICONSTOP "The atlas could not be written to $INSTDIR. Close it if it runs, and look for room on the disk." /SD IDOK
    SetErrorLevel 4
    Abort
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr SHCTX "${OURS}" "InstallDir" "$INSTDIR"
  WriteRegStr SHCTX "${OURS}" "InstallMode" "$MultiUser.InstallMode"
  WriteRegStr SHCTX "${SHOWN}" "DisplayName" "Calcification Atlas"
  WriteRegStr SHCTX "${SHOWN}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${SHOWN}" "DisplayIcon" "$INSTDIR\calcatlas.ico"
  WriteRegStr SHCTX "${SHOWN}" "Publisher" "Calcification Atlas"
  WriteRegStr SHCTX "${SHOWN}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${SHOWN}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${SHOWN}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD SHCTX "${SHOWN}" "EstimatedSize" "$0"
  WriteRegDWORD SHCTX "${SHOWN}" "NoModify" 1
  WriteRegDWORD SHCTX "${SHOWN}" "NoRepair" 1
  WriteRegStr SHCTX "${SCHEME}" "" "URL:Calcification Atlas"
  WriteRegStr SHCTX "${SCHEME}" "URL Protocol" ""
  WriteRegStr SHCTX "${SCHEME}\DefaultIcon" "" "$INSTDIR\calcatlas.ico"
  WriteRegStr SHCTX "${SCHEME}\shell\open\command" "" '"$INSTDIR\calcatlas.exe" open "%1"'
  CreateShortcut "$SMPROGRAMS\Calcification Atlas.lnk" "$INSTDIR\calcatlas.exe" "" "$INSTDIR\calcatlas.ico" 0
SectionEnd

Section "Uninstall"
  !insertmacro TAKE_AWAY
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"  ; only if nothing of anybody else's is in it
  Delete "$SMPROGRAMS\Calcification Atlas.lnk"
  DeleteRegKey SHCTX "${SHOWN}"
  DeleteRegKey SHCTX "${OURS}"
  DeleteRegKey SHCTX "${SCHEME}"
SectionEnd
