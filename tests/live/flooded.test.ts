import { connect } from 'node:net'
import { WebSocket } from 'ws'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../helpers/listeners.ts'
import { counterPath, testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
let url: string
beforeEach(async () => {
  app = await testApp()
  url = await app.listen()
})
afterEach(() => app.close())

const JOIN = '420["join",{"office":"samarinda","audience":"hall"}]'

/** A socket by its bare frames, which says what it is told to once it is connected. */
function bare(frames: readonly string[], reads = true) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  const heard: string[] = []
  let ended = false
  socket.on('message', data => {
    const text = (data as Buffer).toString()
    heard.push(text)
    if (text.startsWith('0')) socket.send('40')
    if (!text.startsWith('40')) return
    for (const frame of frames) socket.send(frame)
    if (!reads) socket.pause()
  })
  socket.on('error', () => {})
  socket.on('close', () => (ended = true))
  return { socket, heard, ended: () => ended, replies: () => heard.filter(text => /^4(3|61-)0/.test(text)).length }
}

describe('a flood of guests', () => {
  it('of joins on one socket is ended, and few of them were answered', async () => {
    const flood = bare(Array.from({ length: 3_000 }, () => JOIN))
    await until(() => flood.ended())
    expect(flood.replies()).toBeLessThanOrEqual(2)
    expect(app.hub.ended()).toEqual({ frames: 1, unread: 0, silent: 0 })
  })

  it('of pings below the protocol is ended too', async () => {
    const flood = bare([])
    await until(() => flood.heard.length === 2)
    for (let i = 0; i < 100; i++) flood.socket.ping()
    await until(() => flood.ended())
    expect(app.hub.ended().frames).toBe(1)
  })

  it('does not take the answer from a screen that joins, and joins once more while it waits', async () => {
    const screen = bare([JOIN, JOIN])
    await until(() => screen.replies() === 2)
    expect(screen.ended()).toBe(false)
    screen.socket.terminate()
  })

  it('whose connection sends without waiting is ended, while the desk goes on', async () => {
    const officer = await app.as('petugas1')
    const cookie = [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const port = Number(new URL(url).port)
    const sockets = Array.from({ length: 4 }, () => connect(port, '127.0.0.1'))
    let ended = 0
    for (const socket of sockets) {
      socket.on('error', () => {})
      socket.on('close', () => ended++)
      socket.write('GET /b/samarinda/ktp-el/jadwal HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(100))
    }
    const headers = { cookie, 'content-type': 'application/json' }
    const opened = await fetch(`${url}${counterPath('1', 'open')}`, { method: 'POST', headers, body: '{}' })
    expect(opened.status).toBe(200)
    await until(() => ended === 4)
    expect(app.log.filter(request => request.route.includes('jadwal')).length).toBeLessThanOrEqual(16)
  })

  it('is told in the figures', async () => {
    const flood = bare(Array.from({ length: 100 }, () => JOIN))
    await until(() => flood.ended())
    const figures = await (await fetch(`${url}/metrics`)).text()
    for (const line of ['guests"} 0', 'pipelined"} 0', 'frames"} 1', 'unread"} 0', 'silent"} 0'])
      expect(figures).toContain(`tanggap_turned_away{why="${line}`)
  })
})
