#!/bin/sh
# Kills Chancery at random moments and checks what is left: tools/faults.sh [KILLS=50] [SEED=1] [SCENARIO...]
# KILLS is for each scenario (code, watch, import, exchange, link, serve, migration, backup). Needs the tests compiled: mvn -pl cli -am -DskipTests test-compile dependency:build-classpath runs by itself.
set -e
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
kills=${1:-50}; seed=${2:-1}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] && shift
folder=${FOLDER:-$(mktemp -d)}
if [ -z "$CLASSPATH" ]; then
  mvn -B -q -pl cli -am -DskipTests -Dspotless.check.skip=true package
  mvn -B -q -pl cli dependency:build-classpath -Dmdep.outputFile="$here/cli/target/classpath" -Dmdep.includeScope=test
  CLASSPATH="cli/target/test-classes:cli/target/classes:$(cat cli/target/classpath)"
fi
exec java -Xmx400m -XX:TieredStopAtLevel=1 -Dchancery.root="$here" -cp "$CLASSPATH" org.chancery.cli.faults.Faults "$folder" "$kills" "$seed" "$@"
