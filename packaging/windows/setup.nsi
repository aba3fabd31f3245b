; Installs HTPM Studio for the user who runs it; no administrator is needed.
; Made by packaging/windows_packages.py, which gives VERSION, NUMBERS, PROGRAM, ICONS and OUT; needs NSIS 3.08 or newer.
;
;   setup.exe /S                      installs without a question, for administrators; /D=C:\Folder (last) says where
;   "...\Uninstall.exe" /S            removes without a question

Target amd64-unicode
Unicode true
!include MUI2.nsh
!include x64.nsh
!include WinVer.nsh
!include FileFunc.nsh

!define NAME "HTPM Studio"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\HTPM Studio"
!define CLASSES "Software\Classes"

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\HTPM Studio"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
SetCompressor /SOLID lzma
SetCompressorDictSize 64
; The same program gives the same bytes: no date of the day in the file.
SetDateSave off
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
  !finalize '${SIGN} "%1"'
!endif
ManifestDPIAware true
ManifestSupportedOS Win10

VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "CompanyName" "HTPM Studio contributors"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT license"

!define MUI_ICON "${ICONS}/program.ico"
!define MUI_UNICON "${ICONS}/program.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${ICONS}/setup.bmp"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_REGISTRY_ROOT "HKCU"
!define MUI_LANGDLL_REGISTRY_KEY "${UNINSTALL}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_FINISHPAGE_RUN "$INSTDIR\HTPM Studio.exe"
!insertmacro MUI_PAGE_LICENSE "${PROGRAM}/licenses/HTPM-Studio.txt"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString PROGRAM_PART ${LANG_ENGLISH} "HTPM Studio"
LangString PROGRAM_PART ${LANG_SPANISH} "HTPM Studio"
LangString DESKTOP_PART ${LANG_ENGLISH} "Icon on the desktop"
LangString DESKTOP_PART ${LANG_SPANISH} "Icono en el escritorio"
LangString KIT_TYPE ${LANG_ENGLISH} "HTPM Studio kit"
LangString KIT_TYPE ${LANG_SPANISH} "Kit de HTPM Studio"
LangString BRAND_TYPE ${LANG_ENGLISH} "HTPM Studio brand"
LangString BRAND_TYPE ${LANG_SPANISH} "Marca de HTPM Studio"
LangString OLD_WINDOWS ${LANG_ENGLISH} "HTPM Studio needs Windows 10 or 11, 64-bit."
LangString OLD_WINDOWS ${LANG_SPANISH} "HTPM Studio necesita Windows 10 u 11 de 64 bits."
LangString RUNNING ${LANG_ENGLISH} "HTPM Studio is open. Close it, then try again."
LangString RUNNING ${LANG_SPANISH} "HTPM Studio está abierto. Ciérrelo y vuelva a intentarlo."
LangString OTHER_FILES ${LANG_ENGLISH} "This folder holds other files. Choose a new or empty folder."
LangString OTHER_FILES ${LANG_SPANISH} "Esta carpeta contiene otros archivos. Elija una carpeta nueva o vacía."

; ------------------------------------------------------------------ install

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP|MB_OK "$(OLD_WINDOWS)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

; The file of a program that runs can be renamed, but not written to.
!macro REFUSE_WHILE_OPEN prefix
Function ${prefix}RefuseWhileOpen
  again:
  ClearErrors
  IfFileExists "$INSTDIR\HTPM Studio.exe" 0 +3
    FileOpen $0 "$INSTDIR\HTPM Studio.exe" a
    FileClose $0
  IfErrors busy
  IfFileExists "$INSTDIR\htpm-studio.exe" 0 +3
    FileOpen $0 "$INSTDIR\htpm-studio.exe" a
    FileClose $0
  IfErrors busy free
  busy:
    MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(RUNNING)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 5
    Quit
  free:
FunctionEnd
!macroend
!insertmacro REFUSE_WHILE_OPEN ""
!insertmacro REFUSE_WHILE_OPEN "un."

