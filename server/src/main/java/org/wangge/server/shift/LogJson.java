package org.wangge.server.shift;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.event.NumberedEvent;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.people.Masking;
import org.wangge.people.PersonalField;
import org.wangge.people.Shown;
import org.wangge.shift.ChangesRegister;
import org.wangge.shift.Handover;
import org.wangge.shift.HandoverItem;
import org.wangge.shift.HandoverKind;
import org.wangge.shift.LogEntry;
import org.wangge.shift.Shift;
import org.wangge.shift.Signature;

/** Shifts, their log and handovers as answers; texts with numbers masked as in reports. */
final class LogJson {
  private final Caller caller;
  private final Map<String, Shown> names;
  private final AreaAtlas atlas;

  /**
   * Makes it.
   *
   * @param caller who looks
   * @param names of accounts, as they may know them
   * @param atlas what areas are called
   */
  LogJson(Caller caller, Map<String, Shown> names, AreaAtlas atlas) {
    this.caller = caller;
    this.names = names;
    this.atlas = atlas;
  }

  Map<String, @Nullable Object> shift(Shift shift) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", shift.id());
    json.put("area", shift.area());
    json.put("areaName", nameOf(atlas, shift.area()));
    who(json, shift.account());
    json.put("begunAt", shift.begunAt().toString());
    json.put("generated", shift.generated());
    return json;
  }

  Map<String, @Nullable Object> entry(LogEntry entry) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", entry.id());
    json.put("area", entry.area());
    json.put("areaName", nameOf(atlas, entry.area()));
    json.put("number", entry.number());
    json.put("kind", entry.kind().word());
    json.put("at", entry.at().toString());
    who(json, entry.account());
    json.put("text", shown(entry.text()));
    json.put("incident", entry.link().incidentOrNull());
    json.put("corrects", entry.link().correctsOrNull());
    json.put("handover", entry.link().handoverOrNull());
    json.put("generated", entry.generated());
    return json;
  }

  private void who(Map<String, @Nullable Object> json, String account) {
    json.put("account", account);
    Shown name = names.get(account);
    json.put("name", name == null ? null : name.text());
  }

  /** Numbers of people are whole for who sees those of reporters whole. */
  String shown(String text) {
    Role[] whole = PersonalField.REPORTER_PHONE.wholeTo().toArray(Role[]::new);
    return caller.isAny(whole) ? text : Masking.numbersIn(text);
  }

  /** A sheet as it stands in a list. */
  Map<String, @Nullable Object> brief(Handover sheet) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", sheet.id());
    json.put("version", sheet.version());
    json.put("area", sheet.area());
    json.put("areaName", nameOf(atlas, sheet.area()));
    json.put("state", sheet.state().word());
    json.put("since", sheet.since().toString());
    json.put("takenAt", sheet.takenAt().toString());
    who(json, sheet.outgoing());
    json.put("own", sheet.outgoing().equals(caller.account()));
    json.put("signatures", sheet.signatures().stream().map(this::signature).toList());
    json.put("generated", sheet.generated());
    return json;
  }

  private Map<String, @Nullable Object> signature(Signature one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("side", one.side().word());
    who(json, one.account());
    json.put("at", one.at().toString());
    json.put("hash", one.hash());
    return json;
  }

  /** A sheet with all that stands on it, each signature checked. */
  Map<String, @Nullable Object> whole(Handover sheet) {
    Map<String, @Nullable Object> json = brief(sheet);
    json.put("remarks", shown(sheet.remarks().text()));
    json.put("answer", shown(sheet.answer().text()));
    json.put("erased", !sheet.remarks().isWhole() || !sheet.answer().isWhole());
    json.put("sound", sheet.signatures().stream().allMatch(sheet::holds));
    json.put("hash", sheet.hash(Signature.Side.OUTGOING));
    Map<String, Object> counts = new LinkedHashMap<>();
    sheet.counts().forEach((kind, count) -> counts.put(kind.word(), count));
    json.put("counts", counts);
    Map<String, Object> lists = new LinkedHashMap<>();
    for (HandoverKind kind : HandoverKind.values()) {
      lists.put(
          kind.word(),
          sheet.items().stream().filter(one -> one.kind() == kind).map(this::item).toList());
    }
    json.put("items", lists);
    return json;
  }

  private Map<String, @Nullable Object> item(HandoverItem one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("subject", one.subject());
    json.put("label", one.label());
    json.put("detail", one.detail());
    json.put("area", one.area());
    json.put("areaName", one.area().isEmpty() ? null : nameOf(atlas, one.area()));
    json.put("at", Optional.ofNullable(one.atOrNull()).map(Instant::toString).orElse(null));
    return json;
  }

  static Map<String, @Nullable Object> changes(ChangesRegister.Changes found, AreaAtlas atlas) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    Map<String, Object> counts = new LinkedHashMap<>();
    found.counts().forEach((kind, count) -> counts.put(kind.word(), count));
    json.put("counts", counts);
    json.put("cut", found.cut());
    List<Map<String, @Nullable Object>> newest =
        found.newest().stream().map(one -> change(one, atlas)).toList();
    json.put("changes", newest);
    return json;
  }

  private static Map<String, @Nullable Object> change(ChangesRegister.Change one, AreaAtlas atlas) {
    NumberedEvent event = one.event();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("number", event.number());
    json.put("kind", one.kind().word());
    json.put("at", event.at().toString());
    json.put("subject", event.subject());
    json.put("incident", event.facts().get("incident"));
    Object grid = event.facts().get("grid");
    json.put("grid", grid);
    json.put(
        "gridName", grid instanceof String code && !code.isEmpty() ? nameOf(atlas, code) : null);
    return json;
  }

  static String nameOf(AreaAtlas atlas, String area) {
    return atlas.find(AreaKey.tree(area)).map(Area::name).orElse(area);
  }
}
