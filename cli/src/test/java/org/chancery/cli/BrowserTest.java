package org.chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.chancery.analysis.Engine;
import org.chancery.server.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The pages in real Chromium, on a record of the samples. Where Debian's Chromium and its driver
 * are not installed these tests skip and say so.
 */
class BrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  @TempDir private static Path folder;
  private static Server server;
  private static ChromeDriver browser;
  private static String base = "";
  private static String event = "";

  @BeforeAll
  static void open() throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "no /usr/bin/chromium with /usr/bin/chromedriver: the pages are not tested in a browser"
            + " (install Debian's packages chromium and chromium-driver)");
    Path record = folder.resolve("r.duckdb");
    Path samples = Path.of(System.getProperty("chancery.root", "..")).resolve("samples");
    TestEngine.Ran coded =
        TestEngine.run("code", "--record", record.toString(), samples.toString());
    assertEquals(0, coded.code(), coded.err());
    Engine engine = new Engine(List.of(), true);
    server =
        Server.start(
            new Server.Options(
                record, "127.0.0.1", 0, null, text -> ServeCommand.pasted(engine, text)));
    base = "http://127.0.0.1:" + server.port();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
        "--user-data-dir=" + folder.resolve("profile"));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    browser.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
    browser.get(base + "/events?place=some");
    browser.get(base + "/events");
    event = firstLink("/events/");
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void wide() {
    size(1200, 900);
    browser.manage().logs().get(LogType.BROWSER); // what an earlier test said is its own
  }

  private static void size(int width, int height) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  private static String firstLink(String path) {
    return browser.findElements(By.cssSelector("main a[href^='" + path + "']")).stream()
        .map(link -> Objects.requireNonNull(link.getDomAttribute("href")))
        .filter(address -> !address.contains("?"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> pages() {
    List<String> pages =
        new ArrayList<>(
            List.of(
                "/", "/events", "/map", "/network", "/figures", "/review", "/paste", "/search"));
    pages.add(event);
    browser.get(base + event);
    pages.add(firstLink("/documents/"));
    browser.get(base + "/");
    pages.add(firstLink("/relations/"));
    pages.add(firstLink("/actors/"));
    return pages;
  }

  private static void await(String what, BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!so.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain for " + what);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static String axe() throws IOException {
    try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void everyPageOpensWithoutErrorForeignRequestOrSeriousBarrier() throws IOException {
    String axe = axe();
    List<String> faults = new ArrayList<>();
    for (String page : pages()) {
      browser.get(base + page);
      assertFalse(browser.findElement(By.tagName("h1")).getText().isBlank(), page);
      Object hosts =
          browser.executeScript(
              "return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin + '/') && !n.startsWith('data:'))");
      if (!List.of().equals(hosts)) {
        faults.add(page + " asks other hosts: " + hosts);
      }
      browser.executeScript(axe);
      Object found =
          browser.executeAsyncScript(
              "const done = arguments[arguments.length - 1]; axe.run().then(r => done(r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ': ' + v.nodes.slice(0, 2).map(n => n.html).join(' | '))))");
      if (!List.of().equals(found)) {
        faults.add(page + " barriers: " + found);
      }
      browser
          .manage()
          .logs()
          .get(LogType.BROWSER)
          .forEach(
              entry -> {
                if (entry.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()) {
                  faults.add(page + " console: " + entry.getMessage());
                }
              });
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void aFilterShowsOnlyWhatItNamesAndIsInTheAddress() {
    browser.get(base + "/events");
    browser.findElement(By.cssSelector("select[name=type]")).sendKeys("ACCUSE");
    browser.findElement(By.cssSelector("form.filter button")).click();
    await("the filter", () -> browser.getCurrentUrl().contains("type=ACCUSE"));
    String body = browser.findElement(By.cssSelector("main table")).getText();
    assertTrue(body.contains("ACCUSE"), body);
    assertFalse(body.contains("CONSULT"), body);
    String address = browser.getCurrentUrl();
    browser.get(base + "/");
    browser.get(address);
    assertEquals(body, browser.findElement(By.cssSelector("main table")).getText());
  }

  @Test
  void aPointOfTheMapLeadsToTheWords() {
    browser.get(base + "/map");
    await(
        "points",
        () -> !browser.findElements(By.cssSelector("path.leaflet-interactive")).isEmpty());
    browser.executeScript(
        "const points = document.querySelectorAll('path.leaflet-interactive'); points[points.length - 1].dispatchEvent(new MouseEvent('click', {bubbles: true}))");
    await(
        "the popup",
        () ->
            !browser.findElements(By.cssSelector(".leaflet-popup a[href^='/events/']")).isEmpty());
    browser.executeScript("document.querySelector('.leaflet-popup a').click()");
    await("the event", () -> browser.getCurrentUrl().contains("/events/"));
    assertFalse(browser.findElement(By.cssSelector(".evidence mark")).getText().isBlank());
  }

  @Test
  void aReviewIsKeptAndShown() {
    browser.get(base + event);
    WebElement form = browser.findElement(By.cssSelector("form.review"));
    form.findElement(By.name("reviewer")).sendKeys("Ada");
    form.findElement(By.name("verdict")).sendKeys("reject");
    form.findElement(By.name("reason")).sendKeys("read in a browser");
    form.submit();
    await("the review", () -> browser.getPageSource().contains("read in a browser"));
    browser.get(base + "/events?review=reject");
    assertTrue(
        browser.findElements(By.cssSelector("main a[href='" + event + "']")).size() > 0,
        browser.getPageSource());
  }

  @Test
  void aPastedReportIsCodedAtOnceWithItsReasons() {
    browser.get(base + "/paste");
    browser
        .findElement(By.name("text"))
        .sendKeys("Norway's foreign minister met Peru's president in Quito on Monday.");
    browser.findElement(By.cssSelector("form.paste button")).click();
    await("the events", () -> browser.getPageSource().contains("As read"));
    assertTrue(browser.findElement(By.tagName("main")).getText().contains("CONSULT"));
    browser.findElement(By.cssSelector("details summary")).click();
    assertTrue(browser.findElement(By.cssSelector("details pre")).isDisplayed());
  }

  @Test
  void layersOfAReportAreSwitchedOff() {
    browser.get(base + event);
    browser.get(base + firstLink("/documents/"));
    browser.findElement(By.cssSelector("[data-layer=actor]")).click();
    assertTrue(
        Objects.requireNonNull(browser.findElement(By.id("report")).getDomAttribute("class"))
            .contains("hide-actor"));
  }

  @Test
  void aPhoneNeedsNoSidewaysScrolling() {
    size(390, 800);
    List<String> wide = new ArrayList<>();
    for (String page : pages()) {
      browser.get(base + page);
      Object width = browser.executeScript("return document.documentElement.scrollWidth");
      if (((Number) Objects.requireNonNull(width)).intValue() > 390) {
        wide.add(page + " " + width);
      }
    }
    assertEquals(List.of(), wide);
  }

  @Test
  void theKeyboardAloneReachesAnEvent() {
    browser.get(base + "/events");
    WebElement at = browser.findElement(By.tagName("body"));
    at.sendKeys(Keys.TAB);
    at = browser.switchTo().activeElement();
    assertEquals("Skip to content", at.getText());
    at.sendKeys(Keys.ENTER);
    for (int i = 0; i < 120; i++) {
      browser.switchTo().activeElement().sendKeys(Keys.TAB);
      at = browser.switchTo().activeElement();
      String address = at.getDomAttribute("href");
      if (address != null && address.startsWith("/events/")) {
        Object ring =
            browser.executeScript("return getComputedStyle(document.activeElement).outlineStyle");
        assertNotEquals("none", ring, "the focus can be seen");
        at.sendKeys(Keys.ENTER);
        await("the event", () -> browser.getCurrentUrl().contains("/events/"));
        return;
      }
    }
    throw new AssertionError("120 tabs did not reach an event");
  }

  @Test
  void darkIsDark() {
    browser.get(base + "/");
    Object light = ground("light");
    Object dark = ground("dark");
    assertNotEquals(light, dark);
    ground("light");
  }

  private static Object ground(String scheme) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    return Objects.requireNonNull(
        browser.executeScript("return getComputedStyle(document.body).backgroundColor"));
  }
}
