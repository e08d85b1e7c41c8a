#!/bin/sh
# Compares main-text libraries: tools/articles.sh ../shared/dev/articles/articles.jsonl
set -e
cd "$(dirname "$0")/.."
mvn -B -q dependency:get -Dartifact=com.robbypond:boilerpipe:1.2.3
mvn -B -q -pl ingest dependency:build-classpath -Dmdep.outputFile="$PWD/ingest/target/classpath"
m2=${HOME}/.m2/repository
extra=$(find "$m2/com/robbypond" "$m2/net/sourceforge/nekohtml" "$m2/xerces" "$m2/xml-apis" -name '*.jar' 2>/dev/null | tr '\n' ':')
exec java -cp "$(cat ingest/target/classpath):$extra" tools/MainTextComparison.java "$1"
