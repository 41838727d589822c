package org.wangge.server.people;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
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
    String given = body.getText("field");
    return PersonalField.findMember(given)
        .filter(fields::contains)
        .orElseThrow(
            () ->
                new Malformed(
                    "field",
                    "word-unknown",
                    Map.of("name", "field", "given", given, "known", members(fields))));
  }

  private static Why why(JsonBody body) {
    return new Why(body.getWord("why", RevealReason.class), body.text("case").orElse(""));
  }

  private static String members(Set<PersonalField> fields) {
    return fields.stream().map(PersonalField::member).sorted().collect(Collectors.joining(", "));
  }
}
