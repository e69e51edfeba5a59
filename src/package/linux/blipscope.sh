#!/bin/sh
# Starts Blipscope: the window, or with words the command line.
self=$(readlink -f "$0")
lib=${self%/bin/*}/lib
case ${1-} in
  '' | open) cache=blipscope ;;
  *) cache=blipscope-cli ;;
esac
exec "$lib/runtime/bin/blipscope" OPTIONS \
  -XX:AOTCache="$lib/app/$cache.aot" -cp "CLASS_PATH" dev.blipscope.app.Boot "$@"
