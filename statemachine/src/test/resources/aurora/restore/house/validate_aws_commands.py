"""Parses commands of the AWS CLI and validates what they would send, and sends nothing.

Reads a JSON list of argument lists (without the word aws) from standard input, and writes a JSON list: for each
command null, or in one line what the CLI or the service's model has against it.
"""

import contextlib
import io
import json
import os
import sys

os.environ.update(
    AWS_ACCESS_KEY_ID="AKIAEXAMPLE", AWS_SECRET_ACCESS_KEY="example", AWS_CONFIG_FILE=os.devnull, AWS_PAGER=""
)

import awscli.clidriver
import botocore.endpoint


class Valid(Exception):
    """The command got as far as a valid request."""


def fault(driver, arguments):
    reached = []

    def instead_of_sending(*_):
        reached.append(True)
        raise Valid()

    botocore.endpoint.Endpoint.make_request = instead_of_sending
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        try:
            driver.main(arguments)
        except SystemExit:
            pass  # how argparse refuses: what it says is in said
    return None if reached else " ".join(said.getvalue().split())[-200:] or "sends no request"


driver = awscli.clidriver.create_clidriver()
json.dump([fault(driver, arguments) for arguments in json.load(sys.stdin)], sys.stdout)
