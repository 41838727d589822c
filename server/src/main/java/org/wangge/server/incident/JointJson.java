package org.wangge.server.incident;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.Handler;
import org.wangge.incident.joint.Duty;
import org.wangge.incident.joint.JointHandling;
import org.wangge.incident.joint.Minute;
import org.wangge.incident.joint.Participant;
import org.wangge.people.Shown;

/**
 * Joint handling as JSON.
 *
 * @param handlers the names of who handles
 * @param names of who wrote something, by account, as the caller may see them
 * @param now by which something is overdue
 */
record JointJson(
    Function<Handler, Optional<Map<String, Object>>> handlers,
    Map<String, Shown> names,
    Instant now) {

  /**
   * One of them.
   *
   * @param mine numbers of the duties that the caller may say to be done
   */
  Map<String, @Nullable Object> joint(JointHandling joint, Set<Integer> mine) {
    JointHandling.Ending ending = joint.endingOrNull();
    Instant until = ending == null ? now : ending.at();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("version", joint.version());
    json.put("convened", minute(joint.convened()));
    json.put("participants", joint.participants().stream().map(this::participant).toList());
    json.put("minutes", joint.minutes().stream().map(this::minute).toList());
    json.put("decision", joint.decision().map(this::minute).orElse(null));
    json.put("duties", joint.duties().stream().map(one -> duty(one, until, mine)).toList());
    json.put("endedAt", ending == null ? null : ending.at().toString());
    json.put("endedBy", ending == null ? null : ending.by().word());
    return json;
  }

  private Map<String, @Nullable Object> participant(Participant one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    HandlerJson.put(json, one.handler(), handlers);
    json.put("leads", one.leads());
    Instant out = one.outAtOrNull();
    json.put("outAt", out == null ? null : out.toString());
    return json;
  }

  private Map<String, @Nullable Object> minute(Minute one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("number", one.number());
    json.put("kind", one.kind().word());
    json.put("at", one.at().toString());
    putWho(json, one.account());
    json.put("text", one.text());
    json.put("duty", one.duty() == 0 ? null : one.duty());
    return json;
  }

  private Map<String, @Nullable Object> duty(Duty duty, Instant until, Set<Integer> mine) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("number", duty.number());
    HandlerJson.put(json, duty.handler(), handlers);
    Handler from = duty.fromOrNull();
    json.put("from", from == null ? null : HandlerJson.of(from));
    json.put("what", duty.what());
    json.put("due", duty.due().toString());
    json.put("overdue", duty.isOverdue(until));
    Duty.Done done = duty.doneOrNull();
    json.put("doneAt", done == null ? null : done.at().toString());
    json.put("actions", mine.contains(duty.number()) ? List.of("done") : List.of());
    return json;
  }

  private void putWho(Map<String, @Nullable Object> json, String account) {
    json.put("account", account);
    Shown name = names.get(account);
    json.put("name", name == null ? null : name.text());
  }
}
