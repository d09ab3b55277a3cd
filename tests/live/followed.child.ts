import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { phoneOf } from '../helpers/outbox.ts'
import { counterPath, MORNING, type Visitor } from '../helpers/test-app.ts'
import { OFFICE, toldOffice } from '../helpers/told-office.ts'

/** A morning at the office until the process dies without a word, right after the moment it was told of was on disk. */
const [file, moment] = process.argv.slice(2) as [string, DayEvent['type'] | 'documentReady']
const db = await openSqlite(file)
const clock = { now: MORNING }
const die = () => process.kill(process.pid, 'SIGKILL')
const { app } = await toldOffice(undefined, clock, Buffer.alloc(32, 7), {
  db,
  journal: {
    read: db.journal.read,
    async append(entries) {
      await db.journal.append(entries)
      if (entries.some(({ events }) => events.some(e => e.type === moment))) die()
    },
  },
})
/** Posts, and fails loudly: a refusal would let the test prove nothing. */
async function post(who: Visitor, path: string, body: object = {}) {
  const answer = await who.post(path, body)
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`)
  return answer.body
}

const contact = { phone: phoneOf(1), channel: 'whatsapp' }
const booking = { serviceId: 'ktp-el', slotId: '2026-06-09T10:00', contact }
const { token } = await post(app.visitor(), `${OFFICE}/bookings`, booking)
const desk = await app.as('meja')
await post(desk, `${OFFICE}/services/legalisir/close`, { reason: 'systemDown' })
clock.now = MORNING + 15 * MINUTE
await post(desk, `${OFFICE}/check-in`, { token })
clock.now = MORNING + 30 * MINUTE
const officer = await app.as('petugas1')
for (const act of ['open', 'call-next', 'start', 'finish']) await post(officer, counterPath('1', act))
await app.settled()
// The undo alone makes this event: the process dies once it is on disk, before anything follows from it.
if (moment === 'actUndone') await post(officer, counterPath('1', 'undo'))
const list = `${OFFICE}/applications`
const { applications } = (await officer.get(list)).body as { applications: { id: string }[] }
for (const to of ['processing', 'ready']) await post(officer, `${list}/${applications[0]!.id}/advance`, { to })
die()
