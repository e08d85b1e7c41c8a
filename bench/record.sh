#!/bin/bash
# record.sh MEASURE FILE ...   One of the measures of a large record (see RecordBench): build, multiply, open, grow, load.
# record.sh all FILE           Builds 1,000,000 events (FILE.base holds 20,000), then opens, grows and loads them with 8 users.
cd "$(dirname "$0")/.." || exit 2
work=${WORK:-$(mktemp -d)}
. bench/classpath.sh
run() { java -Xmx3g -Dchancery.codebook="$PWD/codebook" -cp "$path" org.chancery.bench.RecordBench "$@"; }
[ "$1" = all ] || { run "$@"; exit; }
uptime; run build "$2.base" 20000 && run multiply "$2.base" 50 "$2" && ls -l "$2"* && run open "$2" && run grow "$2" 1000 && run load "$2" 8 120; uptime
