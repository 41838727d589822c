package org.wangge.server.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a benchmark found: collected while it runs, then printed as one line for scripts. */
final class Figures {
  private final String bench;
  private final Map<String, Double> ratios = new LinkedHashMap<>();
  private final Map<String, Double> figures = new LinkedHashMap<>();
  private boolean equalAnswers = true;

  Figures(String bench) {
    this.bench = bench;
  }

  /** How many times better than the best rival; of several measurements the smallest stays. */
  void ratio(String name, double value) {
    ratios.merge(name, rounded(value), Math::min);
  }

  /** A number with its unit in its name. */
  void figure(String name, double value) {
    figures.put(name, rounded(value));
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  /** Notes whether contestants agreed; one disagreement anywhere stays. */
  void agreed(boolean agreed) {
    equalAnswers &= agreed;
  }

  boolean equalAnswers() {
    return equalAnswers;
  }

  Map<String, Double> ratios() {
    return Collections.unmodifiableMap(ratios);
  }

  Map<String, Double> figures() {
    return Collections.unmodifiableMap(figures);
  }

  /** A line for each number, for who reads along. */
  void printTo(PrintWriter out) {
    ratios.forEach((name, value) -> out.printf("%-44s %,12.3f times%n", name, value));
    figures.forEach((name, value) -> out.printf("%-44s %,12.3f%n", name, value));
  }

  /** One line: {@code {"bench":…,"machine":…,"equalAnswers":…,"ratios":{…},"figures":{…}}}. */
  String toJson() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("bench", bench);
    line.put("machine", Machine.description());
    line.put("equalAnswers", equalAnswers);
    line.put("ratios", ratios);
    line.put("figures", figures);
    try {
      return new ObjectMapper().writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures that are no JSON: " + line, e);
    }
  }
}
