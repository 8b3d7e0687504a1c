package aurora.restore.simulation.sns;

import java.time.Instant;
import java.util.Map;

/**
 * A message as it was accepted.
 *
 * @param at the virtual instant of publication
 * @param topicArn the topic
 * @param messageId the id that the publisher was given
 * @param subject at most 99 characters; null where none was given
 * @param body plain text, at most 256 KiB
 * @param attributes names to string values
 */
public record PublishedMessage(
    Instant at,
    String topicArn,
    String messageId,
    String subject,
    String body,
    Map<String, String> attributes) {}
