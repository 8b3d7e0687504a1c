"""What Wait For Copy calls, by boto3; then the loop that Lambda's runtime for Python runs.

See the AWS Lambda Developer Guide, "Using the Lambda runtime API for custom runtimes".
"""

import http.client
import json
import os

import boto3

rds = boto3.client("rds")
dynamodb = boto3.client("dynamodb")


def look(copy):
    try:
        found = rds.describe_db_cluster_snapshots(DBClusterSnapshotIdentifier=copy)
        return found["DBClusterSnapshots"][0]["Status"]
    except rds.exceptions.DBClusterSnapshotNotFoundFault:
        return "not seen yet"


def handle(event):
    plan = event["plan"]
    status = look(plan["copy"]["id"])
    dynamodb.update_item(
        TableName=os.environ["STATE_TABLE"],
        Key={"operation_id": {"S": plan["operation_id"]}},
        UpdateExpression="SET observed = :status",
        ExpressionAttributeValues={":status": {"S": status}},
    )
    return {"copy": plan["copy"]["id"], "status": status}


def run():
    runtime = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    path = "/2018-06-01/runtime/invocation/"
    while True:
        runtime.request("GET", path + "next")
        event = runtime.getresponse()
        answer = json.dumps(handle(json.loads(event.read())))
        request_id = event.headers["Lambda-Runtime-Aws-Request-Id"]
        runtime.request("POST", path + request_id + "/response", answer)
        runtime.getresponse().read()


run()
