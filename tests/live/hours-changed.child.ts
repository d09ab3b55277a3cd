import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { phoneOf } from '../helpers/outbox.ts'
import { MORNING } from '../helpers/test-app.ts'
import { OFFICE, toldOffice } from '../helpers/told-office.ts'

/**
 * An administrator makes tomorrow a holiday over five bookings, and the process dies without a word: once the setting is saved and
 * `before` the day knows of it, or right `after` the day has let them go and before anybody was told.
 */
const [file, moment] = process.argv.slice(2) as [string, 'before' | 'after']
const db = await openSqlite(file)
const die = () => process.kill(process.pid, 'SIGKILL')
const { app } = await toldOffice(undefined, { now: MORNING }, Buffer.alloc(32, 7), {
  db,
  journal: {
    read: db.journal.read,
    async append(entries) {
      const lets = entries.some(({ events }) => events.some(e => e.type === 'ticketCancelled'))
      if (lets && moment === 'before') die()
      await db.journal.append(entries)
      if (lets) die()
    },
  },
})
const admin = await app.as('admin')
const settings = async (change: object) => {
  const answer = await admin.patch(`${OFFICE}/settings`, change)
  if (answer.status !== 200) throw new Error(answer.text)
}
const { booking } = app.offices.get('samarinda')
await settings({ alwaysOpen: false, booking: { ...booking, proof: 'never' } })
for (let n = 1; n <= 5; n++) {
  const contact = { phone: phoneOf(n), channel: 'whatsapp' }
  const wish = { serviceId: 'ktp-el', slotId: `2026-06-10T${10 + (n % 2)}:00`, contact }
  const booked = await app.visitor().post(`${OFFICE}/bookings`, wish)
  if (booked.status !== 201) throw new Error(booked.text)
}
await app.settled()
await settings({ holidays: ['2026-06-10'], foreseen: 5 })
