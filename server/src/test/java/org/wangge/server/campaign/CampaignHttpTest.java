package org.wangge.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.wangge.server.Cast;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/**
 * Campaigns on a served town of 40 grids. How many doors are answered from 20 phones, {@code
 * wangge.doors} says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignHttpTest {
  /** A book writes what is not ASCII by its number. */
  private static final Pattern CHARACTER = Pattern.compile("&#x([0-9a-f]+);");

  private static final int PHONES = 20;
  private static final int DOORS = Integer.getInteger("wangge.doors", 100);
  private static final String GRID = "990101001001001";
  private static final String OPEN =
      """
      {"title":"瓶装燃气排查","unit":"%s","areas":[%s],"until":"2999-01-01T00:00:00Z","questions":[
       {"text":"使用瓶装燃气？","kind":"yes-no"},
       {"text":"软管老化？","kind":"yes-no","hazardOn":"yes","recheckDays":7},
       {"text":"备注","kind":"text"}]}
      """;

  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.withTown(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Answer open(String account, String unit, String... areas) {
    String codes = "\"" + String.join("\",\"", areas) + "\"";
    return server.post(server.as(account, "/api/campaigns"), OPEN.formatted(unit, codes));
  }

  private String opened(String unit, String... areas) {
    Answer answer = open("operator", unit, areas);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    String id = answer.json().path("id").asText();
    assertThat(answer.header("Location")).isEqualTo("/api/campaigns/" + id);
    return id;
  }

  private JsonNode look(String path) {
    return server.send(server.as("operator", "/api/campaigns/" + path)).json();
  }

  private static String answer(String key, int version, String hazard, String words) {
    return "{\"key\":\"%s\",\"version\":%d,\"answers\":{\"1\":\"yes\",\"2\":\"%s\",\"3\":\"%s\"}}"
        .formatted(key, version, hazard, words);
  }

  private Answer answer(HttpRequest.Builder request, String body) {
    return server.post(request, body);
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
  }

  @Test
  void a_campaign_is_told_door_by_door_and_unit_by_unit() {
    String id = opened("household", GRID);
    JsonNode told = look(id).path("properties");
    int doors = told.path("units").asInt();
    assertThat(doors).isGreaterThan(300);
    assertThat(told.at("/areas/0/name").asText()).isNotEqualTo(GRID);
    assertThat(told.at("/questions/1/hazardOn").asText()).isEqualTo("yes");
    assertThat(told.at("/progress/answered").asInt()).isZero();
    String path = "/api/campaigns/" + id + "/units/7/answer";
    String body = answer("k7", 0, "yes", "call 13900001111");
    JsonNode done = answer(server.as("worker", path), body).json().path("properties");
    assertThat(done.path("version").asInt()).isEqualTo(1);
    assertThat(done.path("hazards").asInt()).isEqualTo(1);
    assertThat(done.at("/answers/3").asText()).isEqualTo("call 139****1111");
    assertThat(answer(server.as("worker", path), body).json().path("properties"))
        .as("sent again")
        .isEqualTo(done);
    refused(answer(server.as("worker", path), answer("k8", 0, "no", "")), 409, "version-conflict");
    refused(answer(server.as("handler", path), answer("k9", 1, "no", "")), 403, "role-missing");
    JsonNode progress = look(id + "/progress");
    assertThat(progress.at("/total/answered").asInt()).isEqualTo(1);
    assertThat(progress.at("/rows")).hasSize(1);
    assertThat(progress.at("/rows/0/hazardous").asInt()).isEqualTo(1);
    JsonNode byUnit = look(id + "/progress?by=unit").path("rows");
    assertThat(byUnit).hasSizeGreaterThan(8);
    int all = 0;
    for (JsonNode one : byUnit) {
      all += one.path("all").asInt();
    }
    assertThat(all).isEqualTo(doors);
    JsonNode first = look(id + "/units?limit=5&state=open");
    assertThat(first.path("features")).hasSize(5);
    JsonNode second = look(id + "/units?limit=5&state=open&after=" + first.path("next").asText());
    assertThat(second.at("/features/0/properties/number").asInt()).isEqualTo(6);
    assertThat(second.at("/features/1/properties/number").asInt()).as("7 is done").isEqualTo(8);
    assertThat(look(id + "/units?state=hazardous").path("features")).hasSize(1);
    String unit = done.path("unit").asText();
    assertThat(look(id + "/units?unit=" + unit).path("features")).hasSizeGreaterThan(5);
    assertThat(server.send(server.as("operator", "/api/campaigns?grid=" + GRID)).body())
        .contains("\"id\":" + id);
    close(id);
    refused(answer(server.as("worker", path), answer("k10", 1, "no", "")), 409, "campaign-closed");
  }

  private void close(String id) {
    Answer closed =
        server.post(
            server.as("supervisor", "/api/campaigns/" + id + "/close").header("If-Match", "\"1\""),
            "");
    assertThat(closed.status()).as(closed.body()).isEqualTo(200);
    assertThat(closed.json().at("/properties/closedAt").asText()).isNotEmpty();
    assertThat(closed.json().at("/properties/actions")).isEmpty();
  }

  @Test
  void a_hazard_is_printed_put_right_and_shown_by_a_photo() throws Exception {
    String id = opened("household", GRID);
    String path = "/api/campaigns/" + id;
    var first = answer(server.as("worker", path + "/units/3/answer"), answer("h", 0, "yes", ""));
    assertThat(first.status()).isEqualTo(200);
    JsonNode hazard = look(id + "/hazards").at("/features/0/properties");
    assertThat(hazard.path("asked").asText()).isEqualTo("软管老化？");
    assertThat(hazard.path("state").asText()).isEqualTo("found");
    assertThat(look(id + "/hazards?state=overdue").path("features")).isEmpty();
    String one = path + "/hazards/" + hazard.path("id").asText();
    byte[] notice = server.bytes(server.as("worker", one + "/notice.pdf?lang=zh"));
    try (PDDocument paper = Loader.loadPDF(notice)) {
      String text = new PDFTextStripper().getText(paper);
      assertThat(text).contains("整改通知书", "软管老化？", hazard.path("door").asText());
      assertThat(text).contains("/campaigns/?campaign=" + id);
    }
    Answer notified = server.post(server.as("worker", one + "/notified"), "{\"version\":1}");
    assertThat(notified.json().at("/properties/state").asText()).isEqualTo("notified");
    String look = "{\"key\":\"r\",\"version\":2,\"rectified\":true,\"photo\":\"%s\"}";
    refused(
        server.post(server.as("worker", one + "/recheck"), look.formatted("photo-x")),
        422,
        "campaign-photo");
    Answer sent =
        server.send(
            server
                .as("worker", "/api/reports/photos")
                .header("Content-Type", "image/jpeg")
                .POST(HttpRequest.BodyPublishers.ofByteArray(jpeg())));
    String photo = sent.json().path("photo").asText();
    assertThat(photo).as(sent.body()).isNotEmpty();
    for (int twice = 0; twice < 2; twice++) {
      Answer done = server.post(server.as("worker", one + "/recheck"), look.formatted(photo));
      assertThat(done.status()).as(done.body()).isEqualTo(200);
      assertThat(done.json().at("/properties/state").asText()).isEqualTo("rectified");
      assertThat(done.json().at("/properties/rechecks")).hasSize(1);
    }
    assertThat(server.bytes(server.as("worker", one + "/photos/" + photo + "?size=small")))
        .startsWith(0xff, 0xd8);
    assertThat(look(id + "/hazards").path("features")).as("none is open").isEmpty();
    assertThat(look(id + "/hazards?state=all").path("features")).hasSize(1);
    byte[] sheet = server.bytes(server.as("operator", path + "/sheet.xlsx?lang=zh"));
    assertThat(sheet).startsWith('P', 'K');
    assertThat(rows(sheet, "sheet1")).isEqualTo(1 + look(id).at("/properties/units").asInt());
    assertThat(entry(sheet, "xl/sharedStrings.xml")).contains("已整改", "软管老化？");
  }

  private static int rows(byte[] book, String sheet) throws IOException {
    return entry(book, "xl/worksheets/" + sheet + ".xml").split("<row ", -1).length - 1;
  }

  /** By the book's directory: what streams of one may say of sizes is not always so. */
  private static String entry(byte[] book, String name) throws IOException {
    Path file = Files.createTempFile("book", ".xlsx");
    try {
      Files.write(file, book);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        ZipEntry found = zip.getEntry(name);
        assertThat(found).as("not in the book: " + name).isNotNull();
        byte[] part = zip.getInputStream(found).readAllBytes();
        return CHARACTER
            .matcher(new String(part, StandardCharsets.UTF_8))
            .replaceAll(one -> Character.toString(Integer.parseInt(one.group(1), 16)));
      }
    } finally {
      Files.delete(file);
    }
  }

  private static byte[] jpeg() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    return bytes.toByteArray();
  }

  @Test
  void rows_of_a_form_are_placed_by_their_address_and_verified_one_by_one() throws IOException {
    String body =
        """
        {"title":"生育补贴申报核实","areas":["990101"],"until":"2999-01-01T00:00:00Z",
        "questions":[{"text":"情况属实？","kind":"yes-no","hazardOn":"no","recheckDays":7}],
        "rows":[{"reference":"A-2","name":"王小明","phone":"00061110001","address":"%s","statement":"两孩"},
        {"reference":"A-1","grid":"%s","statement":"一孩"}]}
        """;
    JsonNode door = look(opened("household", GRID) + "/units?limit=1").at("/features/0/properties");
    String address = door.path("building").asText() + door.path("door").asText();
    awaitAddresses(address);
    String wrong = body.formatted("没有这条路9号", GRID);
    Answer refused = server.post(server.as("operator", "/api/campaigns/declarations"), wrong);
    refused(refused, 422, "campaign-rows-address");
    assertThat(refused.json().path("detail").asText()).contains("1");
    Answer taken =
        server.post(
            server.as("operator", "/api/campaigns/declarations"), body.formatted(address, GRID));
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    String id = taken.json().at("/properties/id").asText();
    JsonNode rows = look(id + "/units").path("features");
    assertThat(rows).hasSize(2);
    assertThat(rows.findValuesAsText("reference")).containsExactlyInAnyOrder("A-1", "A-2");
    Answer done =
        answer(
            server.as("operator", "/api/campaigns/" + id + "/units/1/answer"),
            "{\"key\":\"v\",\"version\":0,\"answers\":{\"1\":\"yes\"}}");
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(look(id).at("/properties/progress/answered").asInt()).isEqualTo(1);
    byte[] sheet = server.bytes(server.as("operator", "/api/campaigns/" + id + "/sheet.xlsx"));
    assertThat(entry(sheet, "xl/sharedStrings.xml")).contains("两孩");
  }

  /** Addresses are found once their index is built, soon after the start. */
  private void awaitAddresses(String one) {
    String path = "/api/places/search?q=" + URLEncoder.encode(one, StandardCharsets.UTF_8);
    for (int turn = 0; turn < 200; turn++) {
      JsonNode first = server.getAsOwner(path).json().at("/hits/0");
      if (first.path("exactness").asText().equals("exact")) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    throw new AssertionError(server.getAsOwner(path).body());
  }

  @Test
  void what_makes_no_campaign_is_refused_with_a_reason() {
    refused(open("worker", "household", GRID), 403, "role-missing");
    refused(open("operator", "household", "999999"), 404, "area-unknown");
    refused(open("operator", "flat", GRID), 400, "word-unknown");
    String untitled = OPEN.formatted("household", "\"" + GRID + "\"").replace("瓶装燃气排查", " ");
    refused(server.post(server.as("operator", "/api/campaigns"), untitled), 422, "campaign-title");
    refused(server.send(server.as("operator", "/api/campaigns/x")), 404, "campaign-unknown");
    refused(
        answer(
            server.as("operator", "/api/campaigns/99999/units/1/answer"), answer("k", 0, "no", "")),
        404,
        "campaign-unknown");
  }

  @Test
  void twenty_phones_work_forty_grids_and_the_counts_are_right_to_the_last_door() throws Exception {
    long start = System.nanoTime();
    String id = opened("household", "990101");
    double created = (System.nanoTime() - start) / 1e9;
    int all = look(id).at("/properties/units").asInt();
    assertThat(all).isGreaterThanOrEqualTo(5_000);
    assertThat(created).as("seconds").isLessThan(5);
    assertThat(look(id + "/progress").path("rows").size()).isGreaterThan(30);
    List<String> cookies = new ArrayList<>();
    for (int phone = 0; phone < PHONES; phone++) {
      cookies.add(session());
    }
    start = System.nanoTime();
    ExecutorService phones = Executors.newFixedThreadPool(PHONES);
    int done = 0;
    try {
      List<Future<Integer>> each = new ArrayList<>();
      for (int phone = 0; phone < PHONES; phone++) {
        int own = phone;
        each.add(phones.submit(() -> work(cookies.get(own), id, own)));
      }
      for (Future<Integer> one : each) {
        done += one.get();
      }
    } finally {
      phones.shutdownNow();
    }
    LoggerFactory.getLogger(getClass())
        .info(
            "{} doors begun in {} s; {} answered from {} phones in {} s",
            all,
            "%.2f".formatted(created),
            DOORS,
            PHONES,
            "%.1f".formatted((System.nanoTime() - start) / 1e9));
    assertThat(done).as("each door is answered by one").isEqualTo(DOORS);
    JsonNode total = look(id + "/progress").path("total");
    assertThat(total.path("answered").asInt()).isEqualTo(DOORS);
    assertThat(total.path("hazardous").asInt()).isEqualTo(DOORS / 3);
    assertThat(total.path("all").asInt()).isEqualTo(all);
    assertThat(answeredDoors(id)).hasSize(DOORS).doesNotHaveDuplicates();
  }

  /** Another session of the town's worker. */
  private String session() {
    String who = "{\"user\":\"worker\",\"password\":\"demo\"}";
    return Cast.cookie(server.post(server.to("/api/session"), who));
  }

  /** Answers every twentieth door, each answer sent twice. */
  private int work(String cookie, String id, int phone) {
    int done = 0;
    for (int door = phone + 1; door <= DOORS; door += PHONES) {
      String path = "/api/campaigns/" + id + "/units/" + door + "/answer";
      String body = answer(phone + "-" + door, 0, door % 3 == 0 ? "yes" : "no", "");
      for (int twice = 0; twice < 2; twice++) {
        Answer answer = answer(server.to(path).header("Cookie", cookie), body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/properties/version").asInt()).isEqualTo(1);
      }
      done++;
    }
    return done;
  }

  private List<Integer> answeredDoors(String id) {
    List<Integer> doors = new ArrayList<>();
    String next = "0";
    while (!next.isEmpty()) {
      JsonNode page = look(id + "/units?state=answered&limit=1000&after=" + next);
      page.path("features").forEach(one -> doors.add(one.at("/properties/number").asInt()));
      next = page.path("next").asText();
    }
    return doors;
  }
}
