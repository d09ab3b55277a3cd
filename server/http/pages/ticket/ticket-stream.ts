import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { AppError } from '../../../../shared/kit/errors.ts'
import { networkOf } from '../../../services/gate/network.ts'
import type { OwnTickets } from '../../../services/booking/own-tickets.ts'
import type { Streams } from '../../../realtime/streams.ts'
import { addressOf } from '../../context.ts'
import type { Door } from '../../mount.ts'

/** A phone that found no room reads its ticket now and then, and asks here again later. */
const AGAIN_S = 60

/** A ticket's own stream, as server-sent events on its link: each message is a `StreamMessage`. */
export function mountTicketStream(
  door: Door,
  { tickets, streams, trustProxy }: { tickets: OwnTickets; streams: Streams; trustProxy: boolean },
): void {
  door.app.get('/t/:token/stream', async c => {
    c.set('route', 'GET /t/:token/stream')
    await door.admit(c, false)
    const ticket = await tickets.opened(c.req.param('token'), 'look')
    const res = c.env?.outgoing
    // Nothing is asked by its head alone, and there is no stream without a connection.
    if (!res || c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' })
    const address = networkOf(addressOf(c, trustProxy))
    const known = c.req.header('last-event-id')
    if ((await streams.follow(ticket, { address, known, res })) === 'full')
      throw new AppError('TOO_MANY_REQUESTS', { retryAfter: AGAIN_S })
    return RESPONSE_ALREADY_SENT
  })
}
