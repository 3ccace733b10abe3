; What the Windows installer does beyond electron-builder's own script.

; For the present user, without asking: nobody needs an administrator, and nobody else's program or data is touched.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend

; Uninstalling removes the program's folder with everything in it. So the wizard goes no further as long as the folder
; chosen is where the data lies, or holds anything else than this program: a second copy of the data, say.
!macro customHeader
  !ifndef BUILD_UNINSTALLER
    Var programFolder
    Var search
    Var found

    Function .onVerifyInstDir
      ; As electron-builder takes the choice: its own folder below, where the name does not occur yet.
      StrCpy $programFolder "$INSTDIR"
      ${StrContains} $found "${APP_FILENAME}" "$INSTDIR"
      ${If} $found == ""
        StrCpy $programFolder "$INSTDIR\${APP_FILENAME}"
      ${EndIf}

      StrLen $found "$APPDATA\StreetLedger"
      StrCpy $found "$programFolder" $found
      ${If} $found == "$APPDATA\StreetLedger"
        Abort
      ${EndIf}

      ${IfNot} ${FileExists} "$programFolder\${PRODUCT_FILENAME}.exe"
        FindFirst $search $found "$programFolder\*.*"
        ${Do}
          ${If} $found != "."
          ${AndIf} $found != ".."
            ${ExitDo}
          ${EndIf}
          FindNext $search $found
        ${Loop}
        FindClose $search
        ${If} $found != ""
          Abort
        ${EndIf}
      ${EndIf}
    FunctionEnd
  !endif
!macroend
