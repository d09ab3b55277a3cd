import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { changeOffice, CLOSES, drawPath, FRIDAY, LOTS, OPENS, releasedBy } from '../helpers/drawn.ts'
import { MORNING, testApp } from '../helpers/test-app.ts'

/** An office that takes twelve entries and dies while it holds their draw, right before its stroke is on disk or right after. */
const [file, moment] = process.argv.slice(2) as [string, 'before' | 'after']
const real = await openSqlite(file)
const clock = { now: MORNING }
const die = () => process.kill(process.pid, 'SIGKILL')
const db: typeof real = {
  ...real,
  journal: {
    read: real.journal.read,
    async append(entries) {
      const isStroke = entries.some(({ events }) => events.some(e => e.type === 'drawHeld'))
      if (isStroke && moment === 'before') die()
      await real.journal.append(entries)
      if (isStroke) die()
    },
  },
}
const app = await testApp({ db, key: Buffer.alloc(32, 7), now: () => clock.now })
const { booking } = app.offices.get('samarinda')
await changeOffice(app, { booking: { ...booking, proof: 'never' }, services: [releasedBy(LOTS, 10)] })
clock.now = OPENS
for (let n = 0; n < 12; n++) {
  const contact = { phone: `0800-0003-${String(n).padStart(4, '0')}` }
  const body = { wishes: [`${FRIDAY}T09:00`], anySlot: true, contact }
  const { status, text } = await app.visitor().post(`${drawPath()}/entries`, body)
  if (status !== 201) throw new Error(text)
}
clock.now = CLOSES
await app.draws.holdDue()
