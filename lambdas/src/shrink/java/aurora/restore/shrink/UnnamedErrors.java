package aurora.restore.shrink;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The errors of a service that no handler has a name for. A client for the Query protocol registers
 * all when it is made, 150 of RDS, with two classes and a lambda each; one that isn't registered
 * comes as the service's general exception, with the same code, status and message.
 */
final class UnnamedErrors {
  private static final String BEGIN = "software/amazon/awssdk/protocols/core/ExceptionMetadata";
  private static final String END = "registerModeledException";

  private final Set<String> named;

  /**
   * @param named the classes that handlers mention
   */
  UnnamedErrors(Set<String> named) {
    this.named = named;
  }

  /** Takes the registrations out of a client. */
  void removeFrom(ClassNode client) {
    for (var method : client.methods) {
      registrations(method).forEach(method.instructions::remove);
    }
  }

  /** From where a registration's builder is made until it is registered, all in a row. */
  private Set<AbstractInsnNode> registrations(MethodNode method) {
    var unwanted = new HashSet<AbstractInsnNode>();
    var registration = new HashSet<AbstractInsnNode>();
    var isUnnamed = false;
    for (var instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call && begins(call)) {
        registration.clear();
        isUnnamed = false;
      }
      if (instruction.getOpcode() >= 0) {
        registration.add(instruction); // the others are lines and labels
      }
      if (instruction instanceof InvokeDynamicInsnNode dynamic) {
        isUnnamed = isUnnamed(dynamic);
      }
      if (isUnnamed && instruction instanceof MethodInsnNode call && call.name.equals(END)) {
        unwanted.addAll(registration);
      }
    }
    return unwanted;
  }

  private static boolean begins(MethodInsnNode call) {
    return call.owner.equals(BEGIN) && call.name.equals("builder");
  }

  /** Whether what makes the exception is of a class without a name here. */
  private boolean isUnnamed(InvokeDynamicInsnNode dynamic) {
    for (var argument : dynamic.bsmArgs) {
      if (argument instanceof Handle maker) {
        return !named.contains(maker.getOwner());
      }
    }
    return false;
  }
}
