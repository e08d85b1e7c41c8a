"""Prints what two parties did to each other: api.py http://127.0.0.1:7040 IRN EGY (a running `chancery serve`)."""
import json
import sys
import urllib.parse
import urllib.request


def events(server, **filters):
    """All events that match, page after page (`next` of a page is the cursor of the following one)."""
    while True:
        address = "%s/api/v1/events?%s" % (server, urllib.parse.urlencode(filters))
        request = urllib.request.Request(address, headers={"Accept": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            page = json.load(answer)
        yield from page["events"]
        if not page.get("next"):
            return
        filters["cursor"] = page["next"]


def main():
    server, one, other = sys.argv[1:4]
    found = 0
    for actor, recipient in ((one, other), (other, one)):
        for event in events(server, actor=actor, recipient=recipient, limit=100):
            found += 1
            print(event["date"], event["type"], actor, "->", recipient, repr(event["trigger"]), "said by", event["said_by"])
    print(found, "events")


if __name__ == "__main__":
    main()
