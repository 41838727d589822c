package org.wangge.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.locationtech.jts.geom.Point;
import org.wangge.server.http.RouteTable;

/**
 * What is asked of each route to see who may use it: something of the own community and something
 * of another. What would change something carries a version that was never there, so that whoever
 * is let in changes nothing.
 */
final class RouteSamples {
  static final String HEAD =
      """
      # Who may use which route

      Made by `RouteMatrixTest` from the routes that really serve, by trying each of them on a running server. Every role is
      held in one community. ✓ let in (an answer, or a mistake in what was sent) · ∅ not told that it is there · – refused ·
      ? sign in first. Where there are two signs, the first is for something of the own community, the second for something
      of another. *expired*: the grant is over; *revoked*: the session was ended; *disabled*: the account was; *weak*: an
      administrator with a first password and without a second factor.

      """;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OWN = "990101001002";
  private static final String OTHER = "990101001003";
  private static final Set<String> LISTS =
      Set.of(
          "/api/incidents",
          "/api/whistles",
          "/api/campaigns",
          "/api/errands",
          "/api/visits/due",
          "/api/notifications",
          "/api/alarms/log",
          "/api/positions",
          "/api/tracks",
          "/api/cameras",
          "/api/cameras/covering",
          "/api/cameras/cover",
          "/api/cameras/unseen",
          "/api/cameras/proposals",
          "/api/accounts",
          "/api/people");

  private static final Set<String> OF_NO_AREA =
      Set.of(
          "/api/cameras",
          "/api/cameras/coverage",
          "/api/cameras/preview",
          "/api/cameras/register.csv",
          "/api/errands/offered",
          "/api/errands/progress",
          "/api/visits/rules",
          "/api/visits/rules/{rule}",
          "/api/visits/coverage",
          "/api/visits/coverage.csv");

  private static final Map<String, String> HIDDEN =
      Map.of("people", "person", "visits", "visit-door", "/api/cameras/cover/{grid}", "area");

  private final RunningServer server;
  private final Map<String, String> ownIds = new LinkedHashMap<>();
  private final Map<String, String> otherIds = new LinkedHashMap<>();

  private RouteSamples(RunningServer server) {
    this.server = server;
  }

  /**
   * A request.
   *
   * @param hidden code of the problem that says that the thing of its path is not there
   * @param lists whether an empty list means that nothing is told
   */
  record Sample(
      String path,
      String body,
      Map<String, String> headers,
      String hidden,
      boolean lists,
      boolean isSocket,
      boolean isStream) {}

  static RouteSamples of(RunningServer server) {
    RouteSamples samples = new RouteSamples(server);
    samples.findIds();
    return samples;
  }

  /** The members of a grant for the own community. */
  String own() {
    return "\"area\":\"" + OWN + "\"";
  }

  private void findIds() {
    for (String kind : List.of("incidents", "cameras")) {
      ownIds.put(kind, first("/api/" + kind + "?limit=1&grid=" + OWN));
      otherIds.put(kind, first("/api/" + kind + "?limit=1&grid=" + OTHER));
    }
    sendSomebodyTo(OWN);
    sendSomebodyTo(OTHER);
    ownIds.put("whistles", whistle(OWN));
    otherIds.put("whistles", whistle(OTHER));
    ownIds.put("notifications", notification(OWN));
    otherIds.put("notifications", notification(OTHER));
    ownIds.put("alarms", alarm(OWN));
    otherIds.put("alarms", alarm(OTHER));
    ownIds.put("campaigns", campaign(OWN));
    otherIds.put("campaigns", campaign(OTHER));
    ownIds.put("errands", errand(OWN));
    otherIds.put("errands", errand(OTHER));
    ownIds.put("visit-rules", visitRule(OWN));
    otherIds.put("visit-rules", visitRule(OTHER));
    ownIds.put("visits", due(OWN));
    otherIds.put("visits", due(OTHER));
    ownIds.put("people", staff(OWN));
    otherIds.put("people", staff(OTHER));
    ownIds.put("plans", plan(OWN));
    otherIds.put("plans", plan(OTHER));
    ownIds.put("size-rules", sizeRule(OWN));
    otherIds.put("size-rules", sizeRule(OTHER));
    ownIds.put("calendars", calendar(OWN));
    otherIds.put("calendars", calendar(OTHER));
    for (String area : List.of(OWN, OTHER)) {
      String account = "somebody." + area;
      server.post(
          server.asOwner("/api/accounts"),
          "{\"account\":\"%s\",\"role\":\"worker\",\"area\":\"%s\"}".formatted(account, area));
    }
    ownIds.put("accounts", "somebody." + OWN);
    otherIds.put("accounts", "somebody." + OTHER);
  }

