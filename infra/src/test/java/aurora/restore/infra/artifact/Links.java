package aurora.restore.infra.artifact;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** What the classes of a jar need of one another and of the JDK. */
final class Links {
  private static final ClassLoader JDK = ClassLoader.getPlatformClassLoader();

  private final Map<String, ClassModel> types = new HashMap<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private final Map<String, Boolean> ofTheJdk = new HashMap<>();

  static Links of(Path jar) throws IOException {
    var links = new Links();
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entry : zip.stream().filter(it -> it.getName().endsWith(".class")).toList()) {
        var type = ClassFile.of().parse(zip.getInputStream(entry).readAllBytes());
        links.types.put(type.thisClass().asInternalName(), type);
      }
    }
    return links;
  }

  int classes() {
    return types.size();
  }

  /** Each class or member that some class needs and that isn't there, with who needs it. */
  List<String> broken() {
    var broken = new ArrayList<String>();
    types.forEach(
        (name, type) -> {
          for (var entry : type.constantPool()) {
            var needed =
                switch (entry) {
                  case ClassEntry it when !isThere(it) -> it.asInternalName();
                  case MemberRefEntry it when isThere(it.owner()) && !isThere(it) ->
                      it.owner().asInternalName() + "." + it.name() + it.type();
                  default -> null;
                };
            if (needed != null) {
              broken.add(name + " needs " + needed);
            }
          }
        });
    return broken;
  }

  private boolean isThere(ClassEntry entry) {
    var name = entry.asInternalName();
    return types.containsKey(name) || isOfTheJdk(name);
  }

  private boolean isOfTheJdk(String name) {
    return name.startsWith("[")
        || ofTheJdk.computeIfAbsent(name, it -> JDK.getResource(it + ".class") != null);
  }

  private boolean isThere(MemberRefEntry member) {
    return isIn(member.owner().asInternalName(), member.name() + "" + member.type());
  }

  /** In a class or one that it inherits from. The JDK's have what they had at compilation. */
  private boolean isIn(String owner, String member) {
    var type = types.get(owner);
    if (type == null) {
      return isOfTheJdk(owner);
    }
    return members.computeIfAbsent(owner, it -> members(type)).contains(member)
        || Stream.concat(type.superclass().stream(), type.interfaces().stream())
            .anyMatch(parent -> isIn(parent.asInternalName(), member));
  }

  private static Set<String> members(ClassModel type) {
    return Stream.concat(
            type.methods().stream().map(it -> it.methodName() + "" + it.methodType()),
            type.fields().stream().map(it -> it.fieldName() + "" + it.fieldType()))
        .collect(Collectors.toSet());
  }
}
