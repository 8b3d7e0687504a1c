package aurora.restore.shrink;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/** The files of the deployed jar: those of the whole one, without what can't be reached. */
record ShrunkJar(WholeJar whole, Reachable reachable) {

  /** What a file has in it; empty for one that is left out. */
  Optional<byte[]> content(String file) {
    if (WholeJar.isClass(file)) {
      return classFile(WholeJar.typeOf(file));
    }
    var isWanted = !file.startsWith(WholeJar.SERVICES) || reachable.has(service(file));
    return isWanted ? Optional.of(whole.content(file)) : Optional.empty();
  }

  private static String service(String file) {
    return file.substring(WholeJar.SERVICES.length()).replace('.', '/');
  }

  private Optional<byte[]> classFile(String type) {
    return reachable.has(type) ? Optional.of(trimmed(whole.type(type))) : Optional.empty();
  }

  /** Written anew, so that its table of constants has no more than what is left needs. */
  private byte[] trimmed(ClassNode type) {
    type.methods.removeIf(method -> !reachable.has(type.name, method));
    for (var method : type.methods) {
      method.invisibleAnnotations = null;
      if (!Reachable.isKeptWhole(type.name)) {
        method.localVariables = null; // for debuggers; lines of stack traces stay
      }
    }
    type.fields.forEach(field -> field.invisibleAnnotations = null);
    type.invisibleAnnotations = null;
    type.innerClasses.removeIf(inner -> isGone(inner.name));
    removeGone(type.nestMembers);
    removeGone(type.permittedSubclasses);
    var writer = new ClassWriter(0);
    type.accept(writer);
    return writer.toByteArray();
  }

  private void removeGone(List<String> types) {
    if (types != null) {
      types.removeIf(this::isGone);
    }
  }

  private boolean isGone(String type) {
    return whole.has(type) && !reachable.has(type);
  }
}
