package aurora.restore.edge;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a function's container calls before it is asked for anything, by which services it uses. */
public enum Primed {
  DYNAMO_DB("{}") {
    @Override
    void call(Aws aws, String region) {
      aws.dynamoDb()
          .updateItem(
              update ->
                  update
                      .tableName(NAME)
                      .key(Map.of(NAME, AttributeValue.fromS(NAME)))
                      .updateExpression("SET a = :a"));
    }
  },
  EC2("<DescribeSubnetsResponse><subnetSet/></DescribeSubnetsResponse>") {
    @Override
    void call(Aws aws, String region) {
      aws.ec2(region).describeSubnets(query -> query.subnetIds(NAME));
    }
  },
  KMS("{\"KeyMetadata\":{\"KeyId\":\"primed\"}}") {
    @Override
    void call(Aws aws, String region) {
      aws.kms(region).describeKey(query -> query.keyId(NAME));
    }
  },
  RDS(
      "<DescribeAccountAttributesResponse><DescribeAccountAttributesResult/>"
          + "</DescribeAccountAttributesResponse>") {
    @Override
    void call(Aws aws, String region) {
      aws.rds(region).describeAccountAttributes();
    }
  },
  SNS(
      "<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult>"
          + "</PublishResponse>") {
    @Override
    void call(Aws aws, String region) {
      aws.sns().publish(mail -> mail.topicArn(NAME).message(NAME));
    }
  };

  private static final String NAME = "primed";

  private final String answer;

  Primed(String answer) {
    this.answer = answer;
  }

  /** The service's answer, as short as the SDK takes it. */
  String answer() {
    return answer;
  }

  abstract void call(Aws aws, String region);
}
