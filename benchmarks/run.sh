#!/usr/bin/env bash
# Measures, records the raw results and makes docs/performance.md of them.
#
#   benchmarks/run.sh         everything, less than ten minutes; the machine should have nothing else to do
#   benchmarks/run.sh quick   a first look: short, and not to be published
#   benchmarks/run.sh page    only the page, from the recorded results
#
# JAVA_HOME says on which JDK; each has a directory of its own in benchmarks/results.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mode="${1:-full}"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"

mvn -q -B -ntp process-classes -pl benchmarks -am
classpath="benchmarks/target/classes:$(cat benchmarks/target/classpath.txt)"

case "$mode" in
  full | quick)
    revision="$(git rev-parse --short HEAD)$(git diff --quiet HEAD -- '*.java' || echo ' and changes')"
    "$java" -cp "$classpath" io.wampspring.benchmark.report.Measurement benchmarks/results "$revision" "$mode"
    # JMH records where this machine keeps its JDK, which is nobody's business
    sed -i 's#"jvm" : ".*"#"jvm" : "java"#' benchmarks/results/*/*.json
    ;;
  page) ;;
  *)
    echo "unknown: $mode (full, quick or page)" >&2
    exit 2
    ;;
esac
"$java" -cp "$classpath" io.wampspring.benchmark.report.PerformancePage benchmarks/results docs/performance.md
