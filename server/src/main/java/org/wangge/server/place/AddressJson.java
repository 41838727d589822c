package org.wangge.server.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.place.Address;
import org.wangge.place.AddressHit;

/** Hits of a search as JSON. */
final class AddressJson {
  private AddressJson() {}

  static Map<String, @Nullable Object> hit(AddressHit hit, Optional<String> grid) {
    Address address = hit.address();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("kind", address.kind().word());
    json.put("id", address.id());
    json.put("detail", address.detail());
    json.put("nameZh", address.nameZh());
    json.put("nameEn", address.nameEn());
    json.put("label", hit.label());
    json.put("location", List.of(hit.location().lonDegrees(), hit.location().latDegrees()));
    json.put("exactness", hit.exactness().word());
    json.put("matched", hit.matched());
    json.put("missing", hit.missing());
    json.put("score", Math.round(hit.score() * 1000) / 1000.0);
    json.put("grid", grid.orElse(null));
    return json;
  }
}
