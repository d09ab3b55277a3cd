import { setPriority } from 'node:os'
import { connect } from 'node:net'
import { WebSocket } from 'ws'
import { answerLength } from './load.ts'

/** A request that a flood sends again and again. */
export interface Shot {
  readonly method: string
  readonly path: string
  readonly body?: string
  /** Of the body; JSON unless told. */
  readonly type?: string
  readonly cookie?: string
  readonly key?: string
}

/** What somebody sends who wants to harm, or a crowd that does not know that it does. */
export interface Flood {
  readonly port: number
  readonly ms: number
  readonly connections: number
  /** Sent in turn. */
  readonly shots: readonly Shot[]
  /** From so many addresses, in turn; 0 is this machine's own. */
  readonly addresses: number
  /** So many at once on a connection, without waiting for answers. */
  readonly pipelined?: number
}

/** Answers by status; 0 is a connection that ended without one. */
export type Answers = Readonly<Record<number, number>>

const AGAIN_MS = 10

/** The floods run behind everybody else on this machine: they come from elsewhere, and only their server is here. */
function stepBack(): void {
  setPriority(19)
}

/** Sends requests on every connection as fast as answers come; a connection that ends is opened again. */
export async function flood(wanted: Flood): Promise<Answers> {
  stepBack()
  const { shots, addresses, pipelined = 1 } = wanted
  const answers: Record<number, number> = {}
  const until = performance.now() + wanted.ms
  let next = 0
  const count = (status: number) => void (answers[status] = (answers[status] ?? 0) + 1)

  const one = () =>
    new Promise<void>(resolve => {
      let kept = ''
      let open = 0
      const socket = connect(wanted.port, '127.0.0.1')
      const send = () => {
        open = pipelined
        let bytes = ''
        for (let i = 0; i < pipelined; i++) bytes += textOf(shots[next % shots.length]!, wanted.port, next++, addresses)
        socket.write(bytes)
      }
      const timer = setTimeout(() => socket.destroy(), Math.max(0, until - performance.now()))
      socket.on('connect', send)
      socket.on('data', chunk => {
        kept += chunk.toString('latin1')
        for (
          let length = answerLength(kept);
          length !== undefined && kept.length >= length;
          length = answerLength(kept)
        ) {
          count(Number(kept.slice(9, 12)))
          kept = kept.slice(length)
          open--
        }
        if (open <= 0 && performance.now() < until) send()
      })
      socket.on('error', () => {})
      socket.on('close', () => {
        clearTimeout(timer)
        // One that the server ends after its answer has been counted.
        if (open > 0 && performance.now() < until - AGAIN_MS) count(0)
        resolve()
      })
    })

  const connection = async () => {
    while (performance.now() < until) {
      await one()
      await new Promise(resolve => setTimeout(resolve, AGAIN_MS))
    }
  }
  await Promise.all(Array.from({ length: wanted.connections }, connection))
  return answers
}

function textOf(shot: Shot, port: number, n: number, addresses: number): string {
  const lines = [`${shot.method} ${shot.path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Accept-Encoding: br']
  if (addresses > 0) lines.push(`X-Forwarded-For: 10.9.${Math.floor((n % addresses) / 250)}.${(n % addresses) % 250}`)
  if (shot.cookie) lines.push(`Cookie: ${shot.cookie}`)
  if (shot.body === undefined) return `${lines.join('\r\n')}\r\n\r\n`
  lines.push(`Content-Type: ${shot.type ?? 'application/json'}`, `Content-Length: ${Buffer.byteLength(shot.body)}`)
  lines.push(`Idempotency-Key: ${shot.key ?? `flood-${process.pid}-${n}`}`)
  return `${lines.join('\r\n')}\r\n\r\n${shot.body}`
}

/** Sockets that say the same frame again and again, or leave after it and come back. */
export interface Hailing {
  readonly url: string
  readonly ms: number
  readonly sockets: number
  readonly frame: string
  /** Frames of each socket, one after another. */
  readonly frames: number
  /** A socket that does not read takes nothing from its connection. */
  readonly reads: boolean
  /** Leaves after its frames and comes back as somebody new. */
  readonly leaves: boolean
}

/** Every socket connects, says its frames, and is opened again when it was ended or leaves. */
export async function hail(wanted: Hailing): Promise<Answers> {
  stepBack()
  const until = performance.now() + wanted.ms
  const answers: Record<number, number> = {}
  const count = (status: number) => void (answers[status] = (answers[status] ?? 0) + 1)

  const one = (n: number) =>
    new Promise<void>(resolve => {
      const socket = new WebSocket(`${wanted.url}/socket.io/?EIO=4&transport=websocket`, {
        perMessageDeflate: false,
        headers: { 'x-forwarded-for': `10.8.0.${n % 50}` },
      })
      const timer = setTimeout(() => socket.terminate(), Math.max(0, until - performance.now()))
      socket.on('message', data => {
        const text = (data as Buffer).toString('latin1', 0, 80)
        if (text.startsWith('0')) return socket.send('40')
        if (text === '2') return socket.send('3')
        if (text.startsWith('40')) {
          for (let i = 0; i < wanted.frames; i++) socket.send(wanted.frame)
          if (!wanted.reads) socket.pause()
          return
        }
        if (!/^4(3|61-)/.test(text)) return
        count(200)
        if (wanted.leaves) socket.terminate()
      })
      socket.on('error', () => {})
      socket.on('close', () => {
        clearTimeout(timer)
        if (performance.now() < until - AGAIN_MS) count(0)
        resolve()
      })
    })

  const again = async (n: number) => {
    while (performance.now() < until) {
      await one(n)
      await new Promise(resolve => setTimeout(resolve, AGAIN_MS))
    }
  }
  await Promise.all(Array.from({ length: wanted.sockets }, (_, n) => again(n)))
  return answers
}

/** A full hall: so many phones that follow, and somebody who takes numbers at a steady pace. */
export interface Takes {
  readonly port: number
  readonly ms: number
  readonly perSecond: number
  readonly cookie: string
  readonly body: string
}

/** Numbers at a steady pace, whatever the answers do. */
export async function takes(wanted: Takes): Promise<Answers> {
  stepBack()
  const answers: Record<number, number> = {}
  const count = (status: number) => void (answers[status] = (answers[status] ?? 0) + 1)
  const began = performance.now()
  const take = async (n: number) => {
    const key = `take-${process.pid}-${began}-${n}`
    const headers = { 'content-type': 'application/json', cookie: wanted.cookie, 'idempotency-key': key }
    const url = `http://127.0.0.1:${wanted.port}/api/offices/samarinda/tickets`
    const answer = await fetch(url, { method: 'POST', body: wanted.body, headers })
    await answer.arrayBuffer()
    count(answer.status)
  }
  const sent: Promise<void>[] = []
  for (let n = 0; performance.now() - began < wanted.ms; n++) {
    const wait = (n * 1000) / wanted.perSecond - (performance.now() - began)
    if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait))
    sent.push(take(n).catch(() => count(0)))
  }
  await Promise.all(sent)
  return answers
}
