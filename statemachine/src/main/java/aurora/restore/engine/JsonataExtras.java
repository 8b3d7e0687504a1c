package aurora.restore.engine;

import aurora.restore.time.VirtualTime;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The functions that Step Functions adds to JSONata or takes from it (Developer Guide,
 * "Transforming data with JSONata in Step Functions"), and those that would otherwise ask the
 * machine for its clock or for chance.
 */
final class JsonataExtras {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> DIGESTS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  private final VirtualTime time;
  private final RandomGenerator random;

  JsonataExtras(VirtualTime time, RandomGenerator random) {
    this.time = time;
    this.random = random;
  }

  void bindTo(Jsonata.Frame frame) {
    bind(
        frame, "eval", arguments -> refuse("$eval is not available in Step Functions; use $parse"));
    bind(frame, "uuid", arguments -> uuid());
    bind(frame, "random", this::random);
    bind(frame, "hash", JsonataExtras::hash);
    bind(frame, "parse", JsonataExtras::parse);
    bind(frame, "partition", JsonataExtras::partition);
    bind(frame, "range", JsonataExtras::range);
    bind(
        frame,
        "now",
        arguments ->
            arguments.isEmpty()
                ? Iso.text(time.instant())
                : refuse("$now with a picture is not known to this engine"));
    bind(frame, "millis", arguments -> time.instant().toEpochMilli());
    bind(frame, "shuffle", this::shuffle);
  }

  private static void bind(Jsonata.Frame frame, String name, Jsonata.FnVarArgs<Object> function) {
    frame.bind(name, Jsonata.function(name, function, null));
  }

  private static Object refuse(String why) {
    throw new JException(new IllegalArgumentException(why), why, 0, null, null);
  }

  String uuid() {
    long most = (random.nextLong() & ~0xF000L) | 0x4000L;
    long least = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(most, least).toString();
  }

  private Object random(List<?> arguments) {
    return arguments.isEmpty()
        ? (Object) random.nextDouble()
        : (Object) new SplittableRandom(number(arguments, 0).longValue()).nextDouble();
  }

  private Object shuffle(List<?> arguments) {
    var shuffled = new ArrayList<Object>(list(arguments, 0));
    for (int last = shuffled.size() - 1; last > 0; last--) {
      Collections.swap(shuffled, last, random.nextInt(last + 1));
    }
    return shuffled;
  }

  private static Object hash(List<?> arguments) {
    var algorithm = text(arguments, 1);
    if (!DIGESTS.contains(algorithm)) {
      return refuse("$hash knows " + DIGESTS.stream().sorted().toList() + ", not " + algorithm);
    }
    try {
      var digest = MessageDigest.getInstance(algorithm);
      return HexFormat.of()
          .formatHex(digest.digest(text(arguments, 0).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  private static Object parse(List<?> arguments) {
    try {
      return JsonataValues.toLibrary(JSON.readTree(text(arguments, 0)));
    } catch (JsonProcessingException e) {
      return refuse("$parse was given no JSON: " + e.getOriginalMessage());
    }
  }

  private static Object partition(List<?> arguments) {
    var whole = list(arguments, 0);
    int size = number(arguments, 1).intValue();
    if (size < 1) {
      return refuse("$partition needs a positive size, not " + size);
    }
    var parts = new ArrayList<Object>();
    for (int from = 0; from < whole.size(); from += size) {
      parts.add(new ArrayList<Object>(whole.subList(from, Math.min(whole.size(), from + size))));
    }
    return parts;
  }

  private static Object range(List<?> arguments) {
    long first = number(arguments, 0).longValue();
    long last = number(arguments, 1).longValue();
    long step = number(arguments, 2).longValue();
    if (step == 0 || Math.abs((last - first) / step) >= 1_000) {
      return refuse("$range needs a step other than 0 and comes to 1000 numbers at most");
    }
    var numbers = new ArrayList<Object>();
    for (long n = first; step > 0 ? n <= last : n >= last; n += step) {
      numbers.add(n);
    }
    return numbers;
  }

  private static Object argument(List<?> arguments, int index) {
    return arguments.size() > index
        ? arguments.get(index)
        : refuse("argument " + (index + 1) + " is missing");
  }

  private static String text(List<?> arguments, int index) {
    return argument(arguments, index) instanceof String text
        ? text
        : (String) refuse("argument " + (index + 1) + " must be a string");
  }

  private static Number number(List<?> arguments, int index) {
    return argument(arguments, index) instanceof Number number
        ? number
        : (Number) refuse("argument " + (index + 1) + " must be a number");
  }

  private static List<?> list(List<?> arguments, int index) {
    var value = argument(arguments, index);
    return value instanceof List<?> list ? list : List.of(value);
  }
}
