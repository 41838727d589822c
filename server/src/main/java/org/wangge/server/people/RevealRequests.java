package org.wangge.server.people;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wangge.people.PersonalField;
import org.wangge.people.RevealReason;
import org.wangge.people.Why;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;

/**
 * What somebody wants to see whole, and why.
 *
 * @param field what
 * @param why one of the reasons, with the number of a case where there is one
 */
public record RevealRequests(PersonalField field, Why why) {
  private static final int LONGEST_BYTES = 1_000;
  private static final List<String> REASONS =
      Arrays.stream(RevealReason.values()).map(RevealReason::word).toList();

  /** Reads the request for a field of a person. */
  static RevealRequests of(Context ctx) {
    return of(
        ctx,
        member -> PersonalField.findMember(member).filter(PersonalField.ofPersons()::contains),
        PersonalField.ofPersons().stream()
            .map(PersonalField::member)
            .sorted()
            .collect(Collectors.joining(", ")));
  }

  private static RevealRequests of(
      Context ctx, Function<String, Optional<PersonalField>> find, String known) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), "field", "why", "case");
    PersonalField field = word(body, "field", find, known);
    RevealReason reason = word(body, "why", RevealReason::find, String.join(", ", REASONS));
    return new RevealRequests(field, new Why(reason, body.text("case").orElse("")));
  }

  private static <T> T word(
      JsonBody body, String name, Function<String, Optional<T>> find, String known) {
    String given =
        body.text(name)
            .orElseThrow(() -> new Malformed(name, "member-missing", Map.of("name", name)));
    return find.apply(given)
        .orElseThrow(
            () ->
                new Malformed(
                    name, "word-unknown", Map.of("name", name, "given", given, "known", known)));
  }
}
