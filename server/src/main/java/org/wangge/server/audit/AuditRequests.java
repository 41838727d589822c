package org.wangge.server.audit;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wangge.audit.Outcome;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about the record, strictly. */
final class AuditRequests {
  private static final int MOST = 500;
  private static final List<String> EXPORTS = List.of("csv", "jsonl");
  private static final List<String> ANCHORS = List.of("json", "text");

  private AuditRequests() {}

  /**
   * A page of records.
   *
   * @param filter which
   * @param pageSize how many the page holds
   */
  record ListRequest(AuditFilter filter, int pageSize) {}

  static ListRequest list(Context ctx) {
    Parameters parameters =
        Parameters.of(
            ctx, "account", "action", "subject", "outcome", "from", "to", "limit", "cursor");
    return new ListRequest(
        filter(parameters, parameters.text("cursor")), parameters.integer("limit", 100, 1, MOST));
  }

  /**
   * An export.
   *
   * @param filter which records
   * @param format {@code csv} or {@code jsonl}
   */
  record ExportRequest(AuditFilter filter, String format) {}

  static ExportRequest export(Context ctx) {
    Parameters parameters =
        Parameters.of(ctx, "account", "action", "subject", "outcome", "from", "to", "format");
    return new ExportRequest(
        filter(parameters, Optional.empty()), oneOf(parameters, "format", EXPORTS));
  }

  private static AuditFilter filter(Parameters parameters, Optional<String> cursor) {
    return new AuditFilter(
        parameters.text("account").orElse(null),
        parameters.text("action").orElse(null),
        parameters.text("subject").orElse(null),
        parameters
            .word("outcome", Outcome::find, List.of("done", "refused"))
            .map(Outcome::word)
            .orElse(null),
        parameters.instant("from").orElse(null),
        parameters.instant("to").orElse(null),
        cursor.map(AuditRequests::id).orElse(null));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw malformed("cursor", text, "an id");
    }
  }

  /**
   * Which anchor, and how it is written.
   *
   * @param day whose; the newest where absent
   * @param format {@code json} or {@code text}
   */
  record AnchorRequest(Optional<LocalDate> day, String format) {}

  static AnchorRequest anchor(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "day", "format");
    return new AnchorRequest(
        parameters.text("day").map(AuditRequests::day), oneOf(parameters, "format", ANCHORS));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw malformed("day", text, "2026-11-20");
    }
  }

  /** What somebody has on paper, to hold the record against. */
  static Optional<AuditEvidence.Anchor> verification(Context ctx) {
    return Parameters.of(ctx, "anchor").text("anchor").map(AuditRequests::onPaper);
  }

  private static AuditEvidence.Anchor onPaper(String text) {
    try {
      return AuditEvidence.Anchor.parse(text);
    } catch (IllegalArgumentException e) {
      throw malformed("anchor", text, "NUMBER:HASH");
    }
  }

  private static String oneOf(Parameters parameters, String name, List<String> words) {
    return parameters
        .word(name, word -> words.contains(word) ? Optional.of(word) : Optional.empty(), words)
        .orElse(words.get(0));
  }

  private static Malformed malformed(String name, String given, String known) {
    return new Malformed(
        name, "word-unknown", Map.of("name", name, "given", given, "known", known));
  }
}
