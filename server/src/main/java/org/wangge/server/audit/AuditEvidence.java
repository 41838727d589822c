package org.wangge.server.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.audit.Digest;

/**
 * What is known of the record outside the database. Taken before the database is read: all it tells
 * of must then be there.
 *
 * @param key marks the installation's records
 * @param heads kept heads whose signature is good
 * @param forged how many are kept whose signature is not
 * @param headKept whether there is a newest head at all
 * @param committed id to digest of records that must be there
 * @param damagedLines how many lines of the side file cannot be read
 * @param anchorOrNull what somebody has on paper
 */
public record AuditEvidence(
    MarkKey key,
    List<SignedHead> heads,
    int forged,
    boolean headKept,
    Map<UUID, Digest> committed,
    int damagedLines,
    @Nullable Anchor anchorOrNull) {

  public AuditEvidence {
    heads = List.copyOf(heads);
    committed = Map.copyOf(committed);
  }

  /**
   * What stands on a printed anchor.
   *
   * @param number of a record
   * @param chain its link
   */
  public record Anchor(long number, Digest chain) {
    /**
     * Reads {@code NUMBER:HASH}.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static Anchor parse(String text) {
      String[] parts = text.strip().split(":", -1);
      if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}")) {
        throw new IllegalArgumentException("an anchor is NUMBER:HASH");
      }
      return new Anchor(Long.parseLong(parts[0]), Digest.parse(parts[1]));
    }
  }

  /** What the data folder of a server that does not run holds. */
  static AuditEvidence of(
      MarkKey key,
      AuditHead head,
      Map<UUID, Digest> committed,
      int damaged,
      @Nullable Anchor anchor) {
    List<SignedHead> kept = head.all();
    List<SignedHead> good = kept.stream().filter(head::signed).toList();
    return new AuditEvidence(
        key,
        good,
        kept.size() - good.size(),
        head.newest().isPresent(),
        committed,
        damaged,
        anchor);
  }

  /** What the notes of a side file say must be there. */
  static Map<UUID, Digest> committed(JournalFiles files) {
    Map<UUID, Digest> committed = new HashMap<>();
    files
        .notes()
        .forEach(
            (id, noted) -> {
              if (noted.kept()) {
                committed.put(id, noted.digest());
              }
            });
    return committed;
  }
}
