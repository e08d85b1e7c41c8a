#!/bin/bash
# speed.sh MEASURE...   Measures of speed and memory, as docs/bench.md tells them; without MEASURE all of them.
#   peer     ours beside CoreNLP's parsers (fetches 930 MB the first time; GPL, profile -Ppeer of this module only)
#   cores    one thread and two, turn by turn
#   stages   where the time goes
#   limit    the encoder alone, its matrix products alone, and the best that a core does at such products
#   readers  readers against the pipeline: JSON lines, text, pages
#   memory   memory of chancery code over REPORTS short reports
#   gdelt    reading 1,000,000 GDELT rows into a new record
# DEV: folder of the development sets (default ../shared/dev); ROUNDS (5); REPORTS (200000: hours on two cores); WORK: folder for what is made (default a temporary one).
set -u
cd "$(dirname "$0")/.." || exit 2
dev=${DEV:-../shared/dev} rounds=${ROUNDS:-5} reports=${REPORTS:-200000} work=${WORK:-$(mktemp -d)}
mkdir -p "$work"
[ $# -eq 0 ] && set -- peer cores stages limit readers memory gdelt
profile=; case " $* " in *" peer "*) profile=-Ppeer ;; esac
. bench/classpath.sh
bench() { java -Xmx5g -XX:+UseSerialGC -Dchancery.codebook="$PWD/codebook" -cp "$path" "$@"; }
chancery() { java -Xmx3g -Dchancery.codebook="$PWD/codebook" -cp "$path" org.chancery.cli.Chancery "$@"; }
lscpu | grep -E 'Model name|^CPU family|^Model:|^CPU\(s\)|avx512_vnni|avx_vnni' | cut -c1-120
grep -oE 'avx2|avx512f|avx512_vnni|avx_vnni' /proc/cpuinfo | sort | uniq -c
for measure in "$@"; do
  echo "== $measure $(date -u +%FT%TZ)"; uptime
  case $measure in
    peer) bench org.chancery.bench.peer.PeerBench "$dev" "$rounds" ;;
    cores | stages | limit) bench org.chancery.bench.SpeedBench "$measure" "$dev" "$rounds" ;;
    readers)
      bench org.chancery.bench.SpeedBench inputs "$dev" "$work/inputs"
      for input in reports.jsonl text pages; do
        echo "-- $input"; chancery --quiet evaluate readers --rounds 5 --documents 40 "$work/inputs/$input"
      done ;;
    memory) bench org.chancery.bench.SpeedBench memory "$work/memory" "$reports" ;;
    gdelt)
      [ -f "$work/gdelt.tsv" ] || python3 bench/gdelt_rows.py 1000000 11 "$work/gdelt.tsv"
      rm -f "$work/gdelt.duckdb"*
      time chancery exchange read gdelt "$work/gdelt.tsv" --record "$work/gdelt.duckdb"
      ls -l "$work/gdelt.duckdb" ;;
    *) echo "no measure is called $measure" >&2; exit 2 ;;
  esac
  uptime
done
