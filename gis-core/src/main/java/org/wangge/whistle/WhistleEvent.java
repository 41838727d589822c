package org.wangge.whistle;

import java.util.Map;
import org.wangge.access.Right;
import org.wangge.clock.ChangeReason;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;

/** What happens to whistles, and to how levels are called. */
public sealed interface WhistleEvent extends DomainEvent {

  /** Who is told of them. */
  Audience AUDIENCE = Audience.there(Right.READ_INCIDENTS);

  /** Something that happened to a whistle. */
  sealed interface OfWhistle extends WhistleEvent {

    /** As it is now. */
    Whistle whistle();

    @Override
    default String subject() {
      return Long.toString(whistle().id());
    }

    /** What there is to tell besides which one and where. */
    Map<String, Object> more();

    @Override
    default Map<String, Object> facts() {
      Map<String, Object> facts = whistle().place().facts(more());
      facts.put("incident", whistle().incidentId());
      facts.put("version", whistle().version());
      facts.put("level", whistle().last().level().word());
      return facts;
    }
  }

  /** Somebody blew; the level called first is told besides. */
  record WhistleBlown(Whistle whistle) implements OfWhistle {
    @Override
    public String type() {
      return "whistle-blown";
    }

    @Override
    public Map<String, Object> more() {
      return Map.of();
    }
  }

  /** A level was called. */
  record WhistleCalled(Whistle whistle, WhistleCall call) implements OfWhistle {
    @Override
    public String type() {
      return "whistle-called";
    }

    @Override
    public Map<String, Object> more() {
      return Map.of(
          "called", call.level().word(),
          "cause", call.cause().word(),
          "count", whistle.of(call.level()).size());
    }
  }

  /** Somebody who was called has answered. */
  record WhistleAnswered(Whistle whistle, Responder by, Responder.Reply reply)
      implements OfWhistle {
    @Override
    public String type() {
      return "whistle-answered";
    }

    @Override
    public Map<String, Object> more() {
      return Map.of("by", by.handler().code(), "reply", reply.word());
    }
  }

  /** Somebody who was called is there. */
  record WhistleReached(Whistle whistle, Responder by, Responder.Proof proof) implements OfWhistle {
    @Override
    public String type() {
      return "whistle-reached";
    }

    @Override
    public Map<String, Object> more() {
      return Map.of("by", by.handler().code(), "proof", proof.word());
    }
  }

  /** No level is left, and nobody comes. */
  record WhistleUnheard(Whistle whistle) implements OfWhistle {
    @Override
    public String type() {
      return "whistle-unheard";
    }

    @Override
    public Map<String, Object> more() {
      return Map.of();
    }
  }

  /** It is over. */
  record WhistleEnded(Whistle whistle, Whistle.Outcome outcome) implements OfWhistle {
    @Override
    public String type() {
      return "whistle-ended";
    }

    @Override
    public Map<String, Object> more() {
      return Map.of("outcome", outcome.word());
    }
  }

  /** A level is called otherwise from now on; whistles that last keep the clocks that run. */
  record WhistleRuleChanged(WhistleRule rule, ChangeReason reason) implements WhistleEvent {
    @Override
    public String type() {
      return "whistle-rule-changed";
    }

    @Override
    public String subject() {
      return rule.level().word();
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "version", rule.version(),
          "answer", rule.wanted().answer().words(),
          "arrival", rule.wanted().arrival().words(),
          "reason", reason.text());
    }
  }
}
