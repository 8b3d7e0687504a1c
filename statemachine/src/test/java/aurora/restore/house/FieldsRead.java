package aurora.restore.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The fields of RDS's, KMS's and EC2's answers that the functions read, found in their bytecode.
 */
final class FieldsRead {
  private static final Pattern ANSWER =
      Pattern.compile("software/amazon/awssdk/services/(rds|kms|ec2)/model/([A-Za-z0-9]+)");
  private static final Set<String> NO_FIELDS =
      Set.of("builder", "toBuilder", "build", "hashCode", "toString", "values", "ordinal");

  private final Set<String> fields = new TreeSet<>();

  private FieldsRead() {}

  /** Each as service, type and getter, e.g. {@code rds.DBCluster.port}. */
  static Set<String> in(Path classes) {
    var read = new FieldsRead();
    try (var files = Files.walk(classes)) {
      for (var file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        for (var method : ClassFile.of().parse(file).methods()) {
          method.code().ifPresent(code -> code.forEach(read::add));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the compiled functions can't be read", e);
    }
    return read.fields;
  }

  private void add(CodeElement element) {
    if (element instanceof InvokeInstruction call) {
      add(
          call.owner().asInternalName(),
          call.name().stringValue(),
          call.typeSymbol().parameterCount());
    }
    if (element instanceof InvokeDynamicInstruction lambda) {
      for (var argument : lambda.bootstrapArgs()) {
        if (argument instanceof DirectMethodHandleDesc method) {
          var owner = method.owner().descriptorString();
          // Of a method of an object, the object is the first parameter.
          add(
              owner.substring(1, owner.length() - 1),
              method.methodName(),
              method.invocationType().parameterCount() - 1);
        }
      }
    }
  }

  private void add(String owner, String method, int parameters) {
    var answer = ANSWER.matcher(owner);
    if (parameters == 0
        && !NO_FIELDS.contains(method)
        && answer.matches()
        && !answer.group(2).endsWith("Request")
        && !answer.group(2).endsWith("Exception")) {
      fields.add(answer.group(1) + "." + answer.group(2) + "." + method);
    }
  }
}
