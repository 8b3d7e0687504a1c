package aurora.restore.simulation.s3;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A bucket, and the fluent calls that set it up. */
public final class Bucket {
  private final String account;
  private final String region;
  private final Map<String, byte[]> objects = new TreeMap<>();
  private boolean isLocked;

  Bucket(String account, String region) {
    this.account = account;
    this.region = region;
  }

  /** Whatever is put into it is kept under a default retention. */
  public Bucket withObjectLock() {
    isLocked = true;
    return this;
  }

  String account() {
    return account;
  }

  String region() {
    return region;
  }

  boolean isLocked() {
    return isLocked;
  }

  boolean has(String key) {
    return objects.containsKey(key);
  }

  void put(String key, byte[] body) {
    objects.put(key, body);
  }

  /** The object of a key, as a text. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(objects.get(key))
        .map(body -> new String(body, StandardCharsets.UTF_8));
  }

  /** How many objects there are. */
  public int size() {
    return objects.size();
  }
}
