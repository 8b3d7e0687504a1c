"""An operator at a shell, who gives a document's commands to ./rehearse serve by the AWS CLI."""

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
import time

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SPEED = "150"  # a restore has to last longer than a command takes
MOST_SECONDS = 300


def blocks(document):
    """Every shell block as its commands, continued lines joined."""
    with open(os.path.join(HERE, document), encoding="utf-8") as text:
        found = re.findall(r"^( *)```sh\n(.*?)^\1```$", text.read(), flags=re.MULTILINE | re.DOTALL)
    whole = [textwrap.dedent(block) for _, block in found]
    return [re.sub(r" *\\\n *", " ", block).splitlines() for block in whole]


def require(holds, what):
    if not holds:
        raise SystemExit("not as the document says: %s" % (what,))


def require_clients():
    if shutil.which("aws") is None or shutil.which("jq") is None:
        print("the AWS CLI or jq isn't installed here", file=sys.stderr)
        sys.exit(3)


class Served:
    """A rehearsal that is served while this is open."""

    def __init__(self, *options):
        self.options = options

    def __enter__(self):
        self.process = subprocess.Popen(
            [HERE + "/rehearse", "serve", "--port", "0", "--speed", SPEED, *self.options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for line in self.process.stdout:
            said = re.search(r"http://127\.0\.0\.1:(\d+)", line)
            if said:
                self.port = said.group(1)
            if "rehearse aws" in line:
                return self
        raise SystemExit("the rehearsal isn't served")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


class Operator:
    """Somebody at a shell, whose variables stay from command to command."""

    def __init__(self, served, desk):
        self.served = served
        self.desk = desk
        os.symlink(HERE + "/docs", desk + "/docs")
        open(desk + "/variables", "w", encoding="utf-8").close()

    def tried(self, command):
        shell = (
            'aws() { "%s/rehearse" aws --port %s "$@"; }\n'
            "set -a; . ./variables\n%s\nstatus=$?\nexport -p > variables; exit $status"
        ) % (HERE, self.served.port, command)
        return subprocess.run(
            ["bash", "-c", shell], cwd=self.desk, capture_output=True, text=True, check=False
        )

    def run(self, command):
        """What a command prints; fails where it fails."""
        done = self.tried(command)
        if done.returncode != 0:
            raise SystemExit("%s\nfailed with %d: %s" % (command, done.returncode, done.stderr))
        return done.stdout

    def ask(self, command):
        """The same, as JSON."""
        printed = self.run(command)
        return json.loads(printed) if printed.strip() else {}

    def variable(self, name):
        return self.run('printf %%s "$%s"' % name)

    def follow(self, execution, wanted):
        """Looks at an execution until it has ended, which must be so."""
        end = time.monotonic() + MOST_SECONDS
        while time.monotonic() < end:
            seen = self.ask("aws stepfunctions describe-execution --execution-arn " + execution)
            if seen["status"] != "RUNNING":
                require(seen["status"] == wanted, "%s is %s" % (execution, seen))
                return seen
            time.sleep(1)
        raise SystemExit("%s doesn't end" % execution)

    def start(self, operation):
        """Starts another restore, and has the variables speak of it."""
        started = self.ask(
            'aws stepfunctions start-execution --state-machine-arn "$RestoreMachineArn"'
            " --name %s --input file://docs/examples/restore.json" % operation
        )
        self.run("OPERATION=%s; EXECUTION=%s" % (operation, started["executionArn"]))
        return started["executionArn"]

    def clean_up(self):
        """Cleans the operation up; answers what the clean-up tells."""
        started = self.ask(
            'aws stepfunctions start-execution --state-machine-arn "$CleanUpMachineArn"'
            ' --input "{\\"operation_id\\": \\"$OPERATION\\"}"'
        )
        return json.loads(self.follow(started["executionArn"], "SUCCEEDED")["output"])

    def left(self, operation):
        clusters = self.ask("aws rds describe-db-clusters")["DBClusters"]
        return [it for it in clusters if operation in it["DBClusterIdentifier"]]

    def refused(self, command, code):
        done = self.tried(command)
        require(done.returncode != 0 and code in done.stderr, done)

    def give(self, command, story, refused):
        """Runs a command, with what has to happen before it and what must be true after it."""
        print("$ " + command, flush=True)
        for beginning, refusal in refused:
            if command.startswith(beginning):
                refusal(self, command)
                return
        told = (it for it in story if command.startswith(it[0]))
        _, before, after = next(told, (None, nothing, nothing))
        before(self)
        after(self, self.run(command))


def nothing(*_):
    """What precedes or follows a command of which only that it runs is told."""
