import { createHash } from 'node:crypto'
import { textOf } from '../../../../shared/ticket/markup.ts'
import type { Ctx } from '../../context.ts'
import type { Door } from '../../mount.ts'
import { langOf } from '../html.ts'
import { closingsPart } from './closings.ts'
import type { BookingDesk } from './desk.ts'
import { dateOf, serviceOf } from './way.ts'

/**
 * The closings of a service by themselves, for pages that stand open: so small, and so often unchanged, that asking every few seconds
 * costs less than a connection held for each.
 */
export function mountClosings({ app, admit }: Door, deskOf: (c: Ctx) => Pick<BookingDesk, 'closings'>): void {
  const at = '/b/:office/:service/tutup'
  app.get(at, async c => {
    c.set('route', `GET ${at}`)
    await admit(c, false)
    const front = await deskOf(c).closings(c.req.param('office'))
    const service = serviceOf(front.office, c.req.param('service'))
    const text = textOf(closingsPart(front, service, langOf(c), dateOf(c.req.query('date'))))
    const ETag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 12)}"`
    const headers = { ETag, 'Cache-Control': 'private, no-cache' }
    if (c.req.header('if-none-match') === ETag) return c.body(null, 304, headers)
    return c.body(text, 200, { ...headers, 'Content-Type': 'text/html; charset=utf-8' })
  })
}
