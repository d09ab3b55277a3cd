import { api } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Chat } from '../../services/messages/chat.ts'
import type { Messages } from '../../services/messages/messages.ts'
import { textOf } from '../body.ts'
import { SIGNATURE_HEADER } from '../../services/identity/signatures.ts'
import { mount, parse, parseJson, type Door } from '../mount.ts'

const INBOUND = 'POST /api/gateway/inbound'

/** Messages: browsers that want to be told, the gateway's signed door, and how the office's messages fared. */
export function mountMessages(
  door: Door,
  deps: {
    messages: Messages
    chat: Chat
    pushKey: string
    /** The ticket behind a holder's link; throws `TICKET_UNKNOWN`. */
    holderOf: (token: string) => Promise<string>
    /** Whether the gateway itself signed this body just now. */
    isSigned: (header: string | undefined, body: string) => boolean
  },
): void {
  const { messages, chat } = deps
  mount(door, 'GET /api/push/key', () => ({ key: deps.pushKey }))
  mount(door, 'POST /api/tickets/:token/push', async a => {
    const { endpoint, keys } = a.body.subscription
    const path = `/t/${a.params.token}`
    await messages.subscribe(await deps.holderOf(a.params.token), { endpoint, keys, path }, a.body.lang ?? 'id')
    return { ok: true as const }
  })
  mount(door, 'POST /api/tickets/:token/push/off', async a => {
    await messages.unsubscribe(await deps.holderOf(a.params.token), a.body.endpoint)
    return { ok: true as const }
  })
  mount(door, 'GET /api/offices/:office/messages', a => messages.figures(a.params.office))

  // Not through `mount`: the signature is over the bytes as they came, and speaks before anything is read from them.
  door.app.post('/api/gateway/inbound', async c => {
    c.set('route', INBOUND)
    const text = await textOf(c, 'guest')
    if (!deps.isSigned(c.req.header(SIGNATURE_HEADER), text)) {
      await door.admit(c, true)
      throw new AppError('NOT_SIGNED_IN')
    }
    const message = parse(api[INBOUND].body, parseJson(text), 'body') as Parameters<Chat['receive']>[0]
    // The gateway keeps what was refused, or tells whoever wrote it.
    if (door.rehearsing) throw new AppError('REHEARSAL')
    await chat.receive(message)
    return c.json({ ok: true })
  })
}
