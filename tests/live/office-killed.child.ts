import { writeSync } from 'node:fs'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { testApp } from '../helpers/test-app.ts'

/**
 * An administrator saves the office three times, and at the third the process dies without a word: `before` it is on disk, or right
 * `after` that and before anybody is answered. Or acts of each kind follow one another until somebody kills it, each told once it is answered.
 */
const [file, moment] = process.argv.slice(2) as [string, 'before' | 'after' | 'acts']
const die = () => process.kill(process.pid, 'SIGKILL')
const db = await openSqlite(file)
let dying = false
const app = await testApp({
  db: {
    ...db,
    async claim(first, then, flush) {
      if (dying && moment === 'before') die()
      const done = await db.claim(first, then, flush)
      if (dying && moment === 'after') die()
      return done
    },
  },
  key: Buffer.alloc(32, 7),
})
const OFFICE = '/api/offices/samarinda'
const admin = await app.as('admin')
const counter = (n: number) => admin.patch(`${OFFICE}/settings`, { counters: [{ id: '1', name: `Meja ${n}` }] })

if (moment === 'acts') await actUntilKilled()
for (const n of [1, 2, 3]) {
  dying = n === 3
  const saved = await counter(n)
  if (saved.status !== 200) throw new Error(saved.text)
}

async function actUntilKilled(): Promise<never> {
  const acts: Readonly<Record<string, (n: number) => ReturnType<typeof admin.post>>> = {
    'office.configure': counter,
    async 'device.approve'() {
      const { code } = (await app.visitor().post('/api/devices/pairings', { kind: 'kiosk' })).body
      return admin.post(`${OFFICE}/devices`, { code, name: 'Kios depan' })
    },
    async 'roster.saved'(n) {
      const { shifts } = (await admin.get(`${OFFICE}/roster/2026-06-08`)).body
      const seen = shifts.map(({ staffId: _, date: __, ...shift }: { staffId: string; date: string }) => shift)
      const planned = { counterId: `${1 + (n % 8)}`, from: '08:00', to: '15:00', rest: null, insteadOf: null }
      const cells = [{ staffId: 'p1', date: '2026-06-09', seen, shifts: [planned] }]
      return admin.post(`${OFFICE}/roster/2026-06-08`, { cells })
    },
    'leave.added': () =>
      admin.post(`${OFFICE}/leaves`, {
        ...{ staffId: 'p2', kind: 'annual', from: '2026-06-09', to: '2026-06-09', part: null },
      }),
  }
  for (let n = 0; ; n++)
    for (const [what, act] of Object.entries(acts)) {
      const { status, text } = await act(n)
      if (status >= 300) throw new Error(text)
      writeSync(1, `${what}\n`)
    }
}
