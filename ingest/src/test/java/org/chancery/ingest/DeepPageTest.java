package org.chancery.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.chancery.core.Reading;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages whose form would keep the search for the main text busy for hours. */
class DeepPageTest {
  private static final String BEFORE =
      "Peru met Chile on Monday, the ministry said, and praised the talks that were held in Lima.";
  private static final String AFTER = "Chile thanked Peru for the talks.";

  @ParameterizedTest
  @CsvSource({"<div>, 100000", "<b>, 200000", "<p>a</p>, 100000", "<a href=x>y</a>, 50000"})
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void aPageNestedOrFilledWithoutMeasureIsReadInTime(String part, int times) {
    String page =
        "<html><body><p>"
            + BEFORE
            + "</p>"
            + part.repeat(times)
            + "<p>"
            + AFTER
            + "</p></body></html>";
    Reading.Read read =
        assertInstanceOf(Reading.Read.class, PageReader.read(page, "id", "page.html"));
    assertTrue(read.document().text().startsWith(BEFORE), "what stands before is read");
    assertEquals(1, count(read.document().text(), AFTER), "what stands inside is read once");
  }

  private static int count(String text, String words) {
    return text.split(java.util.regex.Pattern.quote(words), -1).length - 1;
  }
}