; What is in the folder is removed with the program, so it must be ours or nothing.
Function RefuseOtherFiles
  IfFileExists "$INSTDIR\HTPM Studio.exe" ours
  IfFileExists "$INSTDIR\*.*" 0 ours
    ${DirState} "$INSTDIR" $0
    ${If} $0 == 1
      MessageBox MB_ICONSTOP|MB_OK "$(OTHER_FILES)" /SD IDOK
      SetErrorLevel 4
      Abort "$(OTHER_FILES)"
    ${EndIf}
  ours:
FunctionEnd

Section "$(PROGRAM_PART)" ProgramPart
  SectionIn RO
  Call RefuseOtherFiles
  Call RefuseWhileOpen
  ; The libraries of an older version must not mix with those of this one.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licenses"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}/*"
  File "${ICONS}/document.ico"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortcut "$SMPROGRAMS\HTPM Studio.lnk" "$INSTDIR\HTPM Studio.exe"

  WriteRegStr HKCU "${CLASSES}\HTPMStudio.Kit" "" "$(KIT_TYPE)"
  WriteRegStr HKCU "${CLASSES}\HTPMStudio.Kit\DefaultIcon" "" "$INSTDIR\document.ico"
  WriteRegStr HKCU "${CLASSES}\HTPMStudio.Kit\shell\open\command" "" '"$INSTDIR\HTPM Studio.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.htpm" "" "HTPMStudio.Kit"
  WriteRegStr HKCU "${CLASSES}\.htpm\OpenWithProgids" "HTPMStudio.Kit" ""
  WriteRegStr HKCU "${CLASSES}\HTPMStudio.Brand" "" "$(BRAND_TYPE)"
  WriteRegStr HKCU "${CLASSES}\HTPMStudio.Brand\DefaultIcon" "" "$INSTDIR\document.ico"
  WriteRegStr HKCU "${CLASSES}\HTPMStudio.Brand\shell\open\command" "" '"$INSTDIR\HTPM Studio.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.htpmbrand" "" "HTPMStudio.Brand"
  WriteRegStr HKCU "${CLASSES}\.htpmbrand\OpenWithProgids" "HTPMStudio.Brand" ""

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\HTPM Studio.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "HTPM Studio contributors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  ${RefreshShellIcons}
SectionEnd

Section /o "$(DESKTOP_PART)" DesktopPart
  CreateShortcut "$DESKTOP\HTPM Studio.lnk" "$INSTDIR\HTPM Studio.exe"
SectionEnd

; ------------------------------------------------------------------ remove

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

; Kits, settings and the user's own templates are elsewhere and stay.
Section "Uninstall"
  Call un.RefuseWhileOpen
  Delete "$SMPROGRAMS\HTPM Studio.lnk"
  Delete "$DESKTOP\HTPM Studio.lnk"
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licenses"
  Delete "$INSTDIR\HTPM Studio.exe"
  Delete "$INSTDIR\htpm-studio.exe"
  Delete "$INSTDIR\README.txt"
  Delete "$INSTDIR\document.ico"
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"

  DeleteRegKey HKCU "${CLASSES}\HTPMStudio.Kit"
  DeleteRegKey HKCU "${CLASSES}\HTPMStudio.Brand"
  ReadRegStr $0 HKCU "${CLASSES}\.htpm" ""
  ${If} $0 == "HTPMStudio.Kit"
    DeleteRegValue HKCU "${CLASSES}\.htpm" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\.htpm\OpenWithProgids" "HTPMStudio.Kit"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.htpm\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.htpm"
  ReadRegStr $0 HKCU "${CLASSES}\.htpmbrand" ""
  ${If} $0 == "HTPMStudio.Brand"
    DeleteRegValue HKCU "${CLASSES}\.htpmbrand" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\.htpmbrand\OpenWithProgids" "HTPMStudio.Brand"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.htpmbrand\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.htpmbrand"
  DeleteRegKey HKCU "${UNINSTALL}"
  ${RefreshShellIcons}
SectionEnd
