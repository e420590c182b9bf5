"""Serves the stand-in on a port of this machine; also a program: `python -m tests.stand_in.server PORT`."""

from __future__ import annotations

import json
import sys
import threading
from typing import Any

from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.moto_api._internal import moto_api_backend
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.stand_in import transitions
from tests.stand_in.faults import FAULTS
from tests.stand_in.front import Front


class QuietHandler(WSGIRequestHandler):
    """Logs nothing."""

    def log(self, type: str, message: str, *arguments: Any) -> None:
        """Takes a line and drops it."""


class StandIn:
    """One server with its thread."""

    def __init__(self, port: int = 0) -> None:
        transitions.install()
        keep_scaling_tags()
        application = Front(DomainDispatcherApplication(create_backend_app))
        self.server = make_server("127.0.0.1", port, application, threaded=True, request_handler=QuietHandler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def start(self) -> None:
        """Serves in a thread of its own."""
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Ends the server."""
        self.server.shutdown()

    def reset(self) -> None:
        """An account without anything, and no faults."""
        moto_api_backend.reset()
        FAULTS.reset()


def keep_scaling_tags() -> None:
    """Lets scalable targets have tags, which Terraform sets and asks for."""
    kept: dict[str, str] = {}
    register = ApplicationAutoScalingResponse.register_scalable_target

    def registering(self: Any) -> Any:
        kept.update(self._get_param("Tags") or {})
        return register(self)

    ApplicationAutoScalingResponse.register_scalable_target = registering
    ApplicationAutoScalingResponse.list_tags_for_resource = lambda self: json.dumps({"Tags": kept})
    ApplicationAutoScalingResponse.tag_resource = lambda self: "{}"


if __name__ == "__main__":
    stand_in = StandIn(int(sys.argv[1]))
    print(stand_in.address, flush=True)
    stand_in.server.serve_forever()
