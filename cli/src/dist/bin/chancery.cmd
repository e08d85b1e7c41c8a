@echo off
rem Runs Chancery from the unpacked zip; needs a Java runtime, version 17 or newer, and nothing else.
setlocal
for %%i in ("%~dp0..") do set "HERE=%%~fi"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo chancery: no Java was found; install a Java runtime, version 17 or newer, or point JAVA_HOME at one. 1>&2
  exit /b 2
)
"%JAVA%" -XX:+UseSerialGC -Xmx1500m -Dfile.encoding=UTF-8 "-Dchancery.codebook=%HERE%\codebook" %CHANCERY_JAVA_OPTS% -cp "%HERE%\lib\*" org.chancery.cli.Chancery %*
exit /b %errorlevel%
