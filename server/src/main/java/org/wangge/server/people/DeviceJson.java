package org.wangge.server.people;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.people.Device;

/** Devices as JSON; never what they show. */
final class DeviceJson {
  private DeviceJson() {}

  static Map<String, @Nullable Object> device(Device device) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", device.id());
    json.put("kind", device.kind().word());
    json.put("name", device.name());
    json.put("staffCode", device.staffCodeOrNull());
    json.put("datum", device.datum().word());
    json.put("everywhere", device.scope().everywhere());
    json.put("areas", device.scope().areaCodes());
    json.put("addedBy", device.addedBy());
    json.put("addedAt", device.addedAt().toString());
    json.put("lastSeenAt", device.lastSeen().map(Instant::toString).orElse(null));
    json.put("revokedAt", device.revoked().map(Instant::toString).orElse(null));
    json.put("good", device.isGood());
    return json;
  }
}
