package org.wangge.server.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page whose first files are sent as one script and one style sheet: over a thin network each
 * file costs as much again as is in it. The modules stay what they are, each in a function of its
 * own, in the order in which they would have run; those that come later find them by an import map.
 * A page asks for it by {@code data-join} at its script, joined is what it names in {@code
 * modulepreload}, and without this it would work the same, later.
 *
 * <p>It reads what the pages write and no more of the language: {@code import { … } from '…';} and
 * {@code export} of a constant or a function, each at the beginning of a line.
 */
final class JoinedPage {
  /** Where the joined files stand, among the page's files. */
  static final String FOLDER = "joined/";

  private static final Pattern CHINESE = Pattern.compile("(i18n/(?:\\w+\\.)?)zh\\.js\"");

  private static final Pattern ENTRY =
      Pattern.compile("<script type=\"module\" data-join src=\"\\{\\{base}}/([^\"]+)\"></script>");

  private static final Pattern AHEAD =
      Pattern.compile("<script type=\"module\" async src=\"\\{\\{base}}/([^\"]+)\">");

  private static final Pattern PRELOAD =
      Pattern.compile("<link rel=\"modulepreload\" href=\"\\{\\{base}}/([^\"]+)\">\n");

  private static final Pattern STYLE =
      Pattern.compile("<link rel=\"stylesheet\" href=\"\\{\\{base}}/([^\"]+)\">\n");

  private static final Pattern IMPORT =
      Pattern.compile("^import \\{([^}]*)} from '(\\.[^']+)';$", Pattern.MULTILINE);

  private static final Pattern LATER = Pattern.compile("\\bimport\\('(\\.[^']+)'\\)");

  private static final Pattern EXPORT =
      Pattern.compile("^export ((?:const|async function|function) (\\w+))", Pattern.MULTILINE);

  private final String name;
  private final String html;
  private final UnaryOperator<String> source;
  private final Set<String> apart = new LinkedHashSet<>();
  private final Map<String, String> blocks = new LinkedHashMap<>();
  private final Map<String, List<String>> exports = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  /**
   * Reads a page.
   *
   * @param name of the page and its language: {@code report.en}
   * @param written as it was written, with the Chinese words to begin with
   * @param source text of a file as it is sent, by its path
   */
  JoinedPage(String name, String written, UnaryOperator<String> source) {
    this.name = name;
    this.html = name.endsWith(".en") ? CHINESE.matcher(written).replaceAll("$1en.js\"") : written;
    this.source = source;
    AHEAD.matcher(html).results().forEach(ahead -> keepApart(ahead.group(1)));
    List<String> first = paths(PRELOAD);
    String entry = group(ENTRY);
    first.forEach(path -> names.put(path, "$" + names.size()));
    apart.forEach(names::remove);
    first.stream().filter(path -> !path.equals(entry)).forEach(this::join);
    join(entry);
  }

  private void keepApart(String path) {
    if (apart.add(path)) {
      IMPORT
          .matcher(source.apply(path))
          .results()
          .forEach(other -> keepApart(resolved(path, other.group(2))));
    }
  }

  private void join(String path) {
    if (!names.containsKey(path) || blocks.containsKey(path)) {
      return;
    }
    String text = source.apply(path);
    IMPORT.matcher(text).results().forEach(other -> join(resolved(path, other.group(2))));
    List<String> exported = EXPORT.matcher(text).results().map(one -> one.group(2)).toList();
    String body =
        replaced(IMPORT, text, one -> imported(resolved(path, one.group(2)), one.group(1)));
    body = replaced(LATER, body, one -> fetched(resolved(path, one.group(1))));
    body = replaced(EXPORT, body, one -> one.group(1));
    body = body.replace("import.meta.url", "new URL('../" + path + "', import.meta.url).href");
    exports.put(path, exported);
    blocks.put(
        path,
        "const %s = (() => {\n%s\nreturn { %s };\n})();\n"
            .formatted(names.get(path), body.strip(), String.join(", ", exported)));
  }

  private String imported(String path, String what) {
    return "const {" + what.replace(" as ", ": ") + "} = " + nameOf(path) + ";";
  }

  private String fetched(String path) {
    return names.containsKey(path)
        ? "Promise.resolve(" + names.get(path) + ")"
        : "import('../" + path + "')";
  }

  /** What a module is called here, be it joined or not. */
  private String nameOf(String path) {
    String joined = names.get(path);
    if (joined != null) {
      return joined;
    }
    if (!apart.contains(path)) {
      throw new IllegalStateException(name + " does not name " + path + " in modulepreload");
    }
    return "$a" + new ArrayList<>(apart).indexOf(path);
  }

  /** The joined scripts. */
  String script() {
    StringBuilder text = new StringBuilder();
    for (String path : apart) {
      text.append("import * as ").append(nameOf(path)).append(" from '../").append(path);
      text.append("';\n");
    }
    blocks.values().forEach(text::append);
    for (String path : found()) {
      text.append("export const { ")
          .append(String.join(", ", exports.getOrDefault(path, List.of())));
      text.append(" } = ").append(names.get(path)).append(";\n");
    }
    return text.toString();
  }

  /** The joined style sheets. */
  String style() {
    return paths(STYLE).stream().map(source).collect(Collectors.joining("\n"));
  }

  /** The page that asks for these. */
  String page() {
    String map =
        found().stream()
            .map(path -> "\"%s\":\"%s\"".formatted(url(path), url(FOLDER + name + ".js")))
            .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
    String style = "<link rel=\"stylesheet\" href=\"" + url(FOLDER + name + ".css") + "\">\n";
    String head = style + "<script type=\"importmap\">" + map + "</script>\n";
    String joined = STYLE.matcher(html).replaceFirst(Matcher.quoteReplacement(head));
    joined =
        STYLE.matcher(joined).replaceAll(one -> one.group().contains(FOLDER) ? one.group() : "");
    joined = PRELOAD.matcher(joined).replaceAll("");
    String entry = "<script type=\"module\" src=\"" + url(FOLDER + name + ".js") + "\"></script>";
    return ENTRY.matcher(joined).replaceFirst(Matcher.quoteReplacement(entry));
  }

  /** Modules that others can find in the joined script: all whose names are only theirs. */
  private List<String> found() {
    List<String> all = exports.values().stream().flatMap(List::stream).toList();
    return blocks.keySet().stream()
        .filter(path -> isFound(exports.getOrDefault(path, List.of()), all))
        .toList();
  }

  private static boolean isFound(List<String> own, List<String> all) {
    return !own.isEmpty() && own.stream().allMatch(one -> Collections.frequency(all, one) == 1);
  }

  private List<String> paths(Pattern links) {
    return links.matcher(html).results().map(link -> link.group(1)).toList();
  }

  private String group(Pattern pattern) {
    return pattern.matcher(html).results().findFirst().orElseThrow().group(1);
  }

  private static String url(String path) {
    return "{{base}}/" + path;
  }

  private static String replaced(Pattern pattern, String text, Function<MatchResult, String> by) {
    return pattern.matcher(text).replaceAll(one -> Matcher.quoteReplacement(by.apply(one)));
  }

  private static String resolved(String from, String to) {
    return URI.create(from).resolve(to).toString();
  }
}
