package org.wangge.server.people;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;
import org.wangge.fault.Invalid;
import org.wangge.geo.Validity;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Partition;
import org.wangge.people.AccountQuery;
import org.wangge.people.AccountRegister.NewGrant;
import org.wangge.people.AccountState;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads what is asked of accounts. */
final class AccountRequests {
  private static final int LONGEST_BYTES = 8_000;
  private static final int LONGEST_STAFF_CODE = 40;
  private static final int MOST = 200;
  private static final int USUAL = 50;
  private static final List<String> STATES =
      Arrays.stream(AccountState.values()).map(AccountState::word).toList();
  private static final List<String> ROLES =
      Arrays.stream(Role.values()).filter(Role::isGranted).map(Role::word).toList();

  private AccountRequests() {}

  static AccountQuery list(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "q", "state", "role", "area", "limit", "cursor");
    return new AccountQuery(
        parameters.text("q").orElse(null),
        parameters.word("state", AccountState::find, STATES).orElse(null),
        parameters.word("role", Role::find, ROLES).orElse(null),
        parameters.text("area").orElse(null),
        parameters.text("cursor").orElse(""),
        parameters.integer("limit", USUAL, 1, MOST));
  }

  /** An account that is to be. */
  record NewAccount(String id, @Nullable String staffCodeOrNull, NewGrant first) {}

  static NewAccount add(Context ctx) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BYTES),
            "account",
            "staffCode",
            "role",
            "partition",
            "area",
            "from",
            "to");
    String staffCode = body.text("staffCode").filter(code -> !code.isBlank()).orElse(null);
    if (staffCode != null && staffCode.length() > LONGEST_STAFF_CODE) {
      throw new Invalid(
          "staffCode", "text-too-long", Map.of("name", "staffCode", "longest", LONGEST_STAFF_CODE));
    }
    return new NewAccount(body.getText("account"), staffCode, grant(body));
  }

  static NewGrant grant(Context ctx) {
    return grant(
        JsonBody.of(Json.read(ctx, LONGEST_BYTES), "role", "partition", "area", "from", "to"));
  }

  private static NewGrant grant(JsonBody body) {
    AreaKey area =
        body.text("area")
            .map(code -> new AreaKey(body.text("partition").orElse(Partition.TREE), code))
            .orElse(null);
    Optional<Instant> to = body.text("to").map(text -> Parameters.instant("to", text));
    Optional<Instant> from = body.text("from").map(text -> Parameters.instant("from", text));
    if (from.isEmpty() && to.isPresent()) {
      throw new Malformed("from", "member-missing", Map.of("name", "from"));
    }
    if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
      throw new Invalid(
          "to",
          "period-reversed",
          Map.of("from", from.get().toString(), "to", to.get().toString()));
    }
    return new NewGrant(
        role(body.getText("role")),
        area,
        from.map(begin -> new Validity(begin, to.orElse(null))).orElse(null));
  }

  static AccountState change(Context ctx) {
    return state(JsonBody.of(Json.read(ctx, LONGEST_BYTES), "state").getText("state"));
  }

  static long grantId(Context ctx) {
    try {
      return Long.parseLong(ctx.pathParam("grant"));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static AccountState state(String word) {
    return AccountState.find(word).orElseThrow(() -> unknown("state", word, STATES));
  }

  private static Role role(String word) {
    return Role.find(word).orElseThrow(() -> unknown("role", word, ROLES));
  }

  private static Invalid unknown(String field, String word, List<String> known) {
    return new Invalid(
        field,
        "word-unknown",
        Map.of("name", field, "given", word, "known", String.join(", ", known)));
  }
}
