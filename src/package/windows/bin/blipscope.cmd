@"%~dp0..\blipscope-cli.exe" %*
