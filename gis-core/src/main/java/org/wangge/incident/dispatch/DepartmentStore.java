package org.wangge.incident.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.Handler;

/** Keeps departments and who belongs to them. Thread-safe; calls belong to their transaction. */
public interface DepartmentStore {

  /** All, in the order of their codes. */
  List<Department> list(Tx tx, Caller caller);

  /** Codes of those an account belongs to. */
  Set<String> ofMember(Tx tx, Caller caller, String account);

  /** For whom an account answers: for the person behind it, and for the departments it is of. */
  default List<Handler> handlersOf(Tx tx, Caller caller) {
    List<Handler> own = new ArrayList<>();
    caller.staffCode().ifPresent(code -> own.add(new Handler(Handler.Kind.PERSON, code)));
    for (String department : ofMember(tx, caller, caller.account())) {
      own.add(new Handler(Handler.Kind.DEPARTMENT, department));
    }
    return own;
  }

  /** Adds departments; those already there stay as they are. */
  void add(Tx tx, Caller caller, List<Department> departments);

  /** Lets an account belong to a department; nothing changes where it does. */
  void addMember(Tx tx, Caller caller, String department, String account);
}
