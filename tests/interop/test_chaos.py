#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tertulia authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ana writes a thousand numbered messages to Bruno over lines that are cut, delayed and half-open, while the server is
killed and restarted and both programs die without a word. In the end what Bruno sees, what is on both disks, what Ana
is told of each message, and both archives on the server agree: none lost, none doubled, none out of order.

Each program is tertulia_test_person: a session over its store, as in Tertulia, without the windows. That a program
waits for its next try is ended as a desktop ends it that says "the network is back"; the schedule itself has tests of
its own. The archives are read by another client.

SECURITY F02, F03, F04, F05, F30; R01, R02, R03, R04, R05, R33.

usage: test_chaos.py PROGRAM SERVER_PROGRAM PERSON_PROGRAM [SEED [MESSAGES [SECONDS]]]
"""
import asyncio
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / 'lib'))
import desk
from ana import step
from archive import read_archive
from server import Server
from wire import Wire

PATIENCE = 90
SENT, DELIVERED = 2, 3  # DeliveryState


class Person:
    """One who uses the program, whatever becomes of it."""

    def __init__(self, program, folder, name, peer, server, wire):
        self.folder = folder / name
        self.folder.mkdir()
        self.name = name
        self.wire = wire
        self.arguments = [program, str(self.folder), f'{name}@{server.domain}', f'{peer}@{server.domain}',
                          str(wire.port), server.authority_file]
        self.child = None
        self.state = 'Offline'
        self.kills = 0
        self.last = 0  # number of the newest message on the disk

    async def start(self):
        log = open(self.folder / 'log', 'ab')
        child = await asyncio.create_subprocess_exec(
            *self.arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, limit=1 << 24,
            preexec_fn=desk._die_with_parent)
        log.close()
        self.heard = asyncio.Queue()
        self.listener = asyncio.create_task(self._listen(child))
        self.last = (await self.hear('last'))['last']
        self.child = child

    async def _listen(self, child):
        while line := await child.stdout.readline():
            told = json.loads(line)
            if 'state' in told:
                self.state = told['state']
            else:
                self.heard.put_nowait(told)
        self.heard.put_nowait({})

    async def hear(self, what):
        """The next answer of this kind; None if the program dies first."""
        while True:
            told = await asyncio.wait_for(self.heard.get(), PATIENCE)
            if not told or what in told:
                return told or None

    def say(self, line):
        if self.child and self.child.returncode is None:
            self.child.stdin.write(line.encode() + b'\n')

    async def die(self, away):
        """kill -9, in the middle of whatever it does."""
        child, self.child = self.child, None
        self.kills += 1
        child.kill()
        await child.wait()
        self.state = 'Offline'
        await asyncio.sleep(away)
        await self.start()

    async def report(self):
        self.say('report')
        return await self.hear('screen')


class Chaos:
    def __init__(self, seed, messages, seconds):
        self.dice = random.Random(seed)
        self.messages = messages
        self.seconds = seconds
        self.counts = Counter()
        self.over = False

    async def write(self, ana):
        """Numbers that were not on the disk when the program died are written again, as a person would."""
        pause = self.seconds / self.messages
        while ana.last < self.messages:
            burst = self.dice.choice((1, 1, 1, 2, 5, 20))
            for _ in range(min(burst, self.messages - ana.last)):
                # It may be dead, or die now, or start again meanwhile and say what it has.
                if ana.child is None:
                    break
                ana.say(f'write {ana.last + 1}')
                told = await ana.hear('wrote')
                if not told:
                    break
                ana.last = max(ana.last, told['wrote'])
            await asyncio.sleep(burst * pause * 2 * self.dice.random())

    async def wake(self, people):
        while not self.over:
            for person in people:
                if person.state == 'Waiting':
                    person.say('wake')
            await asyncio.sleep(0.3)

    async def trouble(self, people, server):
        while not self.over:
            await asyncio.sleep(self.dice.uniform(0.5, 3))
            person = self.dice.choice(people)
            fault = self.dice.choice(('reset', 'reset', 'close', 'half-open', 'deaf', 'freeze', 'delay', 'kill', 'kill',
                                      'server killed', 'server stopped'))
            if self.over:
                return
            if fault in ('kill',) and person.child is None:
                continue
            self.counts[fault] += 1
            step(f'{fault} ({person.name})' if not fault.startswith('server') else fault)
            if fault == 'reset':
                person.wire.cut()
            elif fault == 'close':
                person.wire.cut(politely=True)
            elif fault == 'half-open':
                person.wire.swallow()
            elif fault == 'deaf':
                up = self.dice.random() < 0.5
                person.wire.swallow(up=up, down=not up)
            elif fault == 'freeze':
                await person.wire.freeze(self.dice.uniform(0.2, 4))
            elif fault == 'delay':
                person.wire.delay = self.dice.choice((0, 0.02, 0.1, 0.3))
            elif fault == 'kill':
                await person.die(self.dice.uniform(0, 2))
            else:
                await self.restart(server, people, killed=fault == 'server killed')
            if fault in ('half-open', 'deaf') and self.dice.random() < 0.7:
                # Often the desktop notices that something is wrong with the network; else the program has to.
                await asyncio.sleep(self.dice.uniform(0, 2))
                person.say('wake')

    async def restart(self, server, people, killed):
        if killed:
            # Prosody writes the two archives one after the other: killed in between it loses a message that the
            # sender's archive holds, which no client can know. So the line goes dead a moment before.
            freezes = [asyncio.create_task(person.wire.freeze(0.2)) for person in people]
            await asyncio.sleep(0.15)
            await asyncio.to_thread(server.do, 'kill')
            await asyncio.gather(*freezes)
        else:
            await asyncio.to_thread(server.do, 'stop')
        await asyncio.sleep(self.dice.uniform(0, 3))
        await asyncio.to_thread(server.do, 'start')


async def until_quiet(ana, bruno, messages):
    end = time.monotonic() + PATIENCE
    while True:
        hers, his = await ana.report(), await bruno.report()
        if hers['outbox'] == 0 and len(his['disk']) >= messages and hers['online'] and his['online']:
            await asyncio.sleep(2)  # for what comes twice
            return await ana.report(), await bruno.report()
        if time.monotonic() > end:
            return hers, his
        await asyncio.sleep(0.5)


def wrong(name, found, messages):
    """What differs from 1 to `messages`."""
    numbers = [int(text) for text in found]
    counts = Counter(numbers)
    problems = []
    lost = [n for n in range(1, messages + 1) if n not in counts]
    doubled = [n for n, count in counts.items() if count > 1]
    back = [b for a, b in zip(numbers, numbers[1:]) if b < a]
    for what, which in (('lost', lost), ('doubled', doubled), ('out of order', back)):
        if which:
            problems.append(f'{name}: {len(which)} {what}: {which[:10]}')
    return problems


async def play(server, person_program, seed, messages, seconds, folder):
    chaos = Chaos(seed, messages, seconds)
    wires = [Wire(server.direct_tls_port), Wire(server.direct_tls_port)]
    for wire in wires:
        await wire.open()
    ana = Person(person_program, folder, 'ana', 'bruno', server, wires[0])
    bruno = Person(person_program, folder, 'bruno', 'ana', server, wires[1])
    people = [ana, bruno]
    for person in people:
        await person.start()
    end = time.monotonic() + PATIENCE
    while any(person.state != 'Online' for person in people):
        assert time.monotonic() < end, 'nobody is online'
        await asyncio.sleep(0.1)
    await asyncio.sleep(2)

    step('trouble begins')
    tasks = [asyncio.create_task(chaos.wake(people)), asyncio.create_task(chaos.trouble(people, server))]
    started = time.monotonic()
    await chaos.write(ana)
    while time.monotonic() < started + seconds:
        await asyncio.sleep(0.1)
    chaos.over = True
    await asyncio.gather(*tasks)
    for wire in wires:
        wire.delay = 0
    for person in people:
        person.say('wake')

    step('peace')
    tasks = [asyncio.create_task(chaos.wake(people))]
    chaos.over = False
    hers, his = await until_quiet(ana, bruno, messages)
    chaos.over = True
    await asyncio.gather(*tasks)
    archives = [await read_archive(server, 'ana'), await read_archive(server, 'bruno')]

    problems = wrong("ana's disk", hers['disk'], messages) + wrong("bruno's disk", his['disk'], messages)
    problems += wrong("ana's screen", hers['screen'], messages) + wrong("bruno's screen", his['screen'], messages)
    for name, archive in zip(('ana', 'bruno'), archives):
        problems += [f"{name}'s archive holds a message of {sender}" for sender, _ in archive if not sender.startswith('ana@')]
        problems += wrong(f"{name}'s archive", [body for _, body in archive], messages)
    states = Counter(hers['states'])
    if set(states) - {SENT, DELIVERED}:
        problems.append(f'ana is told {dict(states)}')
    if hers['outbox']:
        problems.append(f'{hers["outbox"]} wait in the outbox')
    print(f'seed {seed}: {messages} messages in {time.monotonic() - started:.0f} s; '
          + ', '.join(f'{count} x {fault}' for fault, count in sorted(chaos.counts.items()))
          + f'; ana died {ana.kills} times, bruno {bruno.kills}; {states[DELIVERED]} known as delivered, '
          f'{states[SENT]} as sent')
    for person in people:
        person.child.kill()
        await person.child.wait()
    for wire in wires:
        wire.close()
    return problems


def main():
    server_program, person_program = sys.argv[2:4]
    seed, messages, seconds = [int(text) for text in sys.argv[4:]] + [0, 1000, 100][len(sys.argv) - 4:]
    seed = seed or int(os.environ.get('TERTULIA_SEED', 0)) or random.SystemRandom().randrange(1, 1 << 32)
    print(f'seed {seed}', flush=True)
    folder = Path(tempfile.mkdtemp(prefix='tertulia-chaos-'))
    try:
        with Server(server_program, 'prosody') as server:
            problems = asyncio.run(play(server, person_program, seed, messages, seconds, folder))
        for problem in problems:
            print('WRONG:', problem)
        if problems:
            print(f'what both printed is in {folder}')
            return 1
        shutil.rmtree(folder)
        return 0
    except BaseException:
        print(f'what both printed is in {folder}', flush=True)
        raise


if __name__ == '__main__':
    sys.exit(main())
