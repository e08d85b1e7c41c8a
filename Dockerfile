# Not required, and not tested: no container engine was at hand when it was written. The zip needs only a Java runtime.
#   mvn -pl cli -am -Pdist -DskipTests package
#   docker build -t chancery .
#   docker run --rm -v "$PWD:/data" chancery code /data/news
#   docker run --rm -v "$PWD:/data" -p 7040:7040 chancery serve --host 0.0.0.0 --token "$(openssl rand -hex 16)"
FROM eclipse-temurin:17-jre
RUN useradd --create-home chancery
COPY cli/target/chancery-0.1.0.zip /tmp/chancery.zip
RUN apt-get update && apt-get install -y --no-install-recommends unzip \
    && unzip -q /tmp/chancery.zip -d /opt && rm /tmp/chancery.zip \
    && apt-get purge -y unzip && rm -rf /var/lib/apt/lists/*
USER chancery
WORKDIR /data
ENTRYPOINT ["/opt/chancery-0.1.0/bin/chancery"]
