package aurora.restore.shrink;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * What a piece of a class mentions.
 *
 * @param types classes, by their internal names
 * @param texts strings, which may be names of classes
 * @param calls methods that are called
 */
record Mentions(Set<String> types, Set<String> texts, Set<Call> calls) {
  private static final Pattern TYPES_OF_SIGNATURE = Pattern.compile("L([\\w/$]+)");

  private Mentions() {
    this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
  }

  /** What a class needs to be loaded, whichever of its methods are called. */
  static Mentions of(ClassNode type) {
    var mentions = new Mentions();
    mentions.name(type.superName);
    type.interfaces.forEach(mentions::name);
    mentions.name(type.nestHostClass);
    type.innerClasses.stream()
        .filter(inner -> inner.name.equals(type.name))
        .forEach(inner -> mentions.name(inner.outerName));
    mentions.annotations(type.visibleAnnotations);
    mentions.signature(type.signature);
    return mentions;
  }

  /** What reflection finds in a class beside its methods. */
  static Mentions ofParts(ClassNode type) {
    var mentions = new Mentions();
    for (var field : type.fields) {
      mentions.descriptor(field.desc);
      mentions.signature(field.signature);
      mentions.annotations(field.visibleAnnotations);
    }
    if (type.recordComponents != null) {
      for (var component : type.recordComponents) {
        mentions.descriptor(component.descriptor);
        mentions.signature(component.signature);
        mentions.annotations(component.visibleAnnotations);
      }
    }
    if (type.permittedSubclasses != null) {
      type.permittedSubclasses.forEach(mentions::name);
    }
    return mentions;
  }

  static Mentions of(MethodNode method) {
    var mentions = new Mentions();
    mentions.descriptor(method.desc);
    mentions.annotations(method.visibleAnnotations);
    method.exceptions.forEach(mentions::name);
    method.tryCatchBlocks.forEach(block -> mentions.name(block.type));
    for (var instruction : method.instructions) {
      switch (instruction) {
        case MethodInsnNode call -> mentions.call(call.owner, call.name, call.desc);
        case FieldInsnNode field -> {
          mentions.name(field.owner);
          mentions.descriptor(field.desc);
        }
        case TypeInsnNode type -> mentions.name(type.desc);
        case MultiANewArrayInsnNode array -> mentions.descriptor(array.desc);
        case LdcInsnNode constant -> mentions.constant(constant.cst);
        case InvokeDynamicInsnNode dynamic -> mentions.dynamic(dynamic);
        case FrameNode frame -> {
          mentions.frame(frame.local);
          mentions.frame(frame.stack);
        }
        default -> {} // all others work on numbers and on what is there already
      }
    }
    return mentions;
  }

  /** A lambda's interface has one method, of this name, and of one of the method types given. */
  private void dynamic(InvokeDynamicInsnNode dynamic) {
    descriptor(dynamic.desc);
    constant(dynamic.bsm);
    var made = Type.getReturnType(dynamic.desc);
    for (var argument : dynamic.bsmArgs) {
      constant(argument);
      if (argument instanceof Type type && type.getSort() == Type.METHOD) {
        call(made.getInternalName(), dynamic.name, type.getDescriptor());
      }
    }
  }

  private void constant(Object constant) {
    switch (constant) {
      case String text -> texts.add(text);
      case Type type -> descriptor(type.getDescriptor());
      case Handle handle when handle.getDesc().startsWith("(") ->
          call(handle.getOwner(), handle.getName(), handle.getDesc());
      case Handle handle -> name(handle.getOwner());
      case ConstantDynamic dynamic -> {
        descriptor(dynamic.getDescriptor());
        constant(dynamic.getBootstrapMethod());
        for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
          constant(dynamic.getBootstrapMethodArgument(i));
        }
      }
      default -> {} // a number
    }
  }

  private void call(String owner, String name, String descriptor) {
    name(owner);
    descriptor(descriptor);
    calls.add(new Call(owner, name, descriptor));
  }

  private void frame(List<Object> slots) {
    if (slots != null) {
      slots.forEach(
          slot -> {
            if (slot instanceof String type) {
              name(type);
            }
          });
    }
  }

  private void annotations(List<AnnotationNode> annotations) {
    if (annotations != null) {
      annotations.forEach(annotation -> descriptor(annotation.desc));
    }
  }

  private void signature(String signature) {
    if (signature != null) {
      TYPES_OF_SIGNATURE.matcher(signature).results().forEach(type -> name(type.group(1)));
    }
  }

  /** Of a class as an operand, which may also be an array's descriptor. */
  private void name(String type) {
    if (type != null) {
      descriptor(type.startsWith("[") ? type : "L" + type + ";");
    }
  }

  private void descriptor(String descriptor) {
    var type = Type.getType(descriptor);
    switch (type.getSort()) {
      case Type.ARRAY -> descriptor(type.getElementType().getDescriptor());
      case Type.OBJECT -> types.add(type.getInternalName());
      case Type.METHOD -> {
        descriptor(type.getReturnType().getDescriptor());
        for (var parameter : type.getArgumentTypes()) {
          descriptor(parameter.getDescriptor());
        }
      }
      default -> {} // a number, or nothing
    }
  }
}
