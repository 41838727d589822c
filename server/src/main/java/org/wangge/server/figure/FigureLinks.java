package org.wangge.server.figure;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.wangge.figure.FigureTable;
import org.wangge.figure.Filter;
import org.wangge.figure.Grouping;
import org.wangge.figure.Measure;
import org.wangge.figure.Period;
import org.wangge.incident.Handler;

/**
 * Addresses of the lists behind numbers. In a period that lasts still they say when the number was
 * counted, for the list to be counted as of it: what falls due a moment later is in neither.
 */
final class FigureLinks {
  private final String begin;

  private FigureLinks(Map<String, String> parameters) {
    begin =
        "/api/kpi/cases?"
            + parameters.entrySet().stream()
                .map(
                    one ->
                        one.getKey()
                            + "="
                            + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
            + "&count=";
  }

  /** Of all that is asked for. */
  static FigureLinks of(FigureTable table) {
    return new FigureLinks(parameters(table));
  }

  /** Of a group of it. */
  static FigureLinks of(FigureTable table, String key) {
    Map<String, String> parameters = parameters(table);
    Grouping by = table.question().by();
    switch (by.kind()) {
      case CHILDREN, LEVEL -> parameters.put("area", key);
      case PARTITION -> {
        parameters.put("partition", by.of());
        parameters.put("overlay", key);
      }
      default -> parameters.put(by.word(), key);
    }
    return new FigureLinks(parameters);
  }

  private static Map<String, String> parameters(FigureTable table) {
    Map<String, String> parameters = parameters(table.question().period());
    narrow(parameters, table.question().filter());
    if (table.span().isRunning()) {
      parameters.put("asOf", table.span().asOf().toString());
    }
    return parameters;
  }

  private static Map<String, String> parameters(Period period) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("period", period.kind().word());
    parameters.put("day", period.firstDay().toString());
    return parameters;
  }

  private static void narrow(Map<String, String> parameters, Filter filter) {
    if (filter.area() != null) {
      parameters.put("area", filter.area());
    }
    if (filter.overlay() != null) {
      parameters.put("partition", filter.overlay().partition());
      parameters.put("overlay", filter.overlay().code());
    }
    if (filter.category() != null) {
      parameters.put("category", filter.category());
    }
    if (filter.channel() != null) {
      parameters.put("channel", filter.channel().word());
    }
    if (filter.priority() != null) {
      parameters.put("priority", filter.priority().word());
    }
    if (filter.handler() != null) {
      boolean person = filter.handler().kind() == Handler.Kind.PERSON;
      parameters.put(person ? "person" : "department", filter.handler().code());
    }
  }

  /** Where the cases that count in a measure are listed. */
  String list(Measure measure) {
    return begin + measure.word();
  }
}
