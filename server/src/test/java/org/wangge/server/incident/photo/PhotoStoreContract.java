package org.wangge.server.incident.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.file.FileUse;
import org.wangge.incident.photo.Exposure;
import org.wangge.incident.photo.Photo;
import org.wangge.incident.photo.PhotoRegister;
import org.wangge.incident.photo.PhotoSize;
import org.wangge.server.incident.IncidentStores;
import org.wangge.server.incident.file.FileStoreContract;

/** What the store of photos promises beyond, on either database. */
abstract class PhotoStoreContract extends FileStoreContract<Photo> {
  private static final LatticePoint PLACE = new LatticePoint(1_126_137_000, 289_182_000);

  private final JdbcPhotoStore store;

  PhotoStoreContract() {
    this(new JdbcPhotoStore());
  }

  private PhotoStoreContract(JdbcPhotoStore store) {
    super(store);
    this.store = store;
  }

  @Test
  void a_photo_waits_is_put_with_one_thing_once_and_forgets_where_it_was_taken() {
    report("one", "incident-1");
    Photo waiting = photo("a", T0, PLACE);
    add(waiting);
    add(photo("a", T0.plusSeconds(9), null));
    assertThat(find("a")).as("the first stays").contains(waiting);
    assertThat(read(store::waiting)).isEqualTo(1);
    FileUse use = new FileUse("one", null, 0, 1);
    assertThat(attach("a", use, 12)).isTrue();
    assertThat(attach("a", new FileUse(null, "incident-1", 2, 1))).isFalse();
    assertThat(attach("never", use)).isFalse();
    assertThat(find("a")).contains(new Photo("a", 20, 10, T0, T0, null, use, 12));
    assertThat(read(store::waiting)).isZero();
    assertThat(print("a", PhotoSize.SMALL).orElseThrow()).containsExactly(4, 5);
    assertThat(print("a", PhotoSize.LARGE).orElseThrow()).containsExactly(1, 2, 3);
  }

  @Test
  void of_those_that_wait_the_longest_goes_first() {
    report("one", "incident-1");
    for (int i = 0; i < 4; i++) {
      add("p" + i, T0.plusSeconds(i));
    }
    attach("p0", new FileUse("one", null, 0, 1));
    boolean tooSoon = write(tx -> store.removeLongestWaiting(tx, T0.plusSeconds(1)));
    assertThat(tooSoon).isFalse();
    boolean gone = write(tx -> store.removeLongestWaiting(tx, T0.plusSeconds(2)));
    assertThat(gone).isTrue();
    int swept = write(tx -> store.removeWaiting(tx, T0.plusSeconds(3)));
    assertThat(swept).isEqualTo(1);
    assertThat(read(store::waiting)).isEqualTo(1);
    assertThat(find("p0").orElseThrow().use()).isPresent();
    assertThat(find("p3").orElseThrow().use()).isEmpty();
  }

  @Test
  void a_photo_more_than_may_wait_is_not_taken_for_now() {
    PhotoRegister register =
        new PhotoRegister(
            database(), store, IncidentStores.incidents(), IncidentStores.reporters(), 1);
    Exposure exposure =
        new Exposure(20, 10, null, null, new Exposure.Prints(new byte[] {1}, new byte[] {2}));
    assertThat(register.add(CALLER, "a", exposure)).isPresent();
    assertThat(register.add(CALLER, "b", exposure)).isEmpty();
    assertThat(find("b")).isEmpty();
    report("one", "incident-1");
    attach("a", new FileUse("one", null, 0, 1));
    assertThat(register.add(CALLER, "b", exposure)).isPresent();
  }

  @Override
  protected void add(String id, Instant at) {
    add(photo(id, at, null));
  }

  private void add(Photo photo) {
    Exposure.Prints prints = new Exposure.Prints(new byte[] {1, 2, 3}, new byte[] {4, 5});
    change(tx -> store.add(tx, CALLER, photo, prints));
  }

  private static Photo photo(String id, Instant at, @Nullable LatticePoint where) {
    return new Photo(id, 20, 10, at, at, where, null, null);
  }

  @Override
  protected boolean attach(String id, FileUse use) {
    return attach(id, use, null);
  }

  private boolean attach(String id, FileUse use, @Nullable Integer metersOff) {
    return write(tx -> store.attach(tx, CALLER, id, use, metersOff));
  }

  @Override
  protected boolean hasContent(String id) {
    return Arrays.stream(PhotoSize.values()).anyMatch(size -> print(id, size).isPresent());
  }

  private Optional<byte[]> print(String id, PhotoSize size) {
    return read(tx -> store.print(tx, CALLER, id, size));
  }
}
