package aurora.restore.rehearsal;

import aurora.restore.fault.FaultOrder;
import aurora.restore.fault.FaultRefused;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a fault off the command line. */
final class FaultOption implements ITypeConverter<FaultOrder> {
  @Override
  public FaultOrder convert(String value) {
    try {
      return FaultOrder.read(value);
    } catch (FaultRefused e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
