import { request, type IncomingMessage } from 'node:http'
import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import { standingNow, type StreamMessage } from '../../shared/ticket/standing.ts'
import { until } from './listeners.ts'

/** A phone that follows a ticket's own stream, and keeps every word that it was sent. */
export async function streamed(
  url: string,
  path: string,
  {
    known,
    address,
    reads = true,
  }: { readonly known?: string | undefined; readonly address?: string; readonly reads?: boolean } = {},
) {
  const messages: StreamMessage[] = []
  let mark: string | undefined
  let text = ''
  let closed = false
  const headers = {
    ...(known === undefined ? {} : { 'last-event-id': known }),
    ...(address === undefined ? {} : { 'x-forwarded-for': address }),
  }
  const asked = request(`${url}${path}/stream`, { headers, agent: false })
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve).once('error', reject)
    asked.end()
  })
  asked.on('error', () => {})
  answer.on('error', () => {})
  answer.on('close', () => (closed = true))
  let unread = ''
  if (reads)
    answer.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
      const said = (unread + piece).split('\n\n')
      unread = said.pop()!
      for (const one of said) {
        mark = /^id: (.*)$/m.exec(one)?.[1] ?? mark
        messages.push(JSON.parse(/^data: (.*)$/m.exec(one)![1]!) as StreamMessage)
      }
    })
  return {
    status: answer.statusCode!,
    headers: answer.headers,
    messages,
    answer,
    text: () => text,
    mark: () => mark,
    closed: () => closed,
    /** How the ticket stands by all that was said. */
    standing: (own: OwnTicket) => messages.reduce(standingNow, own),
    /** Waits for such a message, among those from the `after`th on. */
    async next(what: (message: StreamMessage) => boolean, after = 0) {
      await until(() => messages.slice(after).some(what))
      return messages.slice(after).find(what)!
    },
    close: () => void asked.destroy(),
  }
}

export type Streamed = Awaited<ReturnType<typeof streamed>>
