package org.chancery.cli;

import org.chancery.analysis.Engine;
import org.chancery.ingest.fetch.FetchRules;
import org.chancery.ingest.fetch.Fetcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether anything is fetched; nothing is unless asked for. */
final class FetchOptions {
  @Option(
      names = "--fetch",
      description =
          "Fetch http and https addresses among the inputs; without it nothing is fetched.")
  boolean fetch;

  @Option(
      names = "--allow-private",
      description =
          "Also fetch from this machine and its networks, not from public addresses only.")
  private boolean allowPrivate;

  @Nullable Fetcher fetcher() {
    return fetch
        ? new Fetcher(
            new FetchRules(
                allowPrivate,
                FetchRules.DEFAULT.connect(),
                FetchRules.DEFAULT.whole(),
                FetchRules.DEFAULT.bytes(),
                FetchRules.DEFAULT.pause(),
                FetchRules.DEFAULT.redirects(),
                "chancery/" + Engine.VERSION))
        : null;
  }
}
