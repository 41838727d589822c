package org.wangge.shift;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.wangge.audit.Digest;
import org.wangge.word.Word;

/**
 * A handover sheet (交接班单): what stood open when a shift ended, what those said who had it and have
 * it now, and their signatures. Immutable and pure.
 *
 * @param id given by the store, from 1; 0 before
 * @param version counts its changes, from 1
 * @param area code of an area of the tree
 * @param outgoing account of who hands over
 * @param since when their shift began
 * @param takenAt as of when it tells what stands open
 * @param withdrawn whether it was withdrawn before it was countersigned
 * @param remarks what the outgoing side says, and what was signed of it
 * @param answer what the incoming side says, and what was signed of it
 * @param items what stood open
 * @param signatures the outgoing one first
 * @param generated whether it belongs to a demonstration
 */
public record Handover(
    long id,
    int version,
    String area,
    String outgoing,
    Instant since,
    Instant takenAt,
    boolean withdrawn,
    Words remarks,
    Words answer,
    List<HandoverItem> items,
    List<Signature> signatures,
    boolean generated) {

  public Handover {
    items = List.copyOf(items);
    signatures = List.copyOf(signatures);
  }

  /**
   * Free text, which may name people and can be erased: only its digest is signed.
   *
   * @param text as it stands now
   * @param hash SHA-256 of the text as it was written
   */
  public record Words(String text, String hash) {
    /** Nothing was said. */
    public static final Words NONE = of("");

    public static Words of(String text) {
      return new Words(text, hashOf(text));
    }

    /** Whether it is as it was written; no longer so once something was erased. */
    public boolean isWhole() {
      return hash.equals(hashOf(text));
    }
  }

  /** How far it is. */
  public enum State implements Word {
    /** 草稿: nobody has signed. */
    DRAFT,
    /** 待接班人签字: the outgoing side has signed. */
    WAITING,
    /** 已交接: both have signed; it stays as it is. */
    SIGNED,
    /** 已撤回 */
    WITHDRAWN
  }

  public State state() {
    if (withdrawn) {
      return State.WITHDRAWN;
    }
    return State.values()[Math.min(signatures.size(), 2)];
  }

  public Optional<Signature> signature(Signature.Side side) {
    return signatures.stream().filter(one -> one.side() == side).findFirst();
  }

  /** How many things of each kind stood open. */
  public Map<HandoverKind, Integer> counts() {
    Map<HandoverKind, Integer> counts = new EnumMap<>(HandoverKind.class);
    for (HandoverKind kind : HandoverKind.values()) {
      counts.put(kind, 0);
    }
    items.forEach(one -> counts.merge(one.kind(), 1, Integer::sum));
    return counts;
  }

  /**
   * What a side signs: line by line, in UTF-8. The incoming side signs what the outgoing one did,
   * that signature, and its own words.
   */
  public String canonical(Signature.Side side) {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add("wangge-handover 1");
    lines.add("sheet " + id + " " + area + " " + outgoing);
    lines.add("shift " + since + " " + takenAt);
    lines.add("remarks " + remarks.hash());
    counts().forEach((kind, count) -> lines.add("count " + kind.word() + " " + count));
    for (HandoverItem one : items) {
      lines.add(
          String.join(
              "\t",
              one.kind().word(),
              one.subject(),
              one.label(),
              one.detail(),
              one.area(),
              Optional.ofNullable(one.atOrNull()).map(Instant::toString).orElse("")));
    }
    if (side == Signature.Side.INCOMING) {
      signature(Signature.Side.OUTGOING)
          .ifPresent(
              one -> lines.add("signed " + one.account() + " " + one.at() + " " + one.hash()));
      lines.add("answer " + answer.hash());
    }
    return lines.toString();
  }

  /** SHA-256 of what a side signs. */
  public String hash(Signature.Side side) {
    return hashOf(canonical(side));
  }

  /** Whether what a signature was given for is still what stands here. */
  public boolean holds(Signature signature) {
    return signature.hash().equals(hash(signature.side()));
  }

  private static String hashOf(String text) {
    return Digest.over(text.getBytes(StandardCharsets.UTF_8)).hex();
  }

  Handover withdrawnNow() {
    return new Handover(
        id,
        version + 1,
        area,
        outgoing,
        since,
        takenAt,
        true,
        remarks,
        answer,
        items,
        signatures,
        generated);
  }

  /** The same with what the incoming side says. */
  Handover answered(Words words) {
    return new Handover(
        id,
        version,
        area,
        outgoing,
        since,
        takenAt,
        withdrawn,
        remarks,
        words,
        items,
        signatures,
        generated);
  }

  /** The same with one signature more. */
  Handover signed(Signature more) {
    List<Signature> all = new ArrayList<>(signatures);
    all.add(more);
    return new Handover(
        id,
        version + 1,
        area,
        outgoing,
        since,
        takenAt,
        withdrawn,
        remarks,
        answer,
        items,
        all,
        generated);
  }
}
