package aurora.restore.simulation.rds;

import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.util.LinkedHashMap;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceRequest;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceResponse;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.rds.model.RemoveTagsFromResourceRequest;
import software.amazon.awssdk.services.rds.model.RemoveTagsFromResourceResponse;

/** Tags of the account's own resources in the region that is called. */
final class TagOperations {
  private final RdsState cloud;

  TagOperations(RdsState cloud) {
    this.cloud = cloud;
  }

  void register(Service service) {
    service
        .on("ListTagsForResource", ListTagsForResourceRequest::builder, this::list)
        .on("AddTagsToResource", AddTagsToResourceRequest::builder, this::add)
        .on("RemoveTagsFromResource", RemoveTagsFromResourceRequest::builder, this::remove);
  }

  private ListTagsForResourceResponse list(Caller caller, ListTagsForResourceRequest request) {
    Members.of(request).modelled(Set.of("ResourceName")).required("ResourceName");
    var thing = thing(caller, request.resourceName());
    return ListTagsForResourceResponse.builder().tagList(thing.tagList()).build();
  }

  private AddTagsToResourceResponse add(Caller caller, AddTagsToResourceRequest request) {
    Members.of(request).modelled(Set.of("ResourceName", "Tags")).required("ResourceName", "Tags");
    var thing = thing(caller, request.resourceName());
    var tags = new LinkedHashMap<>(thing.tags);
    tags.putAll(TagLimits.accepted(request.tags()));
    TagLimits.requireCount(tags);
    thing.tags.putAll(tags);
    return AddTagsToResourceResponse.builder().build();
  }

  private RemoveTagsFromResourceResponse remove(
      Caller caller, RemoveTagsFromResourceRequest request) {
    Members.of(request)
        .modelled(Set.of("ResourceName", "TagKeys"))
        .required("ResourceName", "TagKeys");
    var thing = thing(caller, request.resourceName());
    TagLimits.requireUnreserved(request.tagKeys());
    request.tagKeys().forEach(thing.tags::remove);
    return RemoveTagsFromResourceResponse.builder().build();
  }

  private RdsResource thing(Caller caller, String resourceName) {
    var arn = RdsArn.parse(resourceName);
    var region = cloud.region(caller);
    if (!arn.place().equals(region.place)) {
      throw Refusal.invalidValue(
          "The specified resource name does not match an RDS resource in this region.");
    }
    return region.things(arn.kind()).require(arn.kind(), arn.identifier(), cloud.now());
  }
}
