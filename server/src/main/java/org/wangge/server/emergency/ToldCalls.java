package org.wangge.server.emergency;

import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.emergency.Emergency;
import org.wangge.emergency.EmergencyCall;
import org.wangge.emergency.EmergencyTelling;
import org.wangge.event.Tx;
import org.wangge.message.Notification;
import org.wangge.message.Occasion;
import org.wangge.message.Recipient;
import org.wangge.server.message.GridTelling;

/**
 * Tells each who is asked on their own, as nobody can come in their place: one who does not answer
 * stands on the list of the emergency. Thread-safe.
 */
final class ToldCalls implements EmergencyTelling {
  private final GridTelling telling;

  ToldCalls(GridTelling telling) {
    this.telling = telling;
  }

  @Override
  public void ask(Tx tx, Caller caller, Emergency declared, List<EmergencyCall> calls) {
    for (EmergencyCall call : calls) {
      telling.tell(
          tx,
          new GridTelling.Matter(
              Occasion.EMERGENCY_ASKED,
              subject(call),
              call.grid(),
              Map.of(
                  "title",
                  declared.plan().title(),
                  "grid",
                  declared.grid(call.grid()).map(one -> one.name()).orElse(call.grid())),
              declared.plan().generated()),
          List.of(new Notification.Addressee(person(call), 1)));
    }
  }

  private static Recipient person(EmergencyCall call) {
    return new Recipient(Recipient.Kind.PERSON, call.staff());
  }

  /** Of whom and where; a slash at the end, so that none is the beginning of another. */
  private static String subject(EmergencyCall call) {
    return inGrid(call.emergency(), call.grid()) + call.staff() + "/";
  }

  private static String inGrid(long emergency, String grid) {
    return "emergency/" + emergency + "/" + grid + "/";
  }

  @Override
  public void answered(Tx tx, Caller caller, EmergencyCall call) {
    call.reply()
        .ifPresent(
            reply ->
                telling
                    .telling()
                    .answered(
                        tx,
                        Caller.upkeep(),
                        subject(call),
                        new Notification.Answer(
                            person(call),
                            reply.byDesk() ? Notification.Way.PHONE : Notification.Way.DEED,
                            reply.at(),
                            reply.account())));
  }

  /** Grid by grid: of so many people at once not all would be found. */
  @Override
  public void over(Tx tx, Caller caller, Emergency ended) {
    ended
        .gridCodes()
        .forEach(grid -> telling.telling().over(tx, Caller.upkeep(), inGrid(ended.id(), grid)));
  }
}
