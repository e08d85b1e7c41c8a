#!/bin/bash
# record.sh MEASURE FILE ...   Measures of a large record (see RecordBench); needs compiled classes (mvn -q -pl bench -am -DskipTests package, or plain javac).
# bench/record.sh all FILE     builds 1,000,000 events, then opens, grows and loads it with 8 users.
cd "$(dirname "$0")/.." || exit 2
jars=${CHANCERY_JARS:-$(mvn -o -q -B -pl bench dependency:build-classpath -Dmdep.outputFile=/dev/stdout)}
run() { java -Xmx3g -Dchancery.codebook=codebook -cp "core/target/classes:store/target/classes:server/target/classes:bench/target/classes:$jars" org.chancery.bench.RecordBench "$@"; }
if [ "$1" = all ]; then
  uptime; run build "$2.base" 20000 && run multiply "$2.base" 50 "$2" && ls -l "$2"* && run open "$2" && run grow "$2" 1000 && run load "$2" 8 120; uptime
else
  run "$@"
fi
