; Installs HTPM Studio for the user who runs it; no administrator is needed.
; Made by packaging/windows_packages.py, which gives the values in {#...}; needs Inno Setup 6.3 or newer.

[Setup]
AppId={{6E0C4B3E-2C0B-4B0D-9E55-7A0B7B6E5C11}
AppName=HTPM Studio
AppVersion={#Version}
VersionInfoVersion={#Numbers}
AppPublisher=HTPM Studio contributors
DefaultDirName={autopf}\HTPM Studio
DefaultGroupName=HTPM Studio
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed={#Architecture}
ArchitecturesInstallIn64BitMode={#Architecture}
MinVersion=10.0
LicenseFile={#Program}\licenses\HTPM-Studio.txt
SetupIconFile={#Icons}\program.ico
UninstallDisplayIcon={app}\HTPM Studio.exe
UninstallDisplayName=HTPM Studio
OutputDir={#Out}
OutputBaseFilename=htpm-studio-{#Version}-windows-{#Machine}-setup
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "{#Program}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "{#Icons}\document.ico"; DestDir: "{app}"

[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\HTPM Studio"; Filename: "{app}\HTPM Studio.exe"
Name: "{autodesktop}\HTPM Studio"; Filename: "{app}\HTPM Studio.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.htpm"; ValueType: string; ValueData: "HTPMStudio.Kit"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.htpm\OpenWithProgids"; ValueType: string; ValueName: "HTPMStudio.Kit"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\HTPMStudio.Kit"; ValueType: string; ValueData: "HTPM Studio kit"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\HTPMStudio.Kit\DefaultIcon"; ValueType: string; ValueData: "{app}\document.ico"
Root: HKA; Subkey: "Software\Classes\HTPMStudio.Kit\shell\open\command"; ValueType: string; ValueData: """{app}\HTPM Studio.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.htpmbrand"; ValueType: string; ValueData: "HTPMStudio.Brand"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.htpmbrand\OpenWithProgids"; ValueType: string; ValueName: "HTPMStudio.Brand"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\HTPMStudio.Brand"; ValueType: string; ValueData: "HTPM Studio brand"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\HTPMStudio.Brand\DefaultIcon"; ValueType: string; ValueData: "{app}\document.ico"
Root: HKA; Subkey: "Software\Classes\HTPMStudio.Brand\shell\open\command"; ValueType: string; ValueData: """{app}\HTPM Studio.exe"" ""%1"""

[Run]
Filename: "{app}\HTPM Studio.exe"; Description: "{cm:LaunchProgram,HTPM Studio}"; Flags: nowait postinstall skipifsilent
