package org.wangge.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.wangge.demo.DemoTown;
import org.wangge.geo.LatticePoint;
import org.wangge.server.config.Settings;
import org.wangge.server.people.SetClock;
import org.wangge.server.video.Retrievals;

/** A person who walks through a cone on the map walks through that camera's picture. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CameraPicturePageTest {
  private static final String FRAME_OF_VIDEO =
      """
      () => {
        const video = document.querySelector('#video video');
        const canvas = document.createElement('canvas');
        canvas.width = video.videoWidth;
        canvas.height = video.videoHeight;
        canvas.getContext('2d').drawImage(video, 0, 0);
        return canvas.toDataURL('image/png').split(',')[1];
      }
      """;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final GeometryFactory DEGREES = new GeometryFactory();
  private static final double ZOOM = 18;
  private static final double SETTLED_MILLIS = 500;
  private static final int MARK_PIXELS = 12;
  private static final int CONE_PIXELS = 3;

  private final SetClock clock = new SetClock();
  private RunningServer server;
  private RealBrowser browser;
  private DemoTown town;

  @BeforeAll
  void start(@TempDir Path folder) {
    browser = RealBrowser.withWebGl();
    RunningServer.layTown(folder);
    // Not before the town was made: its time never goes back.
    clock.setToNow();
    town = DemoTown.generate(1, clock.instant());
    server = RunningServer.withNewTown(folder, clock);
  }

  @AfterAll
  void stop() {
    browser.close();
    server.close();
  }

  @Test
  void who_walks_through_a_cone_on_the_map_walks_through_the_picture_by_day_and_by_night() {
    Stream.of(10, 22)
        .map(hour -> PassingBy.next(clock.instant().plusSeconds(60), hour))
        .sorted()
        .map(begin -> PassingBy.after(town, begin))
        .toList()
        .forEach(this::walk);
  }

  private void walk(PassingBy passing) {
    clock.pass(Duration.between(clock.instant(), passing.from()));
    server.forgetSessions();
    LatticePoint place = passing.place(passing.from()).orElseThrow();
    Page page = onTheMap(passing, place);
    watch(page, passing, place);
    BufferedImage live =
        picture(Base64.getDecoder().decode((String) page.evaluate(FRAME_OF_VIDEO)));
    assertThat(vest(live, passing, place)).as("in the live picture of %s", passing).isPositive();
    keep(page, passing.from());
    browser.assertQuiet();
    page.close();

    clock.pass(Duration.ofSeconds(PassingBy.SECONDS));
    BufferedImage still = live;
    for (int second = 0; second <= PassingBy.SECONDS; second += 2) {
      Instant at = passing.from().plusSeconds(second);
      still = still(passing, at);
      assertThat(vest(still, passing, passing.place(at).orElseThrow()))
          .as("in the picture of %s after %d s", passing, second)
          .isGreaterThan(4);
    }
    assertThat(vest(still, passing, place)).as("where they no longer are").isZero();
  }

  /** Opens the map where somebody is, and has their phone say so. */
  private Page onTheMap(PassingBy passing, LatticePoint place) {
    Page page = browser.signedIn(server.url(), "operator", 1366, 768, "zh-CN", ColorScheme.LIGHT);
    page.navigate(
        server.url()
            + "/?tables=0#%.2f/%.7f/%.7f".formatted(ZOOM, place.latDegrees(), place.lonDegrees()));
    page.waitForSelector("html[data-map=ready]");
    MapScreen screen = screen(page, place);
    Pixels without = settled(page, screen, place);
    RunningServer.Answer told =
        server.post(
            server.asOwner("/api/positions"),
            "{\"generated\":true,\"fixes\":[{\"staffCode\":\"%s\",\"at\":\"%s\",\"lon\":%s,\"lat\":%s}]}"
                .formatted(passing.who(), passing.from(), place.lonDegrees(), place.latDegrees()));
    assertThat(told.status()).as(told.body()).isLessThan(300);
    page.waitForCondition(
        () -> around(page, screen, place, MARK_PIXELS).differenceTo(without) > 0.2);
    return page;
  }

  /**
   * Asks who sees a place before them, finds them in the cone of the camera, and opens its picture.
   */
  private static void watch(Page page, PassingBy passing, LatticePoint place) {
    LatticePoint asked = PassingBy.halfway(passing.camera().location(), place);
    MapScreen screen = screen(page, place);
    LatticePoint between = PassingBy.halfway(asked, place);
    Pixels before = around(page, screen, between, CONE_PIXELS);
    Response answer =
        page.waitForResponse(
            it -> it.url().contains("/api/cameras/covering"),
            () ->
                page.mouse()
                    .click(
                        screen.x(asked.lonDegrees()),
                        screen.y(asked.latDegrees()),
                        new Mouse.ClickOptions().setButton(MouseButton.RIGHT)));
    Geometry cone = cone(answer.text(), passing.camera().id());
    assertThat(cone.contains(point(place))).as("%s in %s", passing, cone).isTrue();
    page.waitForCondition(
        () -> around(page, screen, between, CONE_PIXELS).differenceTo(before) > 0.5);
    page.locator("[data-key=watch-" + passing.camera().id() + "]").click();
    assertThat(page.locator("#video .picture-state")).hasClass(Pattern.compile("live"));
    page.waitForCondition(
        () -> (Boolean) page.evaluate("document.querySelector('#video video').currentTime > 0.3"));
  }

  private static Geometry cone(String answer, String camera) {
    try {
      JsonNode features = JSON.readTree(answer).path("features");
      JsonNode seen =
          StreamSupport.stream(features.spliterator(), false)
              .map(one -> one.path("properties"))
              .filter(one -> one.path("id").asText().equals(camera))
              .findFirst()
              .orElseThrow()
              .path("seen");
      return Shapes.of(JSON.createObjectNode().set("geometry", seen));
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer, e);
    }
  }

  private static Point point(LatticePoint place) {
    return DEGREES.createPoint(new Coordinate(place.lonDegrees(), place.latDegrees()));
  }

  /** What the map shows around a place when nothing more comes to it. */
  private static Pixels settled(Page page, MapScreen screen, LatticePoint place) {
    Pixels before = around(page, screen, place, 3 * MARK_PIXELS);
    page.waitForTimeout(SETTLED_MILLIS);
    while (around(page, screen, place, 3 * MARK_PIXELS).differenceTo(before) > 0) {
      before = around(page, screen, place, 3 * MARK_PIXELS);
      page.waitForTimeout(SETTLED_MILLIS);
    }
    return around(page, screen, place, MARK_PIXELS);
  }

  /** The map as it was opened, with a place in its middle. */
  private static MapScreen screen(Page page, LatticePoint middle) {
    BoundingBox box = page.locator("#map").boundingBox();
    return new MapScreen(
        middle.lonDegrees(),
        middle.latDegrees(),
        ZOOM,
        box.x + box.width / 2,
        box.y + box.height / 2);
  }

  /** What the map shows around a place. */
  private static Pixels around(Page page, MapScreen screen, LatticePoint place, int reach) {
    return Pixels.of(
        page,
        screen.x(place.lonDegrees()) - reach,
        screen.y(place.latDegrees()) - reach,
        2 * reach);
  }

  private BufferedImage still(PassingBy passing, Instant at) {
    String id = passing.camera().id();
    String path =
        "/video/%s/still?at=%s&retrieval=%s".formatted(id, at, Retrievals.of(server, at, id));
    return picture(server.bytes(server.as("liaison", path)));
  }

  private static BufferedImage picture(byte[] file) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Pixels in the colour of a vest in the columns of a place, by its direction alone. */
  private static int vest(BufferedImage picture, PassingBy passing, LatticePoint place) {
    double half = 0.35 * passing.columnsPerMeter(place);
    double middle = passing.column(place);
    int count = 0;
    for (int x = (int) (middle - half); x <= middle + half; x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        int color = picture.getRGB(x, y);
        int red = (color >> 16) & 255;
        int green = (color >> 8) & 255;
        int blue = color & 255;
        count += red > 70 && red > 1.5 * green && green > 1.4 * blue ? 1 : 0;
      }
    }
    return count;
  }

  /** Where {@code -Dwangge.pictures} names a folder, what is seen is kept there. */
  private static void keep(Page page, Instant at) {
    String folder = System.getProperty("wangge.pictures", "");
    if (!folder.isEmpty()) {
      int hour = at.atZone(Settings.CHINA).getHour();
      String name = hour > 6 && hour < 18 ? "camera-day.png" : "camera-night.png";
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder).resolve(name)));
    }
  }
}
