package org.wangge.server.camera;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a sheet or a file tells of a camera, and under which names. */
enum CameraColumn {
  ID("id", "编码", "国标编码", "DeviceID", "deviceId"),
  NAME("name", "名称", "Name"),
  LON("lon", "经度", "Longitude", "longitude", "lng"),
  LAT("lat", "纬度", "Latitude", "latitude"),
  MOUNT_HEIGHT("mountHeightMeters", "杆高(米)", "height", "camera:height"),
  AZIMUTH("azimuthDegrees", "朝向(度)", "direction", "camera:direction", "directionCardinal"),
  DIRECTION_TYPE("directionType", "朝向类型", "DirectionType"),
  ANGLE("angleDegrees", "水平角(度)", "camera:angle"),
  NEAR("nearMeters", "近距(米)"),
  RANGE("rangeMeters", "远距(米)"),
  CERTAINTY("directionCertainty", "朝向依据"),
  PTZ("ptz", "可转", "camera:type"),
  INDOOR("indoor", "室内", "surveillance"),
  STATE("state", "状态"),
  OWNER("owner", "所属单位", "Owner", "operator"),
  CONTACT("contact", "联系方式"),
  LIGHT("light", "补光"),
  KEPT_DAYS("keptDays", "保存天数"),
  GRID("grid", "网格"),
  FINDINGS("findings", "提示");

  private final String word;
  private final String chinese;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
  private final List<String> others;

  CameraColumn(String word, String chinese, String... others) {
    this.word = word;
    this.chinese = chinese;
    this.others = List.of(others);
  }

  String word() {
    return word;
  }

  String chinese() {
    return chinese;
  }

  /** Whether the sheet of the register has it; the others are only read. */
  boolean isWritten() {
    return this != DIRECTION_TYPE;
  }

  /** What a record tells, without surrounding white space; empty where it is blank. */
  Optional<String> find(Map<String, String> record) {
    return Stream.concat(Stream.of(word, chinese), others.stream())
        .map(record::get)
        .filter(value -> value != null && !value.isBlank())
        .map(String::strip)
        .findFirst();
  }
}
