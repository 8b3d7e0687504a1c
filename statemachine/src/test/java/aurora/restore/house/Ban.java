package aurora.restore.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Something that a class may not reach for.
 *
 * @param target what of, e.g. {@code java.time.Instant.now}
 * @param withoutArguments whether only the form without arguments is meant: {@code new Random()} is
 *     drawn from nowhere, {@code new Random(seed)} is drawn from a seed
 * @param rooms the packages that may all the same
 * @param reason why, and what to do instead
 */
record Ban(Predicate<String> target, boolean withoutArguments, Set<String> rooms, String reason) {

  static Ban on(String target, String reason, String... rooms) {
    return new Ban(target::equals, false, Set.of(rooms), reason);
  }

  static Ban onAll(String prefix, String reason, String... rooms) {
    return new Ban(name -> name.startsWith(prefix), false, Set.of(rooms), reason);
  }

  static Ban onUnseeded(String type, String reason, String... rooms) {
    return new Ban((type + ".<init>")::equals, true, Set.of(rooms), reason);
  }

  boolean isBrokenBy(JavaAccess<?> access) {
    var name = access.getTargetOwner().getName() + "." + access.getTarget().getName();
    return target.test(name)
        && !(withoutArguments && !access.getTarget().getFullName().endsWith("()"))
        && !rooms.contains(access.getOriginOwner().getPackageName());
  }

  String brokenBy(JavaAccess<?> access) {
    return access.getDescription() + ": " + reason;
  }
}
