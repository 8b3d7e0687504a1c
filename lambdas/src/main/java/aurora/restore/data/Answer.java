package aurora.restore.data;

import java.util.List;
import software.amazon.awssdk.services.rdsdata.model.Field;

/** What a statement came to. */
sealed interface Answer {
  /** The rows that it found. */
  record Rows(List<List<Field>> rows) implements Answer {}

  /**
   * It found nothing, for it failed.
   *
   * @param why as the database or the Data API says
   */
  record Refused(String why) implements Answer {}
}
