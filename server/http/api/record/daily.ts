import { parse, mount, type Door } from '../../mount.ts'
import * as s from '../../../../shared/contracts/schemas.ts'
import { require as requireRight } from '../../../services/identity/access.ts'
import type { EvidenceFiles } from '../../../services/daily/evidence.ts'
import type { Reports } from '../../../services/daily/reports.ts'
import { AppError } from '../../../../shared/kit/errors.ts'
import { fileIn, formBytes, letRunOut, mustFitForm } from '../../body.ts'
import { createRoom } from '../../room.ts'

/** Evidence on its way at once, 5 MB each; of one person. */
const MOST_COMING = { all: 8, ofNetwork: 2 }

/** Daily reports, and their evidence. */
export function mountDaily(
  door: Door,
  { reports, files, calm }: { reports: Reports; files: EvidenceFiles; calm: () => Promise<void> },
): void {
  const done = { ok: true as const }
  // Where a right or a sign-in is asked for, there is a member of staff.
  mount(door, 'GET /api/me/reports', async a => ({
    reports: [...(await reports.recent(a.caller.staff!, a.query.before))],
  }))
  mount(door, 'GET /api/me/reports/:date', a => reports.own(a.caller.staff!, a.params.date))
  mount(door, 'POST /api/me/reports/:date/draft', async a => ({
    drafts: [...(await reports.keep(a.caller.staff!, a.params.date, a.body))],
  }))
  mount(door, 'POST /api/me/reports/:date/draft/discard', async a => {
    await reports.discard(a.caller.staff!, a.params.date, a.body)
    return done
  })
  mount(door, 'POST /api/me/reports/:date/send', async a => {
    await reports.send(a.caller.staff!, a.params.date, a.body, a.key)
    return done
  })
  mount(door, 'POST /api/me/reports/:date/files/:file/remove', async a => ({
    removed: await reports.removeFile(a.caller.staff!, a.params.date, a.params.file),
  }))
  mount(door, 'POST /api/me/reports/:date/reply', async a => {
    await reports.reply(a.caller.staff!, a.params.date, a.body.text, a.key)
    return done
  })
  mount(door, 'GET /api/me/team/reports', async a => ({ reports: [...(await reports.waiting(a.caller.staff!))] }))
  mount(door, 'GET /api/me/team/reports/:officer/:date', a =>
    reports.read(a.caller.staff!, a.params.officer, a.params.date),
  )
  mount(door, 'POST /api/me/team/reports/:officer/:date/answer', async a => {
    await reports.answer(a.caller.staff!, a.params, a.body, a.key)
    return done
  })

  const coming = createRoom(MOST_COMING)
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }

  // A form with one file; nothing of it is read before its sender may send it, and it comes no faster than the desk leaves time.
  door.app.post('/api/me/reports/:date/files', async c => {
    c.set('route', 'POST /api/me/reports/:date/files')
    c.header('Connection', 'close')
    const caller = await door.callerOf(c)
    requireRight(caller, 'officer.read.own', caller.staff?.officeId ?? '')
    const me = caller.staff!
    const date = parse(s.localDate, c.req.param('date'), 'path') as string
    const leave = coming.enter(me.id, 1)
    try {
      mustFitForm(c)
      await files.expect(me, date)
      const bytes = await formBytes(c, calm)
      const file = await inTurn(async () => {
        await calm()
        const given = await fileIn(c, bytes)
        return files.add(me, date, given.name, new Uint8Array(await given.arrayBuffer()))
      })
      return c.json({ file }, 201)
    } finally {
      await letRunOut(c, calm)
      leave()
    }
  })

  // A form, because an opening by the assessor goes on record. Never as something that would run.
  door.app.post('/api/me/report-files/:file', async c => {
    c.set('route', 'POST /api/me/report-files/:file')
    const { staff } = await door.callerOf(c)
    if (!staff) throw new AppError('NOT_SIGNED_IN')
    const { type, bytes } = await files.open(staff, c.req.param('file'))
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': type,
      'Content-Disposition': 'inline; filename="bukti"',
      'Content-Security-Policy': "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
    })
  })
}
