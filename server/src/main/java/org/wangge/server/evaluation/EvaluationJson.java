package org.wangge.server.evaluation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.evaluation.EvaluationRegister;
import org.wangge.evaluation.Question;
import org.wangge.evaluation.Rating;
import org.wangge.evaluation.Terms;
import org.wangge.incident.Incident;

/** Questions and answers as JSON. */
final class EvaluationJson {
  private EvaluationJson() {}

  /** What the holder of a token is asked. */
  static Map<String, @Nullable Object> own(EvaluationRegister.Own own) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("state", own.state().word());
    json.put("askedAt", own.question().askedAt().toString());
    json.put("until", own.question().until().toString());
    json.put("open", own.open());
    json.put("score", own.rating().map(it -> it.score().word()).orElse(null));
    json.put("words", own.rating().map(Rating::words).orElse(""));
    json.put("givenAt", own.rating().map(it -> it.givenAt().toString()).orElse(null));
    return json;
  }

  /** What is known of an incident. */
  static Map<String, Object> of(EvaluationRegister.OfIncident known) {
    return Map.of(
        "questions",
        known.questions().stream().map(one -> question(one, known.now())).toList(),
        "ratings",
        known.ratings().stream().map(EvaluationJson::rating).toList());
  }

  private static Map<String, Object> question(Question question, Instant now) {
    return Map.of(
        "state", question.state(now).word(),
        "askedAt", question.askedAt().toString(),
        "until", question.until().toString());
  }

  static Map<String, @Nullable Object> rating(EvaluationRegister.Seen seen) {
    Rating rating = seen.rating();
    Rating.Review review = rating.reviewedOrNull();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", rating.id());
    json.put("score", rating.score().word());
    json.put("words", seen.words());
    json.put("givenAt", rating.givenAt().toString());
    json.put("reviewedAt", review == null ? null : review.at().toString());
    json.put("reviewedBy", review == null ? null : review.account());
    json.put("reviewRemark", seen.remark());
    return json;
  }

  /** With the incident that each is of. */
  static List<Map<String, @Nullable Object>> ratings(
      List<EvaluationRegister.Seen> all, Function<Incident, Map<String, String>> names) {
    return all.stream()
        .map(
            seen -> {
              Map<String, @Nullable Object> json = rating(seen);
              json.put("incident", incident(seen.incident(), names));
              return json;
            })
        .toList();
  }

  static Map<String, @Nullable Object> incident(
      Incident incident, Function<Incident, Map<String, String>> names) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", incident.id());
    json.put("number", incident.number());
    json.put("version", incident.version());
    json.put("category", incident.category());
    json.put("grid", incident.gridOrNull());
    json.put("standing", incident.life().standing().word());
    json.put("closedAt", incident.closedAt().map(Instant::toString).orElse(null));
    json.put("names", names.apply(incident));
    return json;
  }

  /** The newest, with all that were ever in force. */
  static Map<String, Object> terms(Terms newest, List<Terms> editions) {
    Map<String, Object> json = new LinkedHashMap<>(terms(newest));
    json.put("editions", editions.stream().map(EvaluationJson::terms).toList());
    return json;
  }

  private static Map<String, Object> terms(Terms terms) {
    return Map.of(
        "version", terms.version(), "since", terms.since().toString(), "days", terms.days());
  }
}
