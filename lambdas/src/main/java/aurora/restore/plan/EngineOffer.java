package aurora.restore.plan;

import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;

/**
 * What the target region says of the engine's version that is to be restored.
 *
 * @param missing whether it certainly isn't offered, so that asking what goes with it is idle
 * @param version empty where it isn't offered or couldn't be looked up
 */
record EngineOffer(boolean missing, Optional<DBEngineVersion> version) {
  static final EngineOffer MISSING = new EngineOffer(true, Optional.empty());
  static final EngineOffer UNKNOWN = new EngineOffer(false, Optional.empty());

  static EngineOffer of(DBEngineVersion version) {
    return new EngineOffer(false, Optional.of(version));
  }
}
