#!/bin/sh
# Retrains the encoder from the codebook's examples: tools/train.sh [epochs=4] [fraction=1] [layers=12] [seed=1]
# Writes codebook/models/{encoder.onnx,heads.bin,examples.bin,training.log} and their SHA256SUMS, which chancery doctor checks. Takes 45 minutes on two cores (four epochs) and 5 GB of memory. The shipped model is the mean of three such trainings (org.chancery.training.Average, ADR 19 and 20).
set -e
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
mvn -B -q -pl training -am -DskipTests -Dspotless.check.skip=true install
mvn -B -q -pl training dependency:build-classpath -Dmdep.outputFile="$here/training/target/classpath" -Dmdep.includeScope=runtime
java -Xmx6g -Dai.djl.pytorch.num_interop_threads=1 -DOPT_OUT_TRACKING=true \
  -cp "training/target/classes:$(cat training/target/classpath)" org.chancery.training.Train codebook "${OUT:-codebook/models}" epochs=4 "$@"
(cd "${OUT:-codebook/models}" && sha256sum encoder.onnx examples.bin heads.bin vocab.txt > SHA256SUMS)
