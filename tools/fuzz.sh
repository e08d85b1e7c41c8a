#!/bin/sh
# Fuzzes the parsers with Jazzer: tools/fuzz.sh [SECONDS=10] [TARGET...], such as tools/fuzz.sh 60 JsonlFuzzTest.
# Every *FuzzTest.java is a target, SECONDS each. What is found stands in target/fuzz/TARGET; put it into
# src/test/resources/.../TARGETInputs/, where the tests run it ever after. Exit code 1 when something was found.
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here" || exit 2
seconds=${1:-10}
[ $# -gt 0 ] && shift
if [ -z "$CLASSPATH" ]; then
  mvn -B -q -pl server -am -DskipTests -Dspotless.check.skip=true package || exit 2
  CLASSPATH=
  for module in ingest analysis store server; do
    mvn -B -q -pl $module dependency:build-classpath -Dmdep.outputFile="$here/$module/target/classpath" -Dmdep.includeScope=test || exit 2
    CLASSPATH="$CLASSPATH:$here/$module/target/test-classes:$here/$module/target/classes:$(cat $module/target/classpath)"
  done
fi
found=0
for file in $(find . -path './*/src/test/java/*' -name '*FuzzTest.java' | sort); do
  target=$(basename "$file" .java)
  [ $# -gt 0 ] && case " $* " in *" $target "*) ;; *) continue ;; esac
  class=$(echo "$file" | sed 's#.*/src/test/java/##; s#/#.#g; s#\.java$##')
  module=$(echo "$file" | cut -d/ -f2)
  inputs="$module/src/test/resources/$(echo "$class" | tr . /)Inputs"
  out="$here/target/fuzz/$target"
  mkdir -p "$out/corpus"
  java -Xmx900m -Dchancery.codebook="$here/codebook" -cp "$CLASSPATH" com.code_intelligence.jazzer.Jazzer \
    --target_class="$class" --instrumentation_includes='org.chancery.**:org.jsoup.**:net.dankito.**:de.siegmar.**:org.snakeyaml.**:com.rometools.**:org.netpreserve.**:org.apache.lucene.queryparser.**' \
    --reproducer_path="$out" -artifact_prefix="$out/" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3000 -print_final_stats=1 \
    "$out/corpus" "$inputs" >"$out/log" 2>&1
  code=$?
  [ $code -eq 0 ] || found=1
  echo "$target: $(grep -c . "$inputs"/* | wc -l) own inputs, $(sed -n 's/.*number_of_executed_units: *//p' "$out/log") executions, $(sed -n 's/.* cov: \([0-9]*\).*/\1/p' "$out/log" | tail -n 1) covered, exit $code$(sed -n 's/^== Java Exception: /: /p' "$out/log" | head -n 1)"
done
exit $found
