package org.wangge.server.people;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wangge.people.PersonalField;
import org.wangge.people.RevealReason;
import org.wangge.people.Why;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;

/** Reads what somebody wants to see whole, and why. */
public final class RevealRequests {
  private static final int LONGEST_BYTES = 1_000;
  private static final List<String> REASONS =
      Arrays.stream(RevealReason.values()).map(RevealReason::word).toList();

  private RevealRequests() {}

  /**
   * What somebody wants to see of a person.
   *
   * @param field what
   * @param why one of the reasons, with the number of a case where there is one
   */
  record OfPerson(PersonalField field, Why why) {}

  /**
   * What somebody wants to see of a reporter.
   *
   * @param report which of the incident's reports, from 1
   * @param field what
   * @param why one of the reasons, with the number of a case where there is one
   */
  public record OfReporter(int report, PersonalField field, Why why) {}

  static OfPerson ofPerson(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), "field", "why", "case");
    return new OfPerson(field(body, PersonalField.ofPersons()), why(body));
  }

  /** Reads the request for a field of a reporter. */
  public static OfReporter ofReporter(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), "report", "field", "why", "case");
    PersonalField field =
        field(body, Set.of(PersonalField.REPORTER_NAME, PersonalField.REPORTER_PHONE));
    return new OfReporter(body.integer("report").orElse(1), field, why(body));
  }

  private static PersonalField field(JsonBody body, Set<PersonalField> fields) {
    return word(
        body,
        "field",
        member -> PersonalField.findMember(member).filter(fields::contains),
        fields.stream().map(PersonalField::member).sorted().collect(Collectors.joining(", ")));
  }

  private static Why why(JsonBody body) {
    RevealReason reason = word(body, "why", RevealReason::find, String.join(", ", REASONS));
    return new Why(reason, body.text("case").orElse(""));
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
