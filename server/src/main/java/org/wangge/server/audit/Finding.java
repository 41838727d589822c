package org.wangge.server.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with the record.
 *
 * @param kind what
 * @param number of which record; 0 where it has none
 * @param idOrNull of which record
 * @param atOrNull when that was written, as far as is known
 */
public record Finding(Kind kind, long number, @Nullable UUID idOrNull, @Nullable Instant atOrNull) {

  /** What can be wrong. */
  public enum Kind {
    CHAIN_BROKEN("chain-broken", "与前一条的链接不符", "does not follow from the record before it"),
    NUMBER_MISSING("number-missing", "编号有缺口：之前的记录不见了", "records before it are missing"),
    NUMBER_TWICE("number-twice", "编号重复或倒退", "its number stands twice or goes back"),
    COLUMNS_DIFFER("columns-differ", "列与存储的字节不符", "its columns differ from its bytes"),
    BODY_UNREADABLE("body-unreadable", "存储的字节不是记录", "its bytes are no record"),
    MARK_WRONG("mark-wrong", "不是本安装写入的", "was not written by this installation"),
    RECORD_CHANGED("record-changed", "与旁路文件的摘要不符", "differs from the side file's digest"),
    RECORD_LOST("record-lost", "已提交的记录不见了", "was committed and is gone"),
    TAIL_CUT("tail-cut", "签名头之前的末尾记录不见了", "records up to the signed head are missing"),
    HEAD_DIFFERS("head-differs", "与签名头不符", "differs from the signed head"),
    HEAD_MISSING("head-missing", "数据目录里没有签名头", "the data folder has no signed head"),
    HEAD_FORGED("head-forged", "签名头的签名不对", "the head is not signed by this installation"),
    ANCHOR_DIFFERS("anchor-differs", "与给出的锚点不符", "differs from the anchor given"),
    JOURNAL_DAMAGED("journal-damaged", "旁路文件有读不出的行", "the side file has unreadable lines");

    private final String code;
    private final String zh;
    private final String en;

    Kind(String code, String zh, String en) {
      this.code = code;
      this.zh = zh;
      this.en = en;
    }

    /** Stable word for programs. */
    public String code() {
      return code;
    }

    /** In Chinese. */
    public String zh() {
      return zh;
    }

    /** In English. */
    public String en() {
      return en;
    }
  }

  Optional<UUID> id() {
    return Optional.ofNullable(idOrNull);
  }

  Optional<Instant> at() {
    return Optional.ofNullable(atOrNull);
  }

  static Finding of(Kind kind, StoredRecord record) {
    return new Finding(kind, record.number(), record.id(), record.columns().at());
  }

  static Finding of(Kind kind, long number) {
    return new Finding(kind, number, null, null);
  }

  /** Which record and what is wrong with it, in both languages. */
  public String sentence() {
    String which =
        (number > 0 ? "#" + number + " " : "")
            + id().map(id -> id + " ").orElse("")
            + at().map(at -> at + " ").orElse("");
    return which + kind.zh() + " / " + kind.en() + " (" + kind.code() + ")";
  }
}
