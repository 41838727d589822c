package org.wangge.server.incident;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wangge.access.Caller;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Action;
import org.wangge.incident.Deed;
import org.wangge.incident.Enclosures;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentPlacing;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.StageReason;
import org.wangge.incident.joint.JointRegister;
import org.wangge.people.Shown;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;
import org.wangge.server.people.AccountNames;

/** Incidents over HTTP. */
public final class IncidentHttp {
  private final IncidentRegister register;
  private final IncidentPlacing placing;
  private final Enclosures enclosures;
  private final JointRegister joint;
  private final AccountNames names;
  private final Clock clock;

  IncidentHttp(
      IncidentRegister register,
      IncidentPlacing placing,
      Enclosures enclosures,
      JointRegister joint,
      AccountNames names,
      Clock clock) {
    this.register = register;
    this.placing = placing;
    this.enclosures = enclosures;
    this.joint = joint;
    this.names = names;
    this.clock = clock;
  }

  /** {@code GET /api/incidents}. */
  public void list(Context ctx) {
    Optional<IncidentRequests.Queue> queue = IncidentRequests.placeless(ctx);
    if (queue.isPresent()) {
      placeless(ctx, queue.get());
      return;
    }
    IncidentRequests.ListRequest request = IncidentRequests.list(ctx);
    Caller caller = Callers.of(ctx);
    if (request.near() != null) {
      near(ctx, request, request.near());
      return;
    }
    List<Incident> found = register.list(caller, request.query());
    Function<Incident, Map<String, Object>> features = features(caller);
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(found, request.pageSize(), features, Incident::id, clock.instant()));
  }

  private void placeless(Context ctx, IncidentRequests.Queue queue) {
    Caller caller = Callers.of(ctx);
    List<Incident> found = placing.placeless(caller, queue.cursor(), queue.pageSize() + 1);
    Function<Incident, Map<String, Object>> features = features(caller);
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(found, queue.pageSize(), features, Incident::id, clock.instant()));
  }

  /** {@code POST /api/incidents/{id}/place} with {@code {lon, lat}} and {@code If-Match}. */
  public void place(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    int version = ETags.getIfMatch(ctx);
    write(ctx, placing.place(Callers.of(ctx), id, version, DuplicateRequests.place(ctx)));
  }

  private void near(Context ctx, IncidentRequests.ListRequest request, LatticePoint place) {
    Caller caller = Callers.of(ctx);
    List<IncidentRegister.Nearby> found =
        register.near(caller, request.query(), place, request.withinMeters(), request.pageSize());
    Instant now = clock.instant();
    Function<Incident, List<Action>> actions = register.actionsFor(caller, now);
    List<Map<String, Object>> features =
        found.stream()
            .map(one -> IncidentJson.near(one, actions.apply(one.incident()), now))
            .toList();
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(features, features.size(), Function.identity(), any -> "", clock.instant()));
  }

  /** {@code GET /api/incidents/{id}}. */
  public void get(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    write(ctx, register.get(Callers.of(ctx), id));
  }

  private void write(Context ctx, Incident incident) {
    ETags.set(ctx, incident.version());
    Json.write(ctx, FeaturePage.TYPE, features(Callers.of(ctx)).apply(incident));
  }

  private Function<Incident, Map<String, Object>> features(Caller caller) {
    Instant now = clock.instant();
    Function<Incident, List<Action>> actions = register.actionsFor(caller, now);
    Set<String> going = joint.going(caller);
    return incident ->
        IncidentJson.feature(incident, actions.apply(incident), now, going.contains(incident.id()));
  }

  /** {@code POST /api/incidents/{id}/{action}}, with {@code If-Match}. */
  public void act(Context ctx) {
    IncidentRequests.Act given = IncidentRequests.act(ctx);
    write(
        ctx,
        register.act(
            Callers.of(ctx),
            ctx.pathParam("id"),
            ETags.getIfMatch(ctx),
            given.order(),
            (tx, actor, changed) -> enclosures.attachToDeed(tx, actor, changed, given.enclosed())));
  }

  /** {@code GET /api/incidents/{id}/history}. */
  public void history(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    Caller caller = Callers.of(ctx);
    List<Deed> deeds = register.deeds(caller, id);
    Map<String, Shown> known = names.namesOf(caller, deeds.stream().map(Deed::account).toList());
    Json.write(
        ctx,
        "application/json",
        Map.of("deeds", deeds.stream().map(deed -> IncidentJson.deed(deed, known)).toList()));
  }

  /** {@code GET /api/incidents/{id}/clock}. */
  public void clock(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    List<StageReason> reasons = register.reasons(Callers.of(ctx), id);
    Json.write(
        ctx,
        "application/json",
        Map.of(
            "asOf",
            clock.instant().toString(),
            "clocks",
            reasons.stream().map(IncidentJson::reason).toList()));
  }
}
