package aurora.restore.shrink;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The classes that handlers may come to, and the methods of those. Errs on the side of keeping: a
 * class that is mentioned is loaded, a method is called where any of its name and descriptor is.
 */
final class Reachable {
  /** The handlers' side of Lambda's interfaces: its runtime client calls them. */
  private static final String OF_LAMBDA = "com/amazonaws/services/lambda/runtime/";

  private static final String OWN = "aurora/restore/";
  private static final String HANDLER = "Handler";
  private static final String CLIENT = "Client";

  private final WholeJar whole;
  private final Map<String, Set<MethodNode>> methods = new HashMap<>();
  private final Set<String> ofJdk = new HashSet<>();
  private final Set<String> called = new HashSet<>();
  private final Map<String, List<Runnable>> uncalled = new HashMap<>();
  private final Queue<Runnable> toFollow = new ArrayDeque<>();

  private final UnnamedErrors unnamedErrors;

  private Reachable(WholeJar whole) {
    this.whole = whole;
    this.unnamedErrors = new UnnamedErrors(mentionedByHandlers(whole));
  }

  private static Set<String> mentionedByHandlers(WholeJar whole) {
    return whole
        .classes()
        .filter(type -> type.startsWith(OWN))
        .flatMap(type -> whole.type(type).methods.stream())
        .flatMap(method -> Mentions.of(method).types().stream())
        .collect(Collectors.toSet());
  }

  /** Of a jar, all that its handlers may come to. */
  static Reachable in(WholeJar whole) {
    var reachable = new Reachable(whole);
    whole
        .classes()
        .filter(type -> type.startsWith(OWN) && type.endsWith(HANDLER))
        .forEach(reachable::mention);
    while (!reachable.toFollow.isEmpty()) {
      reachable.toFollow.remove().run();
    }
    return reachable;
  }

  /** Whether a class is made and read by reflection, so that all of it is kept as it is. */
  static boolean isKeptWhole(String type) {
    return type.startsWith(OWN) || type.startsWith(OF_LAMBDA);
  }

  boolean has(String type) {
    return methods.containsKey(type);
  }

  boolean has(String type, MethodNode method) {
    return methods.get(type).contains(method);
  }

  private void mention(String type) {
    if (whole.has(type) && !methods.containsKey(type)) {
      methods.put(type, new HashSet<>());
      toFollow.add(() -> load(whole.type(type)));
    }
  }

  private void load(ClassNode type) {
    if (type.name.endsWith(CLIENT)) {
      unnamedErrors.removeFrom(type);
    }
    follow(Mentions.of(type));
    supertypes(type).filter(parent -> !whole.has(parent)).forEach(this::callAllOf);
    for (var method : type.methods) {
      var signature = new Call(type.name, method.name, method.desc).signature();
      if (isKeptWhole(type.name) || isCalledByTheJvm(type, method) || called.contains(signature)) {
        reach(type, method);
      } else {
        uncalled.computeIfAbsent(signature, s -> new ArrayList<>()).add(() -> reach(type, method));
      }
    }
    if (isKeptWhole(type.name)) {
      follow(Mentions.ofParts(type));
    }
    whole.providers(type.name).forEach(this::mentionWithConstructor);
  }

  private static Stream<String> supertypes(ClassNode type) {
    return Stream.concat(Stream.of(type.superName), type.interfaces.stream());
  }

  /** Of a class of the JDK, which may call whatever overrides a method of its own. */
  private void callAllOf(String type) {
    if (!ofJdk.add(type)) {
      return;
    }
    try {
      var loaded = Class.forName(type.replace('/', '.'), false, null);
      for (var method : loaded.getDeclaredMethods()) {
        call(new Call(type, method.getName(), Type.getMethodDescriptor(method)).signature());
      }
      Stream.concat(Stream.ofNullable(loaded.getSuperclass()), Stream.of(loaded.getInterfaces()))
          .forEach(parent -> callAllOf(Type.getInternalName(parent)));
    } catch (ClassNotFoundException e) {
      // Of a library that isn't there, so that no subclass of it can be made either.
    }
  }

  /** An enum's constants are asked for by reflection. */
  private static boolean isCalledByTheJvm(ClassNode type, MethodNode method) {
    return method.name.equals("<clinit>")
        || (type.access & Opcodes.ACC_ENUM) != 0 && method.name.equals("values");
  }

  private void reach(ClassNode type, MethodNode method) {
    methods.get(type.name).add(method);
    toFollow.add(() -> follow(Mentions.of(method)));
  }

  private void follow(Mentions mentions) {
    mentions.types().forEach(this::mention);
    mentions.calls().forEach(call -> call(call.signature()));
    mentions.texts().stream()
        .map(text -> text.replace('.', '/'))
        .filter(whole::has)
        .forEach(this::mentionWithConstructor);
  }

  private void mentionWithConstructor(String type) {
    mention(type);
    call(Call.constructor(type));
  }

  private void call(String signature) {
    if (called.add(signature)) {
      var waiting = uncalled.remove(signature);
      if (waiting != null) {
        waiting.forEach(Runnable::run);
      }
    }
  }
}
