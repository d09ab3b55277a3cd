import type { Input } from '../shared/contracts/api.ts'
import { mayHaveArrived } from '../shared/web/act.ts'
import { call, codeOf } from '../shared/web/client.ts'

/** One answer on its way. The same key on every try, so that the server counts it once. */
export type Sending = { readonly token: string; readonly key: string } & (
  | { readonly kind: 'rating'; readonly body: Input<'POST /api/surveys/:token/rating'>['body'] }
  | { readonly kind: 'answers'; readonly body: Input<'POST /api/surveys/:token/answers'>['body'] }
)

/** What became of a try: `kept` means there was no answer, so it stays and is tried again. */
export type Outcome = 'sent' | 'kept' | 'used' | 'expired' | 'refused'

/** A rating that the server has, and that may still be changed. */
interface Rated {
  readonly change: string
}

const KEY = 'tanggap.outbox'

/** Where answers rest until the server has them; a closed page or a lost signal loses none. */
export interface Outbox {
  /** Keeps an answer; the same key again replaces it. */
  keep(item: Sending): void
  has(token: string): boolean
  send(key: string): Promise<Outcome>
  /** What lets the rating of a request be changed for a minute, once the server has it. */
  changeOf(key: string): string | undefined
  /** Tries everything that rests here, but for the one still being written. */
  flush(exceptKey?: string): Promise<void>
  /** Sends without waiting for an answer, because the page may go at any moment; everything stays until it is confirmed. */
  leave(): void
}

export function outbox(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  ask: (item: Sending) => Promise<Outcome | Rated> = post,
): Outbox {
  // A private window may refuse storage; then answers live as long as the page.
  let memory: readonly Sending[] = []
  const all = (): readonly Sending[] => {
    try {
      return JSON.parse(storage.getItem(KEY) ?? '[]') as Sending[]
    } catch {
      return memory
    }
  }
  const write = (items: readonly Sending[]) => {
    memory = items
    try {
      storage.setItem(KEY, JSON.stringify(items))
    } catch {
      return
    }
  }
  const changes = new Map<string, string>()
  const running = new Map<string, Promise<Outcome>>()

  async function attempt(key: string): Promise<Outcome> {
    const item = all().find(i => i.key === key)
    if (!item) return 'sent'
    const answer = await ask(item)
    if (typeof answer !== 'string') changes.set(key, answer.change)
    const outcome = typeof answer === 'string' ? answer : 'sent'
    if (outcome !== 'kept') write(all().filter(i => i.key !== key))
    return outcome
  }
  function send(key: string): Promise<Outcome> {
    const under = running.get(key) ?? attempt(key).finally(() => running.delete(key))
    running.set(key, under)
    return under
  }

  return {
    keep: item => write([...all().filter(i => i.key !== item.key), item]),
    has: token => all().some(i => i.token === token),
    send,
    changeOf: key => changes.get(key),
    flush: async exceptKey => {
      for (const { key } of all()) if (key !== exceptKey) await send(key)
    },
    leave: () => {
      for (const item of all()) {
        void fetch(`/api/surveys/${encodeURIComponent(item.token)}/${item.kind}`, {
          method: 'POST',
          keepalive: true,
          credentials: 'same-origin',
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': item.key },
          body: JSON.stringify(item.body),
        }).catch(() => {})
      }
    },
  }
}

async function post(item: Sending): Promise<Outcome | Rated> {
  const params = { token: item.token }
  try {
    if (item.kind === 'rating') {
      const { change } = await call('POST /api/surveys/:token/rating', { params, body: item.body }, item.key)
      return change === undefined ? 'sent' : { change }
    }
    await call('POST /api/surveys/:token/answers', { params, body: item.body }, item.key)
    return 'sent'
  } catch (error) {
    const code = codeOf(error)
    // A phone that was asked to wait has time, and so has one whose visit goes on once more: it tries again by itself.
    if (mayHaveArrived(error) || code === 'TOO_MANY_REQUESTS' || code === 'TICKET_STATE') return 'kept'
    return code === 'SURVEY_USED' ? 'used' : code === 'SURVEY_EXPIRED' ? 'expired' : 'refused'
  }
}
