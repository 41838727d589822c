package org.wangge.server.incident;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.dispatch.Department;
import org.wangge.incident.dispatch.DepartmentStore;
import org.wangge.server.storage.JdbcTx;

/** Departments in plain SQL for both databases. Thread-safe. */
final class JdbcDepartmentStore implements DepartmentStore {

  @Override
  public List<Department> list(Tx tx, Caller caller) {
    Map<String, Set<String>> categories = new HashMap<>();
    var unused =
        JdbcTx.of(tx)
            .query(
                "select department, category from incident_department_category",
                row ->
                    categories
                        .computeIfAbsent(row.string("department"), any -> new HashSet<>())
                        .add(row.string("category")));
    return JdbcTx.of(tx)
        .query(
            "select code, name_zh, name_en from incident_department order by code",
            row ->
                new Department(
                    row.string("code"),
                    row.string("name_zh"),
                    row.string("name_en"),
                    categories.getOrDefault(row.string("code"), Set.of())));
  }

  @Override
  public Set<String> ofMember(Tx tx, Caller caller, String account) {
    return Set.copyOf(
        JdbcTx.of(tx)
            .query(
                "select department from incident_department_member where account = ?",
                row -> row.string("department"),
                account));
  }

  @Override
  public void add(Tx tx, Caller caller, List<Department> departments) {
    JdbcTx jdbc = JdbcTx.of(tx);
    for (Department one : departments) {
      int added =
          jdbc.update(
              """
              insert into incident_department (code, name_zh, name_en) values (?, ?, ?)
              on conflict do nothing
              """,
              one.code(),
              one.nameZh(),
              one.nameEn());
      if (added == 0) {
        continue;
      }
      for (String category : one.categories()) {
        jdbc.update(
            "insert into incident_department_category (department, category) values (?, ?)",
            one.code(),
            category);
      }
    }
  }

  @Override
  public void addMember(Tx tx, Caller caller, String department, String account) {
    JdbcTx.of(tx)
        .update(
            """
            insert into incident_department_member (department, account) values (?, ?)
            on conflict do nothing
            """,
            department,
            account);
  }
}
