package org.wangge.server.patrol;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wangge.access.Caller;
import org.wangge.fault.Invalid;
import org.wangge.patrol.LookBook;
import org.wangge.patrol.LookKind;
import org.wangge.patrol.PastPosition;
import org.wangge.patrol.Track;
import org.wangge.patrol.TrackRegister;
import org.wangge.people.PersonNames;
import org.wangge.people.Shown;
import org.wangge.server.http.Callers;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.patrol.street.StreetWays;

/** Tracks over HTTP. */
public final class TrackHttp {
  /** Fixes whose streets are worked out within some seconds. */
  private static final int MOST_TO_MATCH = 20_000;

  private final TrackRegister register;
  private final PersonNames names;
  private final LookBook looks;
  private final StreetWays streets;
  private final Clock clock;

  TrackHttp(
      TrackRegister register, PersonNames names, LookBook looks, StreetWays streets, Clock clock) {
    this.looks = looks;
    this.streets = streets;
    this.register = register;
    this.names = names;
    this.clock = clock;
  }

  /** {@code GET /api/tracks/people}: who walked in a time, not where. */
  public void people(Context ctx) {
    Caller caller = Callers.of(ctx);
    List<Track> found = whole(register.list(caller, TrackRequests.span(ctx)));
    Json.write(
        ctx,
        "application/json",
        Map.of("people", TrackJson.people(found, names.namesOf(caller, codesOf(found)))));
  }

  /** {@code GET /api/tracks/tracks.gpx}. */
  public void gpx(Context ctx) {
    Caller caller = Callers.of(ctx);
    List<Track> found = whole(register.list(caller, TrackRequests.span(ctx)));
    looks.note(caller, LookKind.TRACK, codesOf(found), clock.instant());
    Map<String, Shown> known = names.namesOf(caller, codesOf(found));
    ctx.contentType(GpxFile.TYPE)
        .header("Content-Disposition", "attachment; filename=\"wangge-tracks.gpx\"")
        .result(
            GpxFile.write(
                found,
                code -> Objects.requireNonNullElse(PositionJson.name(known, code), code),
                clock.instant()));
  }

  /** {@code GET /api/tracks/streets}: the streets that they probably went along. */
  public void streets(Context ctx) {
    Caller caller = Callers.of(ctx);
    List<Track> found = register.list(caller, TrackRequests.span(ctx));
    int fixes = found.stream().mapToInt(track -> track.fixes().size()).sum();
    if (found.size() > TrackRequests.MOST_OF_A_FILE || fixes > MOST_TO_MATCH) {
      throw new Invalid("to", "tracks-streets-many", Map.of("most", MOST_TO_MATCH));
    }
    looks.note(caller, LookKind.TRACK, codesOf(found), clock.instant());
    Json.write(ctx, FeaturePage.TYPE, StreetJson.collection(streets.of(found), clock.instant()));
  }

  /** A part that looks like all would be a lie. */
  private static List<Track> whole(List<Track> found) {
    if (found.size() > TrackRequests.MOST_OF_A_FILE) {
      throw new Invalid("to", "tracks-many", Map.of("most", TrackRequests.MOST_OF_A_FILE));
    }
    return found;
  }

  private static List<String> codesOf(List<Track> tracks) {
    return tracks.stream().map(Track::staffCode).toList();
  }

  /** {@code GET /api/tracks/at?at=}: who was on duty at an instant that is over, and where. */
  public void at(Context ctx) {
    Instant at = TrackRequests.at(ctx);
    Caller caller = Callers.of(ctx);
    List<PastPosition> found =
        PastPosition.at(whole(register.list(caller, TrackRequests.about(at))), at);
    List<String> codes = found.stream().map(PastPosition::staffCode).toList();
    looks.note(caller, LookKind.TRACK, codes, clock.instant());
    Map<String, Shown> known = names.namesOf(caller, codes);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "FeatureCollection");
    json.put("at", at.toString());
    json.put("features", found.stream().map(one -> TrackJson.past(one, known)).toList());
    Json.write(ctx, FeaturePage.TYPE, json);
  }

  /** {@code GET /api/tracks}. */
  public void list(Context ctx) {
    TrackRequests.ListRequest request = TrackRequests.list(ctx);
    Caller caller = Callers.of(ctx);
    List<Track> found = register.list(caller, request.query());
    looks.note(
        caller,
        LookKind.TRACK,
        found.stream().limit(request.pageSize()).map(Track::staffCode).toList(),
        clock.instant());
    Map<String, Shown> known = names.namesOf(caller, found.stream().map(Track::staffCode).toList());
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(
            found,
            request.pageSize(),
            track -> TrackJson.feature(track, known),
            Track::id,
            clock.instant()));
  }
}
