package org.wangge.message;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.clock.Limit;
import org.wangge.fault.Invalid;

/**
 * How people are told of an occasion.
 *
 * @param occasion which
 * @param version counts its changes, from 1
 * @param wanted what it says
 * @param since from when on
 */
public record MessageRule(Occasion occasion, int version, Wanted wanted, Instant since) {

  /**
   * What a rule says.
   *
   * @param patience how long somebody may leave a message without an answer before the next is told
   * @param texts what is said over which medium; over one without a text nothing goes
   */
  public record Wanted(Limit patience, Map<Medium, String> texts) {

    /**
     * @throws Invalid with code {@code message-page-missing} without a text for the pages, on which
     *     whoever can be reached by nothing else is told
     */
    public Wanted {
      Map<Medium, String> known = new EnumMap<>(Medium.class);
      known.putAll(texts);
      texts = Map.copyOf(known);
      if (!texts.containsKey(Medium.PAGE)) {
        throw new Invalid("texts.page", "message-page-missing");
      }
    }

    /** Over what it goes, in the order of {@link Medium}. */
    public List<Medium> media() {
      return texts.keySet().stream().sorted().toList();
    }
  }

  public MessageRule {
    wanted.texts().forEach((medium, text) -> MessageText.require(occasion, medium, text));
  }

  /** What it says over a medium. */
  public Optional<String> text(Medium medium) {
    return Optional.ofNullable(wanted.texts().get(medium));
  }

  /** The next version of it. */
  MessageRule with(Wanted other, Instant now) {
    return new MessageRule(occasion, version + 1, other, now);
  }
}
