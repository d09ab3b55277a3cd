import { createAsk } from './outside.ts'

const MOST_BYTES = 512 * 1024
/** Answers that have no body. */
const EMPTY = [204, 205, 304]

/** What a library asks of somebody else's machine. */
interface Request {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Nobody answered, or what answered may not be asked or told too much. */
export class OutsideError extends Error {}

/** A `fetch` that is bound as every request to the outside is; of the headers of an answer it gives its type alone. */
export function createOutsideFetch(options: { allowPrivate: boolean }) {
  const ask = createAsk(options)
  return (address: string, { method, headers, body }: Request): Promise<Response> =>
    new Promise((resolve, reject) => {
      const fail = (cause: unknown) => reject(new OutsideError('outside', { cause }))
      // What is sent are forms and nothing at all.
      const sent = body instanceof URLSearchParams ? body.toString() : ''
      const length = sent === '' ? {} : { 'Content-Length': Buffer.byteLength(sent) }
      try {
        const request = ask(new URL(address), method, { ...headers, ...length })
        request.on('error', fail)
        request.on('response', answer => {
          const parts: Buffer[] = []
          let bytes = 0
          answer.on('data', (part: Buffer) => {
            bytes += part.length
            if (bytes > MOST_BYTES) return void answer.destroy(new Error('too large'))
            parts.push(part)
          })
          answer.on('error', fail)
          answer.on('end', () => {
            const status = answer.statusCode ?? 0
            if (status < 200) return fail(status)
            const type = { 'content-type': answer.headers['content-type'] ?? '' }
            resolve(new Response(EMPTY.includes(status) ? null : Buffer.concat(parts), { status, headers: type }))
          })
        })
        request.end(sent)
      } catch (error) {
        fail(error)
      }
    })
}
