# Asks for changed prices once a minute and sends them to the label printer.
import os
import time

import requests

while True:
    changed = requests.get("http://product-catalog.storefront.svc/changes", timeout=10).json()
    for article in changed:
        requests.post("http://localhost:631/labels", json=article, headers={"x-api-key": os.environ["PRINTER_API_KEY"]}, timeout=10)
    time.sleep(int(os.environ.get("INTERVAL", "60")))
