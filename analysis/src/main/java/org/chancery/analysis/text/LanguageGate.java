package org.chancery.analysis.text;

import com.google.common.base.Optional;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.core.Analysis;
import org.chancery.core.Layer;
import org.chancery.core.Pipeline;
import org.chancery.core.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out documents of languages that the codebook has no rules for. What a document declares is
 * believed; otherwise the n-grams of its beginning decide, and English where they are unsure.
 */
public final class LanguageGate implements Stage {
  private static final Set<String> READ = Set.of("en");
  private static final int ENOUGH = 2_000;
  private static final List<String> KNOWN =
      List.of(
          "en", "fr", "es", "de", "it", "pt", "nl", "ru", "uk", "ar", "fa", "tr", "pl", "ro", "id",
          "vi", "sw", "sr", "hr", "hu", "cs", "sv", "he", "hi", "ja", "ko", "zh-CN");

  /** Loaded when first needed: most inputs declare their language. */
  private static final class Detector {
    static final LanguageDetector INSTANCE = build();

    private static LanguageDetector build() {
      try {
        return LanguageDetectorBuilder.create(NgramExtractors.standard())
            .withProfiles(
                new LanguageProfileReader()
                    .readBuiltIn(KNOWN.stream().map(LdLocale::fromString).toList()))
            .seed(1L)
            .minimalConfidence(0.9)
            .build();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public Set<Layer<?>> needs() {
    return Set.of();
  }

  @Override
  public Set<Layer<?>> provides() {
    return Set.of();
  }

  @Override
  public Analysis apply(Analysis analysis) {
    String language = declared(analysis.document().language());
    if (language == null) {
      String text = analysis.text();
      Optional<LdLocale> found =
          text.length() < 80
              ? Optional.absent()
              : Detector.INSTANCE.detect(text.substring(0, Math.min(text.length(), ENOUGH)));
      language = found.isPresent() ? found.get().getLanguage() : "en";
    }
    if (!READ.contains(language)) {
      throw new Pipeline.SkipException(
          "language", "the report is in \"" + language + "\"; Chancery reads " + READ + " so far");
    }
    return analysis;
  }

  private static @Nullable String declared(@Nullable String language) {
    return language == null ? null : language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }
}
