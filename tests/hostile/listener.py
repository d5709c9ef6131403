#!/usr/bin/env python3
# listener.py - an address nobody should call: writes its port, then notes every connection
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: listener.py PORT_FILE CALLS_FILE"""
import os
import socket
import sys

port_file, calls_file = sys.argv[1:3]
server = socket.create_server(("127.0.0.1", 0))
with open(port_file + ".new", "w") as out:
    print(server.getsockname()[1], file=out)
os.rename(port_file + ".new", port_file)
while True:
    connection, _ = server.accept()
    with open(calls_file, "a") as out:
        print("called", file=out)
    connection.close()
