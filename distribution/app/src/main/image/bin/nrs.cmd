@echo off
rem The command nrs, on the Java runtime beside it. NRS_JAVA_OPTIONS adds options for the JVM, e.g. -Xmx8g.
rem Does for Windows what the file nrs does elsewhere: the same profiles, the same options.
setlocal EnableExtensions DisableDelayedExpansion
for %%I in ("%~dp0..") do set "nrs_home=%%~fI"

rem Commands that only look do without the optimising compiler; those that load no plugin, without the Vector API, too.
set "nrs_profile=compute"
set "nrs_modules=@jvm.modules@"
if "%~1"=="" set "nrs_profile=look"
for %%C in (report help --help -h --version -V) do if "%~1"=="%%C" set "nrs_profile=look"
for %%C in (list describe plugins assemble) do if "%~1"=="%%C" set "nrs_profile=list"
if "%~1 %~2"=="plugins verify" set "nrs_profile=compute"
if "%nrs_profile%"=="look" set "nrs_modules="

rem With regions of 1 MiB the arrays of a session are humongous to G1: aligned, and never moved, so that a kernel runs at
rem the same speed from the first network to the last.
set "nrs_machine=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData"
if "%nrs_profile%"=="compute" set "nrs_machine=-XX:+UseG1GC -XX:G1HeapRegionSize=1m"
rem One network or one file is done before most of what the optimising compiler would compile pays: it is asked later.
set "nrs_later=-XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=160000"
if "%~1"=="sample" set "nrs_machine=%nrs_machine% %nrs_later%"
if "%~1"=="measure" set "nrs_machine=%nrs_machine% %nrs_later%"

rem Loaded classes, kept for exactly this runtime; without the file, or if it does not fit, they load as ever.
rem With NRS_TRAIN the file is written instead of read.
set "nrs_cache=-Xshare:auto"
if exist "%nrs_home%\cache\%nrs_profile%.aot" set "nrs_cache=-XX:AOTCache=%nrs_home%\cache\%nrs_profile%.aot"
if defined NRS_TRAIN if not exist "%nrs_home%\cache" mkdir "%nrs_home%\cache"
if defined NRS_TRAIN set "nrs_cache=-XX:AOTCacheOutput=%nrs_home%\cache\%nrs_profile%.aot"

rem The cache is mapped at the address that it was made for: to move it takes 17 of the 60 ms in which the JVM starts.
rem Kernels that backends generate are compiled after few calls: before that, vectors are objects, hundreds of times slower.
rem Plugins see only those modules of the JDK that are resolved at the start, so all of Java SE is.
"%nrs_home%\runtime\bin\java.exe" "%nrs_cache%" -Xlog:aot=off,cds=off ^
    -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 %nrs_machine% ^
    --add-modules java.se,jdk.unsupported %nrs_modules% @jvm.access@ @jvm.native@ ^
    -XX:CompileCommand=quiet "-XX:CompileCommand=@jvm.kernels@" ^
    -Djava.awt.headless=true -Dorg.slf4j.simpleLogger.defaultLogLevel=warn ^
    "-Dnrs.home=%nrs_home%" %NRS_JAVA_OPTIONS% ^
    -m org.neuralredshift.cli/org.neuralredshift.cli.Main %*
exit /b %ERRORLEVEL%
