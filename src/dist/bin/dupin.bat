@echo off
rem Starts the console; with arguments, the command line (try: dupin --help). Takes the first Java 25 that it finds.
setlocal EnableDelayedExpansion
for %%I in ("%~dp0..") do set "HOME_OF_DUPIN=%%~fI"

set "JAVA="
call :try "%DUPIN_JAVA_HOME%"
call :try "%JAVA_HOME%"
call :try "%JAVA25_HOME%"
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
    if exist %%R for /d %%D in ("%%~R\*25*") do call :try "%%~D"
)
if not defined JAVA (
    for /f "delims=" %%J in ('where java 2^>nul') do if not defined JAVA for %%B in ("%%~dpJ..") do call :try "%%~fB"
)
if not defined JAVA (
    echo Dupin needs Java 25, and there is none in the usual places. 1>&2
    echo Install a JDK 25 ^(for example Temurin 25^), or set DUPIN_JAVA_HOME to the folder of one. 1>&2
    exit /b 1
)
"%JAVA%" --module-path "%HOME_OF_DUPIN%\javafx" "@%HOME_OF_DUPIN%\bin\jvm.options" "-Ddupin.home=%HOME_OF_DUPIN%" -classpath "%HOME_OF_DUPIN%\lib\*" dupin.Launcher %*
exit /b %ERRORLEVEL%

:try
if defined JAVA exit /b
if "%~1"=="" exit /b
if not exist "%~1\bin\java.exe" exit /b
"%~1\bin\java.exe" -version 2>&1 | findstr /r /c:"version .25[\.\"]" >nul && set "JAVA=%~1\bin\java.exe"
exit /b
