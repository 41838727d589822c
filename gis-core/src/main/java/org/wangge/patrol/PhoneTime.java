package org.wangge.patrol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Instants as apps on phones write them: seconds or milliseconds since 1970, ISO 8601, or a date
 * and a time of UTC with a space between. Cut to milliseconds.
 */
public final class PhoneTime {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,9})?");

  /**
   * From here on a number counts milliseconds: as seconds it would lie in the year 5138, as
   * milliseconds in 1973.
   */
  private static final double FIRST_MILLISECONDS = 1e11;

  /** What has no offset is UTC. */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private PhoneTime() {}

  /** The instant of a text; empty where it is none. */
  public static Optional<Instant> find(String text) {
    String said = text.strip();
    if (NUMBER.matcher(said).matches()) {
      return Optional.of(ofNumber(Double.parseDouble(said)));
    }
    try {
      // The sign of an offset that nobody encoded arrives as a space: 12:30:00 08:00.
      String whole = said.replaceFirst("^([^ ]*T[^ ]*) ", "$1+");
      TemporalAccessor time = ISO.parseBest(whole, OffsetDateTime::from, LocalDateTime::from);
      Instant instant =
          time instanceof OffsetDateTime offset
              ? offset.toInstant()
              : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
      return Optional.of(instant.truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The instant of seconds, or where there are too many of them of milliseconds, since 1970. */
  public static Instant ofNumber(double number) {
    return Math.abs(number) < FIRST_MILLISECONDS
        ? Instant.ofEpochMilli(Math.round(number * 1000))
        : Instant.ofEpochMilli(Math.round(number));
  }
}
