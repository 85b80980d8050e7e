# Takes events off the queue until it is told to stop, and finishes the one in hand.
import signal
import threading

import structlog

log = structlog.get_logger()
stop = threading.Event()
signal.signal(signal.SIGTERM, lambda *_: stop.set())

while not stop.wait(timeout=1.0):
    log.info("polled")
