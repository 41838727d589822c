package org.wangge.errand;

import java.util.HashMap;
import java.util.Map;
import org.wangge.access.Right;
import org.wangge.clock.ChangeReason;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;

/** What happens to errands. */
public sealed interface ErrandEvent extends DomainEvent {

  /** Who is told of them; volunteers ask for what they were offered. */
  Audience AUDIENCE = Audience.there(Right.READ_ERRANDS);

  /** Something was done with one. */
  record ErrandChanged(ErrandAct act, Errand errand) implements ErrandEvent {
    @Override
    public String subject() {
      return Long.toString(errand.id());
    }

    @Override
    public String type() {
      return switch (act) {
        case ORDER -> "errand-ordered";
        case DISPATCH -> "errand-dispatched";
        case ACCEPT -> "errand-accepted";
        case DECLINE -> "errand-declined";
        case FINISH -> "errand-finished";
        case CONFIRM -> "errand-confirmed";
        case DISPUTE -> "errand-disputed";
        case RETURN -> "errand-returned";
        case WITHDRAW -> "errand-withdrawn";
        case FILE -> "errand-filed";
        case LAPSE -> "errand-lapsed";
      };
    }

    @Override
    public Map<String, Object> facts() {
      Map<String, Object> facts = new HashMap<>();
      facts.put("version", errand.version());
      facts.put("kind", errand.kind());
      facts.put("state", errand.state().word());
      facts.put("grid", errand.place().grid());
      facts.put("lonE7", errand.place().at().lon());
      facts.put("latE7", errand.place().at().lat());
      errand.holder().ifPresent(account -> facts.put("holder", account));
      errand.incident().ifPresent(incident -> facts.put("incident", incident));
      return facts;
    }
  }

  /** What is personal of one was erased. */
  record ErrandErased(Errand errand) implements ErrandEvent {
    @Override
    public String subject() {
      return Long.toString(errand.id());
    }

    @Override
    public String type() {
      return "errand-erased";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("grid", errand.place().grid());
    }
  }

  /** Something else is said of what can be ordered. */
  record ErrandKindChanged(ErrandKind kind, ChangeReason reason) implements ErrandEvent {
    @Override
    public String subject() {
      return kind.code();
    }

    @Override
    public String type() {
      return "errand-kind-changed";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("version", kind.version(), "retired", kind.retired(), "reason", reason.text());
    }
  }
}
