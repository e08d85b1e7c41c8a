# Sourced by the measures: sets path, the class path of the modules; WORK folder in $work, Maven options in $profile.
# CHANCERY_CLASSPATH: a class path that is there already, instead of a build.
path=${CHANCERY_CLASSPATH:-}
if [ -z "$path" ]; then
  # in one run, where modules find each other without being installed; bench comes last and leaves its own list
  mvn -q -B ${profile:-} -pl bench -am compile dependency:build-classpath -Dspotless.check.skip=true -Dmdep.includeScope=runtime -Dmdep.excludeGroupIds=org.chancery -Dmdep.outputFile="$work/classpath" || exit 2
  path=$(printf '%s/target/classes:' bench core codebook ingest analysis store server cli)$(cat "$work/classpath")
fi
