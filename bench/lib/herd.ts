import { Agent, request } from 'node:http'
import { WebSocket } from 'ws'

/** Sockets that listen: to our hall by the words of Socket.IO, or to a bare `ws` server. */
export interface Herd {
  readonly url: string
  readonly count: number
  readonly cookie: string
  /** What to say on joining; absent for a bare server. */
  readonly join?: { readonly office: string; readonly audience: string }
}

const sockets = new Map<string, Set<WebSocket>>()
const agent = new Agent({ keepAlive: true, maxSockets: 2 })
let awaited: { readonly word: string; left: number; readonly done: () => void } | undefined
let last = ''

/** Connects a herd, some at a time, and waits until all of them have joined. */
export async function gather(name: string, herd: Herd): Promise<void> {
  const members = new Set<WebSocket>()
  sockets.set(name, members)
  const AT_ONCE = 50
  for (let i = 0; i < herd.count; i += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, herd.count - i) }, () => member(herd, members)))
}

export function scatter(name: string): void {
  for (const socket of sockets.get(name) ?? []) socket.terminate()
  sockets.delete(name)
}

/** Posts, and measures until the last member of a herd has heard a message with `word` in it. */
export async function callToLast(
  name: string,
  word: string,
  url: string,
  cookie: string,
): Promise<{ ms: number; heard: string }> {
  const heard = new Promise<void>(done => (awaited = { word, left: sockets.get(name)!.size, done }))
  const began = performance.now()
  const answered = post(url, cookie)
  await heard
  const ms = performance.now() - began
  await answered
  return { ms, heard: last }
}

function member(herd: Herd, members: Set<WebSocket>): Promise<void> {
  const path = herd.join ? '/socket.io/?EIO=4&transport=websocket' : '/'
  const socket = new WebSocket(herd.url + path, {
    perMessageDeflate: false,
    headers: {
      ...(herd.cookie ? { cookie: herd.cookie } : {}),
    },
  })
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('a socket was ended before it had joined')))
    socket.on('open', () => {
      members.add(socket)
      if (!herd.join) resolve()
    })
    socket.on('message', data => {
      const text = (data as Buffer).toString('latin1')
      if (text.startsWith('0')) socket.send('40')
      else if (text === '2') socket.send('3')
      else if (text.startsWith('40')) socket.send(`420${JSON.stringify(['join', herd.join])}`)
      else if (/^4(3|61-)0/.test(text)) {
        if (!text.includes('"ok":true')) reject(new Error(text.slice(0, 200)))
        resolve()
      } else hear(text)
    })
  })
}

function hear(text: string): void {
  if (!awaited || !text.includes(awaited.word)) return
  if (--awaited.left > 0) return
  last = text
  const { done } = awaited
  awaited = undefined
  done()
}

function post(url: string, cookie: string): Promise<void> {
  const headers = { Cookie: cookie, 'Content-Type': 'application/json', 'Content-Length': 2 }
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent, headers }, answer => {
      answer.resume()
      answer.on('end', () =>
        (answer.statusCode ?? 500) < 400 ? resolve() : reject(new Error(`${answer.statusCode} ${url}`)),
      )
    })
    asked.on('error', reject)
    asked.end('{}')
  })
}
