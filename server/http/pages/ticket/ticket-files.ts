import { AppError } from '../../../../shared/kit/errors.ts'
import type { Uploads } from '../../../services/booking/uploads.ts'
import { networkOf } from '../../../services/gate/network.ts'
import { fileIn, formBytes, letRunOut, mustFitForm } from '../../body.ts'
import { addressOf } from '../../context.ts'
import type { Door } from '../../mount.ts'
import { createRoom } from '../../room.ts'
import { langOf } from '../html.ts'

/** Scans on their way at once, 5 MB each: people behind one address of a phone network share it. */
const MOST_COMING = { all: 12, ofNetwork: 6 }

/**
 * Scans of papers from the page of a ticket: a plain form, also without scripts. Nothing of it is read before its sender may send
 * it; then it comes in no faster than the desk leaves time, and is taken apart and written one by one.
 */
export function mountTicketFiles(
  door: Door,
  deps: { uploads: Uploads; calm: () => Promise<void>; trustProxy: boolean },
): void {
  const { uploads, calm } = deps
  const coming = createRoom(MOST_COMING)
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (work: () => Promise<void>) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }

  door.app.post('/t/:token/files', async c => {
    c.set('route', 'POST /t/:token/files')
    // Whoever has no right, or no room, sends the rest of five megabytes to nobody.
    c.header('Connection', 'close')
    await door.admit(c, true)
    const token = c.req.param('token')
    const back = `/t/${encodeURIComponent(token)}`
    // Without a fragment, so that what is said on top is seen first; the page shows the files open.
    const to = (what: string) => c.redirect(`${back}?${what && `${what}&`}lang=${langOf(c)}`, 303)
    try {
      await uploads.mustBeHolder(token)
      const leave = coming.enter(networkOf(addressOf(c, deps.trustProxy)), 1)
      try {
        mustFitForm(c)
        await uploads.expect(token)
        const bytes = await formBytes(c, calm)
        await inTurn(async () => {
          await calm()
          const file = await fileIn(c, bytes)
          await uploads.add(token, file.name, new Uint8Array(await file.arrayBuffer()))
        })
      } finally {
        await letRunOut(c, calm)
        leave()
      }
      return to('did=sent')
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return to(error.code === 'TICKET_UNKNOWN' ? '' : `said=${error.code}`)
    }
  })
}