  private String whistle(String area) {
    String incident = first("/api/incidents?limit=1&open=true&grid=" + area);
    return server
        .post(server.asOwner("/api/incidents/" + incident + "/whistles"), "{\"reason\":\"x\"}")
        .json()
        .path("id")
        .asText();
  }

  /** Of the whistle of an area, of which people are told soon after it was blown. */
  private String notification(String area) {
    return awaited("/api/notifications?limit=1&grid=" + area);
  }

  private String awaited(String path) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    String id = first(path);
    while (id.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      id = first(path);
    }
    return id;
  }

  /** Of the same whistle, for which it rings soon after. */
  private String alarm(String area) {
    return awaited("/api/alarms/log?limit=1&grid=" + area);
  }

  private String campaign(String area) {
    String campaign = SampleBodies.CAMPAIGN.formatted("sample").replace("AREA", area);
    return server.post(server.asOwner("/api/campaigns"), campaign).json().path("id").asText();
  }

  private String errand(String area) {
    Instant now = Instant.now();
    String errand =
        SampleBodies.ERRAND.formatted(now, now.plus(Duration.ofHours(1))).replace("AREA", area);
    return server
        .post(server.asOwner("/api/errands/orders"), errand)
        .json()
        .path("number")
        .asText();
  }

  private String visitRule(String area) {
    String rule = SampleBodies.VISITS.replace("AREA", area);
    return server.post(server.asOwner("/api/visits/rules"), rule).json().path("id").asText();
  }

  /** A door that is due by that rule. */
  private String due(String area) {
    return server
        .getAsOwner("/api/visits/due?limit=1&grid=" + area)
        .json()
        .at("/features/0/properties/place")
        .asText();
  }

  private String sizeRule(String area) {
    String rule = SampleBodies.SIZE_RULE.replace("AREA", area);
    return server.post(server.asOwner("/api/size-rules"), rule).json().path("id").asText();
  }

  private String calendar(String area) {
    String calendar = SampleBodies.CALENDAR.replace("AREA", area);
    return server.post(server.asOwner("/api/calendars"), calendar).json().path("code").asText();
  }

  private String first(String path) {
    return server.getAsOwner(path).json().path("features").path(0).path("id").asText();
  }

  /** Lets a worker of an area be where something happened in it. */
  private void sendSomebodyTo(String area) {
    JsonNode at =
        server
            .getAsOwner("/api/incidents?limit=1&grid=" + area)
            .json()
            .path("features")
            .path(0)
            .path("geometry")
            .path("coordinates");
    String staff = staff(area);
    server.post(
        server.asOwner("/api/positions"),
        "{\"fixes\":[{\"staffCode\":\"%s\",\"at\":\"%s\",\"lon\":%s,\"lat\":%s}]}"
            .formatted(staff, Instant.now(), at.get(0), at.get(1)));
  }

  /** Somebody in charge of the first grid of an area. */
  private String staff(String area) {
    return server
        .get("/api/grids/" + area + "001")
        .json()
        .path("properties")
        .path("inCharge")
        .path(0)
        .path("staffCode")
        .asText();
  }

  /** A point that the first camera of an area sees. */
  private String seen(boolean own) {
    String camera = "/api/cameras/" + (own ? ownIds : otherIds).get("cameras");
    Point seen = Shapes.inside(server.getAsOwner(camera + "/coverage").json());
    return "?lon=%.7f&lat=%.7f".formatted(seen.getX(), seen.getY());
  }

  private String plan(String area) {
    JsonNode plan =
        server
            .post(
                server.asOwner("/api/plans"),
                "{\"name\":\"sample\",\"area\":\"%s\"}".formatted(area))
            .json();
    return plan.path("id").asText();
  }

  /** Whether a route is about something that lies in an area. */
  boolean hasArea(RouteTable.Line line) {
    String kind = kind(line.path());
    boolean known =
        ownIds.containsKey(kind)
            && !line.path().contains("categories")
            && !line.path().contains("limits")
            && !line.path().contains("departments")
            && !line.path().equals("/api/notifications/own")
            && !isOfTheDesk(line.path())
            && !OF_NO_AREA.contains(line.path())
            && !line.path().startsWith("/api/errands/kinds")
            && !line.path().equals("/api/plans")
            && !(line.path().equals("/api/people") && line.method().equals("POST"));
    boolean listed = LISTS.contains(line.path()) && line.method().equals("GET");
    boolean area = line.path().equals("/api/grids/{code}") && line.method().equals("PATCH");
    boolean pictures = line.path().matches("/(video|api/footage)/.*");
    return known || listed || area || pictures;
  }

  /** Of alarms, what is about none in particular. */
  private static boolean isOfTheDesk(String path) {
    return path.startsWith("/api/alarms") && !path.contains("{id}") && !path.endsWith("/log");
  }

  /** What stands for the parts of paths that need not be of anything. */
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("{action}", "accept"),
          Map.entry("{grant}", "1"),
          Map.entry("{token}", "1"),
          Map.entry("{snapshot}", "1"),
          Map.entry("{comment}", "1"),
          Map.entry("{photo}", "photo-1"),
          Map.entry("{duty}", "1"),
          Map.entry("{level}", "estate"),
          Map.entry("{unit}", "1"),
          Map.entry("{hazard}", "1"),
          Map.entry("{incident}", "1"),
          Map.entry("{alarm}", "reported"),
          Map.entry("{shelf}", "1"),
          Map.entry("{key}", "group~x~reported"),
          Map.entry("{message}", "1"),
          Map.entry("{occasion}", "trial"),
          Map.entry("{medium}", "sms"),
          Map.entry("{note}", "note-1"),
          Map.entry("{format}", "json"),
          Map.entry("{number}", "20260101-0001"),
          Map.entry("{identity}", "1"),
          Map.entry("{phone}", "unknown"),
          Map.entry("{entry}", "999"),
          Map.entry("{handover}", "999"),
          Map.entry("{grid}", "1"),
          Map.entry("{staff}", "1"),
          Map.entry("{kind}", "estates"),
          Map.entry("{run}", "1"),
          Map.entry("{build}", "other"),
          Map.entry("<path>", "app/main.js"),
          Map.entry("{name}", "dark"),
          Map.entry("{layer}", "areas"),
          Map.entry("{z}", "12"),
          Map.entry("{x}", "3329"),
          Map.entry("{y}", "1705"));

  private static final Map<String, String> QUERIES =
      Map.of(
          "/video/{id}/playback", "?last=1",
          "/api/plans/{id}/proposals", "?face=AREA",
          "/api/kpi/cases", "?count=received",
          "/api/calendars/{code}/due", "?limit=1+working+day");

  private static String kind(String path) {
    String[] parts = path.split("/", -1);
    return path.startsWith("/video/") || path.startsWith("/api/footage")
        ? "cameras"
        : parts.length > 2 ? parts[2] : "";
  }

  Sample of(RouteTable.Line line, boolean own) {
    String path = line.path();
    String kind = kind(path);
    String id = (own ? ownIds : otherIds).getOrDefault(kind, "");
    String area = own ? OWN : OTHER;
    String filled =
        path.replace("{id}", id.isEmpty() ? "unknown" : id)
            .replace("{a}", id)
            .replace("{b}", "at:2026-01-01")
            .replace("{code}", code(path, id, area))
            .replace("{face}", area + "001")
            .replace("/cover/{grid}", "/cover/" + area + "001")
            .replace("{rule}", (own ? ownIds : otherIds).getOrDefault("visit-rules", "1"));
    for (Map.Entry<String, String> part : PARTS.entrySet()) {
      filled = filled.replace(part.getKey(), part.getValue());
    }
    boolean lists = LISTS.contains(path) && line.method().equals("GET");
    if (lists) {
      boolean byArea = path.matches("/api/(accounts|people|cameras/(cover|unseen|proposals))");
      filled +=
          path.equals("/api/cameras/covering") ? seen(own) : (byArea ? "?area=" : "?grid=") + area;
      filled += path.equals("/api/cameras/unseen") ? SampleBodies.ONE_DAY : "";
    }
    filled += QUERIES.getOrDefault(path, "").replace("AREA", area);
    if (line.method().equals("DELETE") && path.contains("limits")) {
      filled += "?reason=corrected";
    }
    boolean changes = !line.method().equals("GET");
    Map<String, String> headers =
        path.equals("/api/live")
            ? Map.of("Accept", "text/event-stream")
            : changes ? Map.of("If-Match", "\"999\"") : Map.of();
    return new Sample(
        filled,
        changes && !line.method().equals("DELETE")
            ? body(line)
                .replace("AREA", area)
                .replace("CAMERA", id)
                .replace("RULE", ownIds.getOrDefault("visit-rules", "1"))
                .replace("INCIDENT", ownIds.getOrDefault("incidents", ""))
            : "",
        headers,
        ownIds.containsKey(kind)
            ? HIDDEN.getOrDefault(path, HIDDEN.getOrDefault(kind, kind.replaceAll("s$", "")))
                + "-unknown"
            : "",
        lists,
        (path.startsWith("/video/") && !path.endsWith("/still"))
            || path.equals("/api/live/positions"),
        path.equals("/api/live"));
  }

  private static String code(String path, String id, String area) {
    if (path.contains("categories")) {
      return "noise";
    }
    if (path.startsWith("/api/errands/kinds")) {
      return "medicine";
    }
    return Set.of("people", "calendars").contains(kind(path)) ? id : area + "001";
  }

  private static String body(RouteTable.Line line) {
    return switch (line.method() + " " + line.path()) {
      case "PATCH /api/grids/{code}" -> "{\"type\":\"Feature\",\"properties\":{\"name\":\"x\"}}";
      case "PATCH /api/accounts/{id}" -> "{\"state\":\"active\"}";
      case "POST /api/accounts/{id}/grants" -> "{\"role\":\"wall\",\"area\":\"AREA\"}";
      case "POST /api/plans/{id}/edits" ->
          "{\"kind\":\"split\",\"face\":\"x\",\"line\":[[112.6,28.9],[112.7,28.9]]}";
      case "POST /api/plans/{id}/copy", "POST /api/plans/{id}/snapshots" -> "{\"name\":\"x\"}";
      case "POST /api/plans/{id}/comments" -> "{\"text\":\"x\"}";
      case "POST /api/plans/{id}/locks" -> "{\"face\":\"AREA001\"}";
      case "POST /api/people/{code}/reveals" -> "{\"field\":\"name\",\"why\":\"check\"}";
      case "POST /api/incidents/{id}/reveals" -> "{\"field\":\"reporterName\",\"why\":\"check\"}";
      case "POST /api/accounts" -> "{\"account\":\"x y\",\"role\":\"worker\",\"area\":\"AREA\"}";
      case "POST /api/size-rules" -> SampleBodies.SIZE_RULE;
      case "POST /api/calendars" -> SampleBodies.CALENDAR;
      case "PUT /api/calendars/{code}" ->
          SampleBodies.CALENDAR.replace("\"code\":\"of-AREA\",\"area\":\"AREA\",", "");
      case "PUT /api/incidents/limits/{id}" -> SampleBodies.LIMIT;
      case "PUT /api/incidents/categories/{code}" -> SampleBodies.CATEGORY;
      case "POST /api/incidents/categories/{code}/retire",
          "POST /api/incidents/categories/{code}/revive" ->
          "{\"reason\":\"corrected\"}";
      case "PUT /api/kpi/grades" ->
          "{\"thresholds\":[{\"figure\":\"closing-rate\",\"excellent\":95,\"competent\":85}]}";
      case "POST /api/incidents/{id}/merge" -> "{\"into\":\"INCIDENT\"}";
      case "POST /api/incidents/{id}/place" -> "{\"lon\":112.6137,\"lat\":28.9182}";
      case "POST /api/incidents/{id}/whistles" -> "{\"reason\":\"x\"}";
      case "POST /api/whistles/{id}/answer" -> "{\"reply\":\"coming\"}";
      case "POST /api/whistles/{id}/end" -> "{\"outcome\":\"helped\"}";
      case "PUT /api/whistles/levels/{level}" -> SampleBodies.WHISTLE_RULE;
      case "POST /api/campaigns/{id}/hazards/{hazard}/notified" -> "{\"version\":999}";
      case "POST /api/campaigns/{id}/hazards/{hazard}/recheck" ->
          "{\"key\":\"x\",\"version\":999,\"rectified\":true,\"photo\":\"photo-1\"}";
      case "POST /api/campaigns" -> SampleBodies.CAMPAIGN.formatted("x");
      case "POST /api/campaigns/{id}/units/{unit}/answer" ->
          "{\"key\":\"x\",\"version\":999,\"answers\":{}}";
      case "PUT /api/errands/kinds/{code}" ->
          "{\"nameZh\":\"x\",\"nameEn\":\"x\",\"reason\":\"corrected\"}";
      case "POST /api/errands/{id}/dispatch" -> "{\"to\":[\"x\"]}";
      case "POST /api/errands/{id}/return" -> "{\"reason\":\"x\"}";
      case "POST /api/errands/{id}/incident" -> "{\"category\":\"noise\"}";
      case "PUT /api/messages/rules/{occasion}" -> SampleBodies.MESSAGE_RULE;
      case "PUT /api/alarms/rules/{alarm}" ->
          "{\"priority\":\"low\",\"longestShelfMinutes\":480,\"reason\":\"corrected\"}";
      case "POST /api/alarms/groups/{key}/acknowledgement" -> "{\"upTo\":\"1\"}";
      case "POST /api/alarms/shelves" ->
          "{\"area\":\"AREA\",\"minutes\":99999,\"reason\":\"drill\"}";
      case "PUT /api/reports/own/evaluation" -> "{\"score\":\"satisfied\"}";
      case "PUT /api/incidents/{id}/publication" -> "{\"promise\":\"x\"}";
      case "PUT /api/evaluations/terms" -> "{\"days\":15}";
      case "POST /api/evaluations/samples" ->
          "{\"from\":\"2020-01-01\",\"to\":\"2020-01-01\",\"size\":1,\"area\":\"AREA\"}";
      case "PUT /api/evaluations/samples/{id}/members/{incident}/assessment" ->
          "{\"real\":true,\"solved\":true,\"inTime\":true,\"callback\":\"satisfied\"}";
      case "POST /api/incidents/{id}/joint/decision" -> "{\"text\":\"x\",\"duties\":[]}";
      case "PUT /api/tokens/{id}/channel" -> "{\"channel\":\"sensor\"}";
      default -> SampleBodies.SHORT.getOrDefault(line.method() + " " + line.path(), "{}");
    };
  }

  static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }
}
