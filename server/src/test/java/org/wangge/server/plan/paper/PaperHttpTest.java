package org.wangge.server.plan.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.geo.Geodesy;
import org.wangge.geo.Position;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** Paper as it comes from the server, read back: words, sizes, lengths, codes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperHttpTest {
  private static final String COMMUNITY = "990101001001";
  private static final String GRID = COMMUNITY + "002";
  private static final String KEPT = COMMUNITY + "003";
  private static final double POINTS = 72 / 25.4;

  private RunningServer server;
  private String plan;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
    plan = split();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private String split() {
    String begin = "{\"name\":\"云溪拆分\",\"area\":\"%s\"}".formatted(COMMUNITY);
    String id = server.post(server.as("planner", "/api/plans"), begin).json().path("id").asText();
    JsonNode middle = server.get("/api/grids/" + GRID).json().at("/properties/labelPoint");
    double lon = middle.get(0).asDouble();
    double lat = middle.get(1).asDouble();
    String edit =
        "{\"kind\":\"split\",\"face\":\"%s\",\"reason\":\"甲\",\"line\":[[%.7f,%.7f],[%.7f,%.7f]]}"
            .formatted(GRID, lon, lat - 0.02, lon, lat + 0.02);
    Answer made =
        server.post(
            server.as("planner", "/api/plans/" + id + "/edits").header("If-Match", "\"1\""), edit);
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    return id;
  }

  private PDDocument pdf(String account, String path) throws IOException {
    byte[] bytes = server.bytes(server.as(account, path));
    assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    keep(path, bytes);
    return Loader.loadPDF(bytes);
  }

  /** For whoever wants to look at them. */
  private static void keep(String path, byte[] bytes) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "paper"));
    Files.write(folder.resolve(path.replaceAll("[^A-Za-z0-9]+", "-") + ".pdf"), bytes);
  }

  private static String text(PDDocument document) throws IOException {
    return new PDFTextStripper().getText(document);
  }

  @ParameterizedTest
  @CsvSource({"A4,297,210", "A3,420,297", "A2,594,420", "A1,841,594", "A0,1189,841"})
  void a_sheet_has_the_size_asked_for(String size, double width, double height) throws IOException {
    try (PDDocument document = pdf("planner", sheet("size=" + size))) {
      PDRectangle page = document.getPage(0).getMediaBox();
      assertThat(page.getWidth() / POINTS).isCloseTo(width, within(0.01));
      assertThat(page.getHeight() / POINTS).isCloseTo(height, within(0.01));
    }
  }

  private String sheet(String query) {
    return "/api/plans/" + plan + "/sheet.pdf?" + query;
  }

  @Test
  void codes_names_state_and_system_can_be_read_back_from_the_sheet() throws IOException {
    try (PDDocument document = pdf("planner", sheet("crs=EPSG:4546&lang=zh"))) {
      String text = text(document);
      assertThat(text)
          .contains(COMMUNITY + "007", COMMUNITY + "008", GRID, KEPT)
          .contains("云溪拆分", "草稿", "EPSG:4546", "演示数据", "网格长", "批准", "新设", "撤销");
      String name = server.get("/api/grids/" + KEPT).json().at("/properties/name").asText();
      assertThat(text).contains(name);
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("云溪拆分");
    }
    try (PDDocument document = pdf("planner", sheet("lang=en&size=A4"))) {
      assertThat(text(document)).contains("draft", "Approved", "EPSG:4490", "Redrawn grids");
    }
  }

  @Test
  void a_millimetre_on_paper_is_what_the_scale_says_on_the_ground() throws IOException {
    JsonNode ring = server.get("/api/grids/" + KEPT).json().at("/geometry/coordinates/0");
    try (PDDocument document = pdf("planner", sheet("size=A3&lang=en"))) {
      Matcher number = Pattern.compile("Scale 1:(\\d+)").matcher(text(document));
      assertThat(number.find()).isTrue();
      int scale = Integer.parseInt(number.group(1));
      List<double[]> drawn = outlineOf(document, ring.size() - 1, ring, scale);
      double worst = 0;
      for (int i = 0; i < drawn.size(); i++) {
        for (int j = 0; j < i; j++) {
          double paper =
              Math.hypot(drawn.get(i)[0] - drawn.get(j)[0], drawn.get(i)[1] - drawn.get(j)[1]);
          double ground = Geodesy.distanceMeters(place(ring, i), place(ring, j)) * 1000 / scale;
          worst = Math.max(worst, Math.abs(paper - ground));
        }
      }
      assertThat(worst).as("millimetres on paper").isLessThan(0.1);
    }
  }

  private static Position place(JsonNode ring, int i) {
    return new Position(ring.get(i).get(0).asDouble(), ring.get(i).get(1).asDouble());
  }

  /** The drawn ring that has as many corners, in the order of the ring given, in millimetres. */
  private static List<double[]> outlineOf(
      PDDocument document, int corners, JsonNode ring, int scale) throws IOException {
    String ops =
        new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
    Matcher path =
        Pattern.compile("([-0-9.]+ [-0-9.]+ m\n(?:[-0-9.]+ [-0-9.]+ l\n)+h\n)").matcher(ops);
    List<double[]> best = List.of();
    double bestOff = Double.MAX_VALUE;
    while (path.find()) {
      List<double[]> points = new ArrayList<>();
      Matcher point = Pattern.compile("([-0-9.]+) ([-0-9.]+) [ml]\n").matcher(path.group(1));
      while (point.find()) {
        points.add(
            new double[] {
              Double.parseDouble(point.group(1)) / POINTS,
              Double.parseDouble(point.group(2)) / POINTS
            });
      }
      if (points.size() == corners) {
        for (List<double[]> one : turned(points)) {
          double off = off(one, ring, scale);
          if (off < bestOff) {
            bestOff = off;
            best = one;
          }
        }
      }
    }
    assertThat(best).as("a ring of %d corners", corners).isNotEmpty();
    return best;
  }

  /** A ring from each of its corners on, both ways round. */
  private static List<List<double[]>> turned(List<double[]> ring) {
    List<List<double[]>> all = new ArrayList<>();
    for (int start = 0; start < ring.size(); start++) {
      for (int way : new int[] {1, -1}) {
        List<double[]> one = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
          one.add(ring.get(Math.floorMod(start + way * i, ring.size())));
        }
        all.add(one);
      }
    }
    return all;
  }

  private static double off(List<double[]> drawn, JsonNode ring, int scale) {
    double sum = 0;
    for (int i = 1; i < drawn.size(); i++) {
      double east = (ring.get(i).get(0).asDouble() - ring.get(0).get(0).asDouble()) * 97_500;
      double north = (ring.get(i).get(1).asDouble() - ring.get(0).get(1).asDouble()) * 110_800;
      sum +=
          Math.hypot(
              drawn.get(i)[0] - drawn.get(0)[0] - east * 1000 / scale,
              drawn.get(i)[1] - drawn.get(0)[1] - north * 1000 / scale);
    }
    return sum;
  }

  @Test
  void heads_of_grids_are_on_the_sheet_as_the_reader_may_see_them() throws IOException {
    JsonNode card = server.send(server.as("planner", "/api/grids/" + KEPT + "/card")).json();
    String head = "";
    for (JsonNode one : card.at("/area/properties/inCharge")) {
      head = one.path("duty").asText().equals("grid-head") ? one.path("name").asText() : head;
    }
    assertThat(head).isNotEmpty();
    try (PDDocument document = pdf("planner", sheet("size=A2"))) {
      assertThat(text(document)).contains(head);
    }
  }

  @Test
  void the_code_on_a_notice_leads_to_the_grid() throws Exception {
    try (PDDocument document = pdf("planner", "/api/grids/" + KEPT + "/notice.pdf?lang=zh")) {
      String text = text(document);
      assertThat(text).contains("网格公示牌", KEPT, "责任人员", "演示数据");
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 100);
      ImageIO.write(image, "png", Path.of("target", "paper", "notice.png").toFile());
      int[] pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      String read =
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(
                      new HybridBinarizer(
                          new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
              .getText();
      assertThat(read).isEqualTo(server.url() + "/grid/" + KEPT);
      Answer leads = server.get("/grid/" + KEPT);
      assertThat(leads.status()).isEqualTo(200);
      assertThat(leads.body()).contains("features/evaluation/main.js");
    }
  }

  @Test
  void a_notice_names_who_is_published_and_nobody_else() throws IOException {
    JsonNode toAnyone = server.get("/api/grids/" + KEPT + "/card").json();
    JsonNode toAdmin = server.send(server.as("admin", "/api/grids/" + KEPT + "/card")).json();
    try (PDDocument document = pdf("admin", "/api/grids/" + KEPT + "/notice.pdf?size=A3")) {
      String text = text(document);
      JsonNode people = toAnyone.at("/area/properties/inCharge");
      for (int i = 0; i < people.size(); i++) {
        String name = people.get(i).path("name").asText("");
        String known = toAdmin.at("/area/properties/inCharge").get(i).path("name").asText();
        if (people.get(i).path("name").isNull()) {
          assertThat(text).doesNotContain(known);
        } else {
          assertThat(text).contains(name);
        }
      }
    }
  }

  @Test
  void what_cannot_be_printed_is_refused_before_anything_is_sent() {
    assertThat(code("planner", sheet("size=A5"))).isEqualTo("word-unknown");
    assertThat(code("planner", sheet("crs=EPSG:1"))).isEqualTo("crs-unknown");
    assertThat(code("planner", sheet("crs=EPSG:4554"))).isEqualTo("coordinate-out-of-range");
    assertThat(code("worker", sheet("size=A4"))).isEqualTo("role-missing");
    assertThat(code("planner", "/api/plans/999/sheet.pdf")).isEqualTo("plan-unknown");
    assertThat(code("planner", "/api/grids/999/notice.pdf")).isEqualTo("area-unknown");
  }

  private String code(String account, String path) {
    return server.send(server.as(account, path)).json().path("code").asText();
  }

  @Test
  void a_render_can_be_looked_at() throws IOException {
    for (String size : List.of("A4", "A3")) {
      try (PDDocument document = pdf("planner", sheet("crs=EPSG:4546&size=" + size))) {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 110);
        Path file = Path.of("target", "paper", "sheet-" + size + ".png");
        ImageIO.write(image, "png", file.toFile());
        assertThat(image.getWidth()).isGreaterThan(1000);
        assertThat(document.getPage(0).getResources().getXObjectNames()).isEmpty();
      }
    }
  }
}
