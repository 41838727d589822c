package org.wangge.server.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.CoordinateSystems;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Position;
import org.wangge.incident.Action;
import org.wangge.incident.Channel;
import org.wangge.incident.Enclosures.Enclosed;
import org.wangge.incident.Handler;
import org.wangge.incident.Hands;
import org.wangge.incident.IncidentQuery;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.Report;
import org.wangge.incident.Reporter;
import org.wangge.incident.Step;
import org.wangge.place.AddressQuery;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about incidents, strictly. */
final class IncidentRequests {
  private static final int MOST = 5_000;
  private static final int FARTHEST_METERS = 3_000;
  private static final int LONGEST_REPORT = 20_000;
  private static final int LONGEST_KEY = 80;
  private static final int LONGEST_DESCRIPTION = 1_000;
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_PHONE = 30;
  private static final List<String> CHANNELS =
      Arrays.stream(Channel.values()).map(Channel::word).toList();
  private static final List<String> ACTIONS =
      Arrays.stream(Action.values()).map(Action::word).toList();
  private static final List<String> STATES = Arrays.stream(Step.values()).map(Step::word).toList();

  private IncidentRequests() {}

  /**
   * A list of incidents.
   *
   * @param query which; asks for one more than the page holds
   * @param pageSize how many the page holds
   * @param near only what is near this point, the nearest first; null for all, by their ids
   * @param withinMeters of that point
   */
  record ListRequest(
      IncidentQuery query, int pageSize, @Nullable LatticePoint near, int withinMeters) {}

  static ListRequest list(Context ctx) {
    Parameters parameters =
        Parameters.of(
            ctx, "grid", "state", "open", "key", "bbox", "near", "within", "from", "to", "limit",
            "cursor");
    int pageSize = parameters.integer("limit", 1_000, 1, MOST);
    return new ListRequest(
        new IncidentQuery(
            parameters.text("grid").orElse(null),
            parameters.word("state", Step::find, STATES).orElse(null),
            parameters.flag("open"),
            parameters.text("key").orElse(null),
            parameters.box("bbox").orElse(null),
            parameters.instant("from").orElse(null),
            parameters.instant("to").orElse(null),
            parameters.text("cursor").orElse(""),
            pageSize + 1),
        pageSize,
        parameters.point("near").orElse(null),
        parameters.integer("within", 500, 1, FARTHEST_METERS));
  }

  /** A page of the queue of those without a grid. */
  record Queue(String cursor, int pageSize) {}

  static Optional<Queue> placeless(Context ctx) {
    if (ctx.queryParam("placed") == null) {
      return Optional.empty();
    }
    Parameters parameters = Parameters.of(ctx, "placed", "limit", "cursor");
    var unused =
        parameters.word(
            "placed", word -> Optional.of(word).filter("false"::equals), List.of("false"));
    return Optional.of(
        new Queue(
            parameters.text("cursor").orElse(""), parameters.integer("limit", 1_000, 1, MOST)));
  }

  /**
   * What somebody reports.
   *
   * @param report what, as if a resident had sent it
   * @param channel how it came in, as whoever works here says; empty of others
   * @param reporter who, as far as they say
   * @param enclosed what goes with it
   */
  record Told(Report report, Optional<Channel> channel, Reporter reporter, Enclosed enclosed) {
    /** The report over a channel. */
    Report over(Channel other) {
      return new Report(
          report.key(),
          report.category(),
          report.condition(),
          other,
          report.location(),
          report.description(),
          report.generated());
    }
  }

