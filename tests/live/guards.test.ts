import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { WebSocket } from 'ws'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createGuards, type Guards } from '../../server/realtime/guards.ts'
import { until } from '../helpers/listeners.ts'

let io: Server
let url: string
let guards: Guards
let now = 0
beforeEach(async () => {
  const server = createServer()
  io = new Server(server, { perMessageDeflate: false })
  guards = createGuards(io.engine, { addressOf: req => String(req.headers['x-from']), now: () => now })
  io.on('connection', socket => guards.entered(socket.conn))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/socket.io/?EIO=4&transport=websocket`
})
afterEach(async () => {
  guards.stop()
  await io.close()
})

/** Somebody who connects, and reads what comes or does not. */
function follower(reads: boolean) {
  const socket = new WebSocket(url)
  socket.on('error', () => {})
  socket.on('message', data => {
    const text = (data as Buffer).toString('latin1', 0, 2)
    if (text.startsWith('0')) socket.send('40')
    if (text === '40' && !reads) socket.pause()
  })
  return socket
}

it('ends the connection of a reader that does not read, and of nobody else', async () => {
  const good = follower(true)
  const bad = follower(false)
  await until(() => io.sockets.sockets.size === 2)
  let ended = false
  for (const socket of io.sockets.sockets.values()) socket.on('disconnect', () => (ended = true))
  let read = 0
  good.on('message', (_, isBinary) => isBinary && read++)
  // More than what the systems of both ends take off the hands of a server; each piece once the one before was read.
  const piece = Buffer.alloc(200_000)
  for (let sent = 1; !ended && sent <= 100; sent++) {
    io.emit('much', piece)
    await new Promise<void>(resolve => {
      const look = () => (read === sent ? resolve() : setImmediate(look))
      look()
    })
  }
  await until(() => ended)
  await until(() => io.sockets.sockets.size === 1)
  expect(guards.ended()).toEqual({ frames: 0, unread: 1, silent: 0 })
  good.terminate()
  bad.terminate()
})

/** A handshake of long polling after which nothing comes; gives the name of the connection. */
async function shakesHands(from: string): Promise<string> {
  const polling = url.replace('ws:', 'http:').replace('websocket', 'polling')
  const text = await (await fetch(polling, { headers: { 'x-from': from } })).text()
  return (JSON.parse(text.slice(1)) as { sid: string }).sid
}

it('keeps a thousand of those who only shake hands, and ends the oldest of whoever has most', async () => {
  const other = await shakesHands('other')
  const first = await shakesHands('crowd')
  for (let i = 0; i < 20; i++) await Promise.all(Array.from({ length: 50 }, () => shakesHands('crowd')))
  const kept = Object.keys((io.engine as unknown as { clients: object }).clients)
  expect([kept.length, kept.includes(other), kept.includes(first)]).toEqual([1_000, true, false])
  expect(guards.ended().silent).toBe(2)
})

it('ends at once whoever only shook hands five seconds ago, and nobody who entered', async () => {
  const good = follower(true)
  await until(() => io.sockets.sockets.size === 1)
  await shakesHands('other')
  expect(io.engine.clientsCount).toBe(2)
  now += 5_001
  await until(() => io.engine.clientsCount === 1)
  expect([io.sockets.sockets.size, guards.ended().silent]).toEqual([1, 1])
  good.terminate()
})
