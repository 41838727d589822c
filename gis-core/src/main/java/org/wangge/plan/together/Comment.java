package org.wangge.plan.together;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;

/**
 * What somebody says of a plan, or answers to what another said.
 *
 * @param id given by the store, from 1
 * @param replyToOrNull id of the comment it answers, which itself answers none
 * @param text in the words of who said it
 * @param pin what it is about
 * @param at when it was said
 * @param account id of the account that said it
 * @param resolvedOrNull when and by whom it was settled; of a comment that answers none only
 */
public record Comment(
    long id,
    @Nullable Long replyToOrNull,
    String text,
    Pin pin,
    Instant at,
    String account,
    @Nullable Resolved resolvedOrNull) {

  /**
   * What a comment is about: the plan, a face of it, a place, or a stretch of border.
   *
   * @param faceOrNull id of the face, which may be gone since
   * @param placeOrNull the place; of a face, where its label stood when it was said; of a border, a
   *     place on it as it ran then
   * @param endsOrNull of a border: from where to where it ran then
   */
  public record Pin(
      @Nullable String faceOrNull, @Nullable LatticePoint placeOrNull, @Nullable Ends endsOrNull) {
    /** The plan as a whole. */
    public static final Pin NONE = new Pin(null, null);

    /** A face or a place. */
    public Pin(@Nullable String faceOrNull, @Nullable LatticePoint placeOrNull) {
      this(faceOrNull, placeOrNull, null);
    }

    public Optional<String> face() {
      return Optional.ofNullable(faceOrNull);
    }

    public Optional<LatticePoint> place() {
      return Optional.ofNullable(placeOrNull);
    }

    public Optional<Ends> ends() {
      return Optional.ofNullable(endsOrNull);
    }
  }

  /**
   * The two ends of a stretch of border; the same where it runs round a grid.
   *
   * @param from the one with the smaller coordinates
   * @param to the other one
   */
  public record Ends(LatticePoint from, LatticePoint to) {}

  /**
   * That a comment is settled.
   *
   * @param at since when
   * @param account id of the account that said so
   */
  public record Resolved(Instant at, String account) {}

  public Optional<Long> replyTo() {
    return Optional.ofNullable(replyToOrNull);
  }

  public Optional<Resolved> resolved() {
    return Optional.ofNullable(resolvedOrNull);
  }

  /** The same with the id that the store gave it. */
  public Comment withId(long given) {
    return new Comment(given, replyToOrNull, text, pin, at, account, resolvedOrNull);
  }

  /** The same settled, or open again. */
  public Comment resolved(@Nullable Resolved resolved) {
    return new Comment(id, replyToOrNull, text, pin, at, account, resolved);
  }
}
