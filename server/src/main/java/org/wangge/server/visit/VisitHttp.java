package org.wangge.server.visit;

import io.javalin.http.Context;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.people.AccountNames;
import org.wangge.visit.Visit;
import org.wangge.visit.VisitRegister;
import org.wangge.visit.VisitStore;

/** Visits over HTTP. A visit needs no header: its sender's key and version stand in it. */
public final class VisitHttp {
  private final VisitRegister register;
  private final VisitRuleHttp rules;
  private final CoverageHttp counts;
  private final AccountNames names;

  VisitHttp(VisitRegister register, VisitRuleHttp rules, CoverageHttp counts, AccountNames names) {
    this.register = register;
    this.rules = rules;
    this.counts = counts;
    this.names = names;
  }

  /** Which doors are gone to how often. */
  public VisitRuleHttp rules() {
    return rules;
  }

  /** What is due, and how many were seen. */
  public CoverageHttp counts() {
    return counts;
  }

  /** {@code GET /api/visits/doors/{id}}: what was ever done there. */
  public void history(Context ctx) {
    write(ctx, Callers.of(ctx), VisitRequests.door(ctx));
  }

  private void write(Context ctx, Caller caller, String door) {
    VisitRegister.Known known = register.history(caller, door);
    VisitStore.Marks marks = known.marksOrNull();
    ETags.set(ctx, marks == null ? 0 : marks.version());
    List<String> accounts = known.visits().stream().map(Visit::account).distinct().toList();
    Json.write(ctx, FeaturePage.TYPE, VisitJson.known(known, names.namesOf(caller, accounts)));
  }

  /**
   * {@code POST /api/visits/doors/{id}/visits} with {@code {rule, key, version, madeAt, outcome,
   * nextTry, answers, note, hazard, corrects}}.
   */
  public void visit(Context ctx) {
    String door = VisitRequests.door(ctx);
    Caller caller = Callers.of(ctx);
    VisitRegister.Kept kept = register.visit(caller, door, VisitRequests.visit(ctx));
    ETags.set(ctx, kept.visit().version());
    Json.write(
        ctx,
        FeaturePage.TYPE,
        VisitJson.kept(kept, names.namesOf(caller, List.of(kept.visit().account()))));
  }

  /** {@code PUT /api/visits/doors/{id}/marks} with {@code {kinds}} and {@code If-Match}. */
  public void mark(Context ctx) {
    String door = VisitRequests.door(ctx);
    int version = ETags.getIfMatch(ctx);
    Caller caller = Callers.of(ctx);
    var unused = register.mark(caller, door, version, VisitRequests.marks(ctx));
    write(ctx, caller, door);
  }

  /** {@code POST /api/visits/doors/{id}/erasure}. */
  public void erase(Context ctx) {
    String door = VisitRequests.door(ctx);
    Caller caller = Callers.of(ctx);
    register.erase(caller, door);
    write(ctx, caller, door);
  }
}
