package org.wangge.server.open311;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.category.Category;
import org.wangge.incident.published.PublishedRequest;
import org.wangge.server.http.Language;

/** Answers by the names of GeoReport v2, in its order. */
final class Open311Json {
  private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
  private static final String CHANGED = "2026-11-22T00:00:00Z";

  private Open311Json() {}

  /**
   * Where what is offered is to be found.
   *
   * @param address of this place, without a slash at the end
   */
  static Open311Format.Answer discovery(String address, Language language) {
    Map<String, Object> endpoint = new LinkedHashMap<>();
    endpoint.put("specification", SPECIFICATION);
    endpoint.put("url", address + "/open311/v2");
    endpoint.put("changeset", CHANGED);
    endpoint.put("type", "production");
    endpoint.put("formats", List.of("text/xml", "application/json"));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("changeset", CHANGED);
    json.put(
        "contact", language == Language.ZH ? "无需账号即可上报" : "Requests are taken without an account");
    json.put(
        "key_service",
        language == Language.ZH
            ? "api_key 可省略；机构可在 /account/ 申请令牌"
            : "api_key may be left out; organisations get tokens at /account/");
    json.put("endpoints", List.of(endpoint));
    return new Open311Format.Answer("discovery", "", json);
  }

  static Open311Format.Answer services(List<Category> categories, Language language) {
    return new Open311Format.Answer(
        "services",
        "service",
        categories.stream().map(category -> service(category, language)).toList());
  }

  private static Map<String, @Nullable Object> service(Category category, Language language) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("service_code", category.code());
    json.put("service_name", name(category.nameZh(), category.nameEn(), language));
    json.put("description", name(category.nameEn(), category.nameZh(), language));
    json.put("metadata", false);
    json.put("type", "realtime");
    json.put("keywords", keywords(category));
    json.put("group", category.priority().word());
    return json;
  }

  private static String keywords(Category category) {
    List<String> words = new ArrayList<>(List.of(category.nameZh(), category.nameEn()));
    words.addAll(category.entry().keywords());
    return String.join(",", words);
  }

  private static String name(String zh, String en, Language language) {
    return language == Language.ZH ? zh : en;
  }

  /** No service asks for anything beyond what all of them take. */
  static Open311Format.Answer definition(Category category) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("service_code", category.code());
    json.put("attributes", List.of());
    return new Open311Format.Answer("service_definition", "", json);
  }

  static Open311Format.Answer requests(List<PublishedRequest> requests, Language language) {
    return new Open311Format.Answer(
        "service_requests",
        "request",
        requests.stream().map(request -> request(request, language)).toList());
  }

  private static Map<String, @Nullable Object> request(
      PublishedRequest request, Language language) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("service_request_id", request.number());
    json.put("status", request.isOpen() ? "open" : "closed");
    json.put("status_notes", request.standing().word());
    json.put("service_name", name(request.nameZh(), request.nameEn(), language));
    json.put("service_code", request.category());
    json.put("description", null);
    json.put("agency_responsible", null);
    json.put("service_notice", null);
    json.put("requested_datetime", text(request.requestedAt()));
    json.put("updated_datetime", text(request.updatedAt()));
    json.put("expected_datetime", request.dueAt().map(Open311Json::text).orElse(null));
    json.put("address", null);
    json.put("address_id", null);
    json.put("zipcode", null);
    json.put("lat", request.around().latDegrees());
    json.put("long", request.around().lonDegrees());
    json.put("media_url", null);
    return json;
  }

  /** What whoever sent a request gets: its number, or, until it has a place, a token for that. */
  static Open311Format.Answer taken(@Nullable String number, String token, Language language) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    if (number == null) {
      json.put("token", token);
    } else {
      json.put("service_request_id", number);
    }
    json.put("service_notice", number == null ? waiting(language) : null);
    json.put("account_id", null);
    return new Open311Format.Answer("service_requests", "request", List.of(json));
  }

  private static String waiting(Language language) {
    return language == Language.ZH
        ? "该位置不在任何网格内，正等待人工定位"
        : "The place is in no grid; somebody will look where it belongs";
  }

  static Open311Format.Answer numbered(@Nullable String number, String token) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("service_request_id", number);
    json.put("token", token);
    return new Open311Format.Answer("service_requests", "request", List.of(json));
  }

  static Open311Format.Answer error(int status, String description) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", status);
    json.put("description", description);
    return new Open311Format.Answer("errors", "error", List.of(json));
  }

  private static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
