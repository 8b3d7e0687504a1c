package aurora.restore.stories;

import aurora.restore.edge.Json;
import aurora.restore.evidence.Breach;
import aurora.restore.evidence.Chain;
import aurora.restore.evidence.Evidence;
import aurora.restore.evidence.EvidenceRow;
import aurora.restore.simulation.sns.PublishedMessage;
import aurora.restore.world.Run;
import aurora.restore.world.World;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The evidence of an operation, as somebody reads and verifies it who trusts neither table. */
record Shown(EvidenceRow row, Run run) {

  /** All of an operation, oldest first. */
  static List<Shown> all(Run run) {
    return run.audit().stream()
        .filter(row -> row.get("event").asText().equals(EvidenceRow.EVENT))
        .map(row -> new Shown(EvidenceRow.of(row), run))
        .toList();
  }

  static Shown newest(Run run) {
    return all(run).getLast();
  }

  /** Has the operation of a story cleaned up. */
  static Run cleanUp(Story story, boolean purge) {
    return story
        .world()
        .cleanUp(
            "clean-up-1",
            Json.MAPPER
                .createObjectNode()
                .put("operation_id", Story.DRILL)
                .put("purge_records", purge));
  }

  Evidence evidence() {
    return row.evidence();
  }

  /** What has become of the trail since. */
  List<Breach> breaches() {
    return Chain.breaches(row.operationId(), evidence().trail(), run.audit(), row.entry());
  }

  /** Whether the signature is that of a document, by the public key that KMS hands out. */
  boolean isSigned(String document) throws GeneralSecurityException {
    var key = publicKey(run.world(), row.signature().keyArn());
    var signature = Signature.getInstance("NONEwithECDSA");
    signature.initVerify(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key)));
    signature.update(HexFormat.of().parseHex(EvidenceRow.digest(document)));
    return signature.verify(Base64.getDecoder().decode(row.signature().value()));
  }

  private static byte[] publicKey(World world, String keyArn) {
    return world
        .console()
        .kms(keyArn.split(":")[3])
        .getPublicKey(get -> get.keyId(keyArn))
        .publicKey()
        .asByteArray();
  }

  /** The copy that is kept of it; empty where none is. */
  Optional<String> copy() {
    var key = "evidence/" + row.operationId() + "/" + row.entry().replaceFirst("#.*", "") + ".json";
    return run.world().s3().find(World.EVIDENCE_BUCKET).flatMap(bucket -> bucket.text(key));
  }

  /** How many copies there are of any evidence. */
  int copies() {
    return run.world().s3().find(World.EVIDENCE_BUCKET).orElseThrow().size();
  }

  /** Whether a mail tells the digest, and the command that shows the rest. */
  boolean isToldIn(PublishedMessage mail) {
    return mail.body().contains("Evidence:  " + row.digest() + ", signed\n")
        && mail.body().contains("Copy:      s3://" + World.EVIDENCE_BUCKET + "/evidence/")
        && mail.body().contains("aurora-restore evidence " + row.operationId() + "\n");
  }
}