  /** A report; what a resident may not claim is not taken from them. */
  static Told report(
      Context ctx,
      Caller caller,
      Supplier<String> keys,
      BiFunction<Caller, String, Optional<LatticePoint>> addresses) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_REPORT),
            "key",
            "category",
            "condition",
            "lon",
            "lat",
            "crs",
            "address",
            "channel",
            "description",
            "reporter",
            "photos",
            "notes",
            "generated");
    Report report =
        new Report(
            limited(body, "key", LONGEST_KEY).orElseGet(keys),
            body.getText("category"),
            body.text("condition").orElse(""),
            Channel.RESIDENT_PAGE,
            place(body, caller, addresses),
            limited(body, "description", LONGEST_DESCRIPTION).orElse(""),
            caller.isAny(Role.ADMINISTRATOR) && body.node("generated").asBoolean(false));
    return new Told(report, channel(body, caller), reporter(body), EnclosedRequests.of(body));
  }

  private static Reporter reporter(JsonBody body) {
    if (body.node("reporter").isMissingNode() || body.node("reporter").isNull()) {
      return Reporter.ANONYMOUS;
    }
    JsonBody given = body.getObject("reporter", "name", "phone");
    return new Reporter(
        limited(given, "name", LONGEST_NAME).orElse(""),
        limited(given, "phone", LONGEST_PHONE).orElse(""));
  }

  /** Residents report over their page; whoever works here says how the report came in. */
  private static Optional<Channel> channel(JsonBody body, Caller caller) {
    boolean staff = caller.has(Right.TAKE_REPORTS);
    return body.text("channel")
        .filter(word -> staff)
        .map(
            word ->
                Channel.find(word)
                    .orElseThrow(
                        () ->
                            new Malformed(
                                "channel",
                                "word-unknown",
                                Map.of(
                                    "name", "channel", "given", word, "known", channelWords()))));
  }

  /** The channels there are, between commas. */
  static String channelWords() {
    return String.join(", ", CHANNELS);
  }

  /** Where a body says that it is; whoever takes a call may give the address instead. */
  private static LatticePoint place(
      JsonBody body, Caller caller, BiFunction<Caller, String, Optional<LatticePoint>> addresses) {
    Optional<String> address = limited(body, "address", AddressQuery.LONGEST_TEXT);
    if (address.isEmpty() || body.has("lon") || !caller.has(Right.TAKE_REPORTS)) {
      return place(body);
    }
    return addresses
        .apply(caller, address.get())
        .orElseThrow(() -> new Invalid("address", "address-unknown"));
  }

  /** Where a body says that it is. */
  static LatticePoint place(JsonBody body) {
    CoordinateSystem system = CoordinateSystems.parse(body.text("crs").orElse("EPSG:4326"));
    Position position = system.toWgs84(number(body, "lon"), number(body, "lat"));
    return LatticePoint.ofDegrees(position.lonDegrees(), position.latDegrees());
  }

  private static double number(JsonBody body, String name) {
    JsonNode node = body.node(name);
    if (!node.isNumber()) {
      throw new Malformed(name, "number-malformed", Map.of("name", name, "given", node.asText()));
    }
    return node.doubleValue();
  }

  static Optional<String> limited(JsonBody body, String name, int longest) {
    Optional<String> text = body.text(name).filter(given -> !given.isBlank());
    if (text.isPresent() && text.get().length() > longest) {
      throw new Malformed(name, "text-too-long", Map.of("name", name, "longest", longest));
    }
    return text;
  }

  /**
   * What is to be done with an incident.
   *
   * @param order what
   * @param enclosed what goes with it
   */
  record Act(IncidentRegister.Order order, Enclosed enclosed) {}

  static Act act(Context ctx) {
    String word = Parameters.of(ctx).part("action");
    Action action =
        Action.find(word)
            .orElseThrow(
                () ->
                    new NotFound(
                        "action-unknown",
                        Map.of("given", word, "known", String.join(", ", ACTIONS))));
    if (ctx.req().getContentLengthLong() <= 0 && ctx.header("Transfer-Encoding") == null) {
      return new Act(IncidentRegister.Order.of(action, ""), Enclosed.NOTHING);
    }
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_REPORT),
            "reason",
            "until",
            "condition",
            "to",
            "leader",
            "photos",
            "notes");
    IncidentRegister.Order order =
        new IncidentRegister.Order(
            action,
            limited(body, "reason", LONGEST_REASON).orElse(""),
            body.text("until").map(text -> Parameters.instant("until", text)).orElse(null),
            body.text("condition").orElse(null),
            named(body));
    return new Act(order, EnclosedRequests.of(body));
  }

  private static Hands.Named named(JsonBody body) {
    if (!body.has("to")) {
      return Hands.Named.NOBODY;
    }
    List<Handler> to = new ArrayList<>();
    for (JsonNode one : body.getArray("to")) {
      to.add(HandlerJson.read("to", one));
    }
    return new Hands.Named(
        to, body.has("leader") ? HandlerJson.read("leader", body.node("leader")) : null);
  }
}
