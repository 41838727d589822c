package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Debian's Chromium, driven for page tests. Whatever a page complains of, and whatever it asks of
 * another host, is kept and can be asserted to be nothing.
 */
public final class RealBrowser implements AutoCloseable {
  private static final List<String> PROGRAMS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  /**
   * The same engine without a browser's own windows, which nobody sees: AdminPageTest took 31
   * seconds of a processor in it and 46 in Chromium. {@code -Dwangge.shell} names another.
   */
  private static final String SHELL =
      System.getProperty("wangge.shell", "/usr/bin/chromium-headless-shell");

  /**
   * What Playwright switches off, since the last of such switches alone counts, and the panels
   * under the address bar: a page of its own for each window.
   */
  private static final String WITHOUT =
      "--disable-features=AcceptCHFrame,AvoidUnnecessaryBeforeUnloadCheckSync,"
          + "DestroyProfileOnBrowserClose,DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,"
          + "LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,Translate,"
          + "AutoDeElevate,WebUIOmniboxPopup,WebUIOmniboxAimPopup";

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          WITHOUT);
  private static final List<String> SOFTWARE_GL =
      List.of("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader");
  private static final double SLOW_MILLIS = 20_000;
  private static final List<String> NO_GL = List.of("--disable-gpu", "--disable-3d-apis");

  /** What is started once in this process, and ends with it: each start takes seconds. */
  private static final Map<List<String>, Browser> STARTED = new HashMap<>();

  private static @Nullable Playwright playwright;

  private final Browser browser;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();

  private RealBrowser(Browser browser) {
    this.browser = browser;
  }

  /** With WebGL2 drawn in software. */
  public static RealBrowser withWebGl() {
    return open(SOFTWARE_GL);
  }

  /** As on a machine that cannot draw WebGL. */
  public static RealBrowser withoutWebGl() {
    return open(NO_GL);
  }

  private static synchronized RealBrowser open(List<String> drawing) {
    // A machine that has other work is slow, not wrong.
    PlaywrightAssertions.setDefaultAssertionTimeout(SLOW_MILLIS);
    Browser known = STARTED.get(drawing);
    if (known == null || !known.isConnected()) {
      known = start(drawing);
      STARTED.put(drawing, known);
    }
    return new RealBrowser(known);
  }

  private static Browser start(List<String> drawing) {
    Optional<Path> program =
        Stream.concat(Stream.of(SHELL).filter(any -> drawing.equals(NO_GL)), PROGRAMS.stream())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("Chromium is not installed; bin/test installs it");
    }
    assumeTrue(program.isPresent(), "skipped: Chromium is not installed here");
    if (playwright == null) {
      playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }
    List<String> flags = new ArrayList<>(QUIET);
    flags.addAll(drawing);
    return playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(program.get()).setArgs(flags));
  }

  /** A page of the server at this address, on a screen of this size. */
  public Page page(String url, int width, int height, String locale, ColorScheme scheme) {
    Page page = emptyPage(url, width, height, locale, scheme);
    page.navigate(url + "/?map");
    return page;
  }

  /**
   * The same, where something has to be done before the page is opened. Nothing moves for the sake
   * of moving: each picture of a map costs a processor without graphics much.
   */
  public Page emptyPage(String url, int width, int height, String locale, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(locale)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
    contexts.add(context);
    context.setDefaultTimeout(3 * SLOW_MILLIS);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.type() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("page error: " + error));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(url)
              && !request.url().startsWith("data:")
              && !request.url().startsWith("blob:")) {
            foreign.add(request.url());
          }
        });
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            complaints.add(response.status() + " " + response.url());
          }
        });
    return page;
  }

  /**
   * The same, signed in to the demonstration as this account; how that is done is not looked at.
   */
  public Page signedIn(
      String url, String account, int width, int height, String locale, ColorScheme scheme) {
    Page page = emptyPage(url, width, height, locale, scheme);
    signIn(page, url, account);
    return page;
  }

  /** Signs the browser of a page in to the demonstration; what is open does not know it yet. */
  public static void signIn(Page page, String url, String account) {
    signIn(page.context().request(), url, account);
  }

  /** The same for who asks without a page. */
  static void signIn(APIRequestContext asking, String url, String account) {
    Map<String, String> who = Map.of("user", account, "password", "demo");
    APIResponse answer = asking.post(url + "/api/session", RequestOptions.create().setData(who));
    assertThat(answer.status()).as("signing in as %s: %s", account, answer.text()).isEqualTo(200);
  }

  /** Fails when a page complained of anything or asked anything of another host. */
  public void assertQuiet() {
    assertThat(complaints).as("what the pages complained of").isEmpty();
    assertThat(foreign).as("requests to other hosts").isEmpty();
  }

  /** What the pages have asked of other hosts. */
  public List<String> foreignRequests() {
    return List.copyOf(foreign);
  }

  /**
   * Closes all pages, and forgets what they complained of: maps that are open go on drawing, and
   * slow down those that come after.
   */
  public void closePages() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    complaints.clear();
  }

  @Override
  public void close() {
    closePages();
  }
}
