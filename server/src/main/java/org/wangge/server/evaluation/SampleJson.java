package org.wangge.server.evaluation;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.evaluation.Assessment;
import org.wangge.evaluation.Sample;
import org.wangge.evaluation.SampleCount;
import org.wangge.evaluation.SampleFrame;
import org.wangge.evaluation.SampleRegister;
import org.wangge.evaluation.SampleResult;
import org.wangge.evaluation.SampleStore;
import org.wangge.incident.Channel;
import org.wangge.incident.Incident;

/** Samples and what was found about them as JSON. Days are those of a zone. */
record SampleJson(ZoneId zone) {

  Map<String, @Nullable Object> progress(SampleStore.Progress progress) {
    Map<String, @Nullable Object> json = sample(progress.sample());
    json.put("assessed", progress.assessed());
    return json;
  }

  /** A sample with what came of it: each number with the list behind it. */
  Map<String, @Nullable Object> drawn(SampleRegister.Drawn drawn) {
    Map<String, @Nullable Object> json = sample(drawn.sample());
    json.put("assessed", drawn.count(SampleCount.ASSESSED));
    json.put(
        "results",
        Arrays.stream(SampleResult.values()).map(result -> result(drawn, result)).toList());
    return json;
  }

  private static Map<String, Object> result(SampleRegister.Drawn drawn, SampleResult result) {
    return Map.of(
        "result", result.word(),
        "numerator", drawn.count(result.numerator()),
        "denominator", drawn.count(result.denominator()),
        "list", list(drawn.sample(), result.numerator()),
        "of", list(drawn.sample(), result.denominator()));
  }

  private static String list(Sample sample, SampleCount count) {
    return "/api/evaluations/samples/" + sample.id() + "/members?count=" + count.word();
  }

  private Map<String, @Nullable Object> sample(Sample sample) {
    SampleFrame frame = sample.frame();
    Channel channel = frame.channelOrNull();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", sample.id());
    json.put("from", frame.from().toString());
    json.put("to", frame.to().toString());
    json.put("fromDay", frame.from().atZone(zone).toLocalDate().toString());
    json.put("toDay", frame.to().minusNanos(1).atZone(zone).toLocalDate().toString());
    json.put("area", frame.areaOrNull());
    json.put("category", frame.categoryOrNull());
    json.put("channel", channel == null ? null : channel.word());
    json.put("department", frame.departmentOrNull());
    json.put("seed", sample.seed());
    json.put("wanted", sample.wanted());
    json.put("size", sample.size());
    json.put("population", sample.population());
    json.put("drawnAt", sample.drawnAt().toString());
    json.put("drawnBy", sample.account());
    return json;
  }

  static List<Map<String, @Nullable Object>> members(
      List<SampleRegister.Seen> all, Function<Incident, Map<String, String>> names) {
    return all.stream().map(one -> member(one, names)).toList();
  }

  static Map<String, @Nullable Object> member(
      SampleRegister.Seen seen, Function<Incident, Map<String, String>> names) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("place", seen.member().place());
    json.put("incidentId", seen.member().incidentId());
    json.put("digest", seen.member().lot().digest());
    json.put("version", seen.member().version());
    json.put(
        "incident", seen.incident().map(one -> EvaluationJson.incident(one, names)).orElse(null));
    json.put(
        "assessment",
        seen.member().assessment().map(one -> found(one, seen.remark())).orElse(null));
    return json;
  }

  private static Map<String, Object> found(Assessment one, String remark) {
    Assessment.Verdict verdict = one.verdict();
    return Map.of(
        "real", verdict.real(),
        "solved", verdict.solved(),
        "inTime", verdict.inTime(),
        "callback", verdict.callback().word(),
        "remark", remark,
        "at", one.at().toString(),
        "by", one.account());
  }
}
