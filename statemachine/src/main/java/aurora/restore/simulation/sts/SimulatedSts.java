package aurora.restore.simulation.sts;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Everybody who calls is one user of the account. */
public final class SimulatedSts {
  private static final String USER = "rehearsal";
  private static final String USER_ID = "AIDASIMULATED0000000";

  public Service service() {
    return new Service("sts", Service.Protocol.QUERY)
        .on("GetCallerIdentity", GetCallerIdentityRequest::builder, SimulatedSts::identity);
  }

  private static GetCallerIdentityResponse identity(
      Caller caller, GetCallerIdentityRequest request) {
    return GetCallerIdentityResponse.builder()
        .account(caller.account())
        .userId(USER_ID)
        .arn("arn:aws:iam::" + caller.account() + ":user/" + USER)
        .build();
  }
}
