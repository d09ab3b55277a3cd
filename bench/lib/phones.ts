import { randomUUID } from 'node:crypto'
import { request, type Agent } from 'node:http'
import type { Challenge } from 'altcha-lib'
import { solveInNode } from './proof.ts'

/** One answer as a phone sees it; `status` 0 is an answer that never came. */
export interface Answer {
  readonly status: number
  readonly ms: number
  readonly body: ReturnType<typeof JSON.parse>
}

/** A phone somewhere: an address of its own, and cookies that it keeps. */
export interface Phone {
  /** Posts, does the work of a 428 once, and keeps to one key; `tries` over a lost connection. */
  post(path: string, body: object, options?: { key?: string; tries?: number; solve?: boolean }): Promise<Answer>
  /** Milliseconds of every answer that came. */
  readonly times: number[]
}

const RETRY_MS = 250
const TIMEOUT_MS = 15_000

/** A phone behind `address`, as a proxy in front of the office would name it. */
export function phone(url: string, agent: Agent, address: string): Phone {
  const times: number[] = []
  let cookie = ''

  function once(path: string, body: object, key: string): Promise<Answer> {
    const text = JSON.stringify(body)
    const began = performance.now()
    return new Promise(resolve => {
      const asked = request(
        new URL(path, url),
        {
          method: 'POST',
          agent,
          timeout: TIMEOUT_MS,
          headers: {
            'Content-Type': 'application/json',
            'Content-Length': Buffer.byteLength(text),
            'Idempotency-Key': key,
            'X-Forwarded-For': address,
            ...(cookie ? { Cookie: cookie } : {}),
          },
        },
        answer => {
          const set = answer.headers['set-cookie']?.[0]
          if (set) cookie = set.split(';')[0]!
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', () => resolve({ status: 0, ms: 0, body: undefined }))
          answer.on('end', () => {
            const ms = performance.now() - began
            times.push(ms)
            resolve({ status: answer.statusCode ?? 0, ms, body: JSON.parse(Buffer.concat(chunks).toString()) })
          })
        },
      )
      asked.on('timeout', () => asked.destroy())
      asked.on('error', () => resolve({ status: 0, ms: 0, body: undefined }))
      asked.end(text)
    })
  }

  return {
    times,
    async post(path, body, { key = randomUUID(), tries = 1, solve = true } = {}) {
      let answer = await once(path, body, key)
      for (let left = tries - 1; answer.status === 0 && left > 0; left--) {
        await new Promise(resolve => setTimeout(resolve, RETRY_MS))
        answer = await once(path, body, key)
      }
      if (answer.status !== 428 || !solve) return answer
      const proof = await solveInNode(answer.body.error.data.challenge as Challenge)
      return this.post(path, { ...body, proof }, { key, tries, solve: false })
    },
  }
}
