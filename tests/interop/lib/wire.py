# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A bad line between a client and its server: a TCP proxy that delays, freezes, swallows and cuts."""
import asyncio
import socket
import struct


class Wire:
    """What goes through `port` reaches `target`, unless something is wrong with the line."""

    def __init__(self, target):
        self.target = target
        self.delay = 0  # seconds that each piece takes
        self.connections = set()

    async def open(self):
        self._server = await asyncio.start_server(self._accept, '127.0.0.1', 0)
        self.port = self._server.sockets[0].getsockname()[1]

    def close(self):
        self._server.close()
        self.cut()

    # What can be wrong

    def cut(self, politely=False):
        """Both ends learn of it: by FIN, or by RST."""
        for connection in list(self.connections):
            connection.cut(politely)

    def swallow(self, up=True, down=True):
        """Nobody learns of it: from now on the present connections lead nowhere."""
        for connection in self.connections:
            connection.deaf_up |= up
            connection.deaf_down |= down

    async def freeze(self, seconds):
        """Nothing moves for a while; then it all comes."""
        frozen = list(self.connections)
        for connection in frozen:
            connection.moving.clear()
        await asyncio.sleep(seconds)
        for connection in frozen:
            connection.moving.set()

    async def _accept(self, reader, writer):
        try:
            server = await asyncio.open_connection('127.0.0.1', self.target)
        except OSError:
            writer.transport.abort()
            return
        connection = _Connection(self, (reader, writer), server)
        self.connections.add(connection)
        await connection.run()
        self.connections.discard(connection)


class _Connection:
    def __init__(self, wire, client, server):
        self.wire = wire
        self.client = client
        self.server = server
        self.deaf_up = self.deaf_down = False
        self.moving = asyncio.Event()
        self.moving.set()

    async def run(self):
        await asyncio.gather(self._carry(self.client[0], self.server[1], lambda: self.deaf_up),
                             self._carry(self.server[0], self.client[1], lambda: self.deaf_down),
                             return_exceptions=True)
        # On a line that leads nowhere nobody learns that the other end is gone either.
        for _, writer in (self.client, self.server):
            writer.transport.abort()

    async def _carry(self, reader, writer, is_deaf):
        try:
            while piece := await reader.read(65536):
                await self.moving.wait()
                if self.wire.delay:
                    await asyncio.sleep(self.wire.delay)
                if not is_deaf():
                    writer.write(piece)
                    await writer.drain()
        finally:
            if not is_deaf():
                writer.transport.close()

    def cut(self, politely):
        self.moving.set()
        for _, writer in (self.client, self.server):
            if politely:
                writer.transport.close()
                continue
            handle = writer.transport.get_extra_info('socket')
            if handle is not None and handle.fileno() >= 0:  # it may have been closed already
                handle.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
            writer.transport.abort()
