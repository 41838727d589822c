package org.wangge.server.incident.photo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.photo.Photo;

/** Photos as JSON, without their pictures. */
final class PhotoJson {
  private PhotoJson() {}

  /** One that has come in: where it was taken is told to whoever sent it, and to nobody else. */
  static Map<String, @Nullable Object> received(Photo photo) {
    Map<String, @Nullable Object> json = base(photo);
    photo
        .position()
        .ifPresent(at -> json.put("position", List.of(at.lonDegrees(), at.latDegrees())));
    return json;
  }

  /** One that is with something. */
  static Map<String, @Nullable Object> of(Photo photo) {
    Map<String, @Nullable Object> json = base(photo);
    photo
        .use()
        .ifPresent(
            use -> {
              json.put("of", use.isReport() ? "report" : "deed");
              json.put("version", use.isReport() ? null : use.version());
              json.put("metersOff", photo.metersOffOrNull());
            });
    return json;
  }

  private static Map<String, @Nullable Object> base(Photo photo) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("photo", photo.id());
    json.put("widthPixels", photo.widthPixels());
    json.put("heightPixels", photo.heightPixels());
    json.put("takenAt", photo.takenAt().map(Object::toString).orElse(null));
    return json;
  }
}
