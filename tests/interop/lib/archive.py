# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server's archive of an account holds, as another client reads it (slixmpp)."""
import asyncio

import slixmpp

PATIENCE = 60


async def read_archive(server, name, password='sesame'):
    """[(sender's bare address, body)] in the archive's order, of all that has a body."""
    client = slixmpp.ClientXMPP(f'{name}@{server.domain}/reader', password)
    client.loop = asyncio.get_running_loop()
    client.ca_certs = server.authority_file
    client.register_plugin('xep_0313')
    online = asyncio.Event()
    client.add_event_handler('session_start', lambda _: online.set())
    client.connect((server.host, server.direct_tls_port), use_ssl=True, disable_starttls=True)
    await asyncio.wait_for(online.wait(), PATIENCE)
    found = []

    async def read():
        async for message in client['xep_0313'].iterate(rsm={'max': 50}):
            inner = message['mam_result']['forwarded']['stanza']
            if inner['body']:
                found.append((inner['from'].bare, inner['body']))
    await asyncio.wait_for(read(), PATIENCE)
    await client.disconnect()
    return found
