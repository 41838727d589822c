package org.wangge.incident.category;

import java.time.Instant;
import java.util.Map;
import org.wangge.fault.Invalid;
import org.wangge.incident.Priority;

/**
 * A kind of incident (事件类别), as a version of it says. By when incidents of it have to be done,
 * {@link org.wangge.incident.limit.StageLimits} say.
 *
 * @param code stable, in kebab case, at most 60 characters
 * @param version counts its changes, from 1; the ETag of it
 * @param entry what is said of it
 * @param retired whether nothing new is reported of it; what was reported keeps it
 * @param since from when on it is so
 */
public record Category(String code, int version, Entry entry, boolean retired, Instant since) {

  /**
   * @throws Invalid with code {@code category-code}
   */
  public Category {
    if (!CategoryText.isCode(code)) {
      throw new Invalid("code", "category-code", Map.of("given", code));
    }
  }

  /** A new one. */
  public static Category first(String code, Entry entry, Instant since) {
    return new Category(code, 1, entry, false, since);
  }

  /** The same one version later, with something else said of it. */
  public Category with(Entry changed, Instant now) {
    return new Category(code, version + 1, changed, retired, now);
  }

  /** The same one version later, out of use or in use again. */
  public Category retired(boolean out, Instant now) {
    return new Category(code, version + 1, entry, out, now);
  }

  public String nameZh() {
    return entry.nameZh();
  }

  public String nameEn() {
    return entry.nameEn();
  }

  public Priority priority() {
    return entry.priority();
  }

  /** Whether anyone may know of incidents of it. */
  public boolean isPublished() {
    return entry.published();
  }
}
