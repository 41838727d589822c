package org.wangge.server.camera;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wangge.fault.Invalid;

/**
 * Something about one record of a file of cameras.
 *
 * @param record number, from 1
 * @param field which of its facts
 * @param code what about it, as problems are called
 * @param given what the record says
 */
record CameraRemark(int record, String field, String code, String given) {

  static CameraRemark of(int record, Invalid fault) {
    Object given = fault.details().getOrDefault("given", fault.details().getOrDefault("id", ""));
    return new CameraRemark(record, fault.field(), fault.code(), String.valueOf(given));
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("record", record);
    json.put("field", field);
    json.put("code", code);
    json.put("given", given);
    return json;
  }
}
