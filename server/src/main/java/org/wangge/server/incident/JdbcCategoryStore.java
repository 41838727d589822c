package org.wangge.server.incident;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.NotFound;
import org.wangge.incident.Priority;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.CategoryStore;
import org.wangge.incident.category.Condition;
import org.wangge.incident.category.Entry;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** Categories in plain SQL for both databases. Thread-safe. */
final class JdbcCategoryStore implements CategoryStore {
  private static final String COLUMNS =
      """
      code, version, name_zh, name_en, priority, keywords, parent, conditions, published, retired,
        since\
      """;

  @Override
  public List<Category> list(Tx tx, Caller caller) {
    Map<String, Set<String>> departments = departments(tx);
    return JdbcTx.of(tx)
        .query("select * from incident_category order by code", row -> present(row, departments));
  }

  @Override
  public List<Category> listAt(Tx tx, Caller caller, Instant at) {
    List<Category> all = new ArrayList<>(list(tx, caller));
    all.removeIf(one -> one.since().isAfter(at));
    all.addAll(
        JdbcTx.of(tx)
            .query(
                "select * from incident_category_past where since <= ? and until_at > ?",
                JdbcCategoryStore::past,
                at,
                at));
    return all.stream().sorted(Comparator.comparing(Category::code)).toList();
  }

  @Override
  public Optional<Category> find(Tx tx, Caller caller, String code) {
    Map<String, Set<String>> departments = Map.of(code, departmentsOf(tx, code));
    return JdbcTx.of(tx)
        .queryOne(
            "select * from incident_category where code = ?",
            row -> present(row, departments),
            code);
  }

  @Override
  public List<Category> versions(Tx tx, Caller caller, String code) {
    List<Category> all = new ArrayList<>(find(tx, caller, code).stream().toList());
    all.addAll(
        JdbcTx.of(tx)
            .query(
                "select * from incident_category_past where code = ? order by version desc",
                JdbcCategoryStore::past,
                code));
    return all;
  }

  @Override
  public void hold(Tx tx, Caller caller) {
    var unused =
        JdbcTx.of(tx)
            .query(
                "select code from incident_category order by code for update",
                row -> row.string("code"));
  }

  @Override
  public void add(Tx tx, Caller caller, Category category) {
    if (!insert(tx, category)) {
      throw new Conflict("category-taken", Map.of("code", category.code()));
    }
  }

  @Override
  public void addMissing(Tx tx, Caller caller, List<Category> categories) {
    for (Category category : categories) {
      insert(tx, category);
    }
  }

  /** Answers whether there was none of its code. */
  private static boolean insert(Tx tx, Category category) {
    Entry entry = category.entry();
    int added =
        JdbcTx.of(tx)
            .update(
                "insert into incident_category ("
                    + COLUMNS
                    + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                category.code(),
                category.version(),
                entry.nameZh(),
                entry.nameEn(),
                entry.priority().word(),
                String.join("\n", entry.keywords()),
                entry.parent(),
                print(entry.conditions()),
                entry.published(),
                category.retired(),
                category.since());
    if (added == 1) {
      addDepartments(tx, category);
    }
    return added == 1;
  }

  @Override
  public void change(Tx tx, Caller caller, Category changed, int ifVersion) {
    keepPast(tx, changed.code(), ifVersion);
    Entry entry = changed.entry();
    int moved =
        JdbcTx.of(tx)
            .update(
                """
                update incident_category
                set version = ?, name_zh = ?, name_en = ?, priority = ?, keywords = ?, parent = ?,
                  conditions = ?, published = ?, retired = ?, since = ?
                where code = ? and version = ?
                """,
                changed.version(),
                entry.nameZh(),
                entry.nameEn(),
                entry.priority().word(),
                String.join("\n", entry.keywords()),
                entry.parent(),
                print(entry.conditions()),
                entry.published(),
                changed.retired(),
                changed.since(),
                changed.code(),
                ifVersion);
    requireMoved(tx, caller, moved, changed.code(), ifVersion);
    JdbcTx.of(tx)
        .update("delete from incident_department_category where category = ?", changed.code());
    addDepartments(tx, changed);
  }

  /** Copies what is to change; of two writers the slower one copies nothing, and is refused. */
  private static void keepPast(Tx tx, String code, int version) {
    JdbcTx.of(tx)
        .update(
            """
            insert into incident_category_past (%1$s, departments, until_at)
            select %1$s, cast(? as varchar), cast(? as timestamp with time zone)
            from incident_category where code = ? and version = ? on conflict do nothing
            """
                .formatted(COLUMNS),
            String.join("\n", departmentsOf(tx, code).stream().sorted().toList()),
            tx.now(),
            code,
            version);
  }

  private void requireMoved(Tx tx, Caller caller, int moved, String code, int ifVersion) {
    if (moved == 0) {
      Category newest =
          find(tx, caller, code)
              .orElseThrow(() -> new NotFound("category-unknown", Map.of("given", code)));
      throw Conflict.version(ifVersion, newest.version());
    }
  }

  private static void addDepartments(Tx tx, Category category) {
    for (String department : category.entry().departmentCodes()) {
      JdbcTx.of(tx)
          .update(
              "insert into incident_department_category (department, category) values (?, ?)",
              department,
              category.code());
    }
  }

  private static Set<String> departmentsOf(Tx tx, String code) {
    return Set.copyOf(
        JdbcTx.of(tx)
            .query(
                "select department from incident_department_category where category = ?",
                row -> row.string("department"),
                code));
  }

  private static Map<String, Set<String>> departments(Tx tx) {
    Map<String, Set<String>> all = new HashMap<>();
    var unused =
        JdbcTx.of(tx)
            .query(
                "select department, category from incident_department_category",
                row ->
                    all.computeIfAbsent(row.string("category"), any -> new HashSet<>())
                        .add(row.string("department")));
    return all;
  }

  private static Category present(Row row, Map<String, Set<String>> departments)
      throws SQLException {
    return category(row, departments.getOrDefault(row.string("code"), Set.of()));
  }

  private static Category past(Row row) throws SQLException {
    return category(row, Set.copyOf(lines(row.string("departments"))));
  }

  private static Category category(Row row, Set<String> departments) throws SQLException {
    return new Category(
        row.string("code"),
        row.integer("version"),
        new Entry(
            row.string("name_zh"),
            row.string("name_en"),
            Priority.find(row.string("priority")).orElseThrow(),
            lines(row.string("keywords")),
            row.string("parent"),
            parse(row.string("conditions")),
            departments,
            row.flag("published")),
        row.flag("retired"),
        row.instant("since"));
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  /** A line each: code, Chinese and English name, with bars between. */
  private static String print(List<Condition> conditions) {
    return conditions.stream()
        .map(one -> one.code() + "|" + one.nameZh() + "|" + one.nameEn())
        .collect(Collectors.joining("\n"));
  }

  private static List<Condition> parse(String text) {
    return text.lines()
        .map(line -> line.split("\\|", -1))
        .map(parts -> new Condition(parts[0], parts[1], parts[2]))
        .toList();
  }
}
