import { createHash, randomUUID } from 'node:crypto'
import { demoOffice } from '../../../server/demo/samarinda.ts'
import type { Database } from '../../../server/store/open/database.ts'
import { saveOffice } from '../../../server/store/offices.ts'
import { addDays, weekday, type LocalDate } from '../../../shared/kit/time.ts'
import type { Random } from '../../../shared/kit/random.ts'

const ROWS = 400
const SERVICES = ['ktp-el', 'kartu-keluarga', 'legalisir', 'konsultasi']
const BANDS = {
  channel: ['datang', 'datang', 'daring'],
  hour: ['pagi', 'pagi', 'siang', 'sore'],
  wait: ['0-15', '0-15', '15-30', '>30'],
} as const

/** Somebody of a made-up office, with the secret of a session that is open. */
export interface RatedOfficer {
  readonly id: string
  readonly office: string
  readonly session: string
}

/** Writes an office with officers and, as the last one, a manager; all are signed in. */
export async function officeOf(db: Database, id: string, people: number, now: number) {
  await saveOffice(db, { ...demoOffice, id, scoresForManager: true })
  const all = Array.from({ length: people + 1 }, (_, i): RatedOfficer => ({
    ...{ id: `${id}-p${i + 1}`, office: id, session: randomUUID() + randomUUID() },
  }))
  const session = { created_at: now, seen_at: now, expires_at: now + 12 * 3_600_000, how: 'password' as const }
  await inParts(all, part =>
    db.kysely
      .insertInto('staff')
      .values(
        part.map(o => ({
          ...{ id: o.id, office: o.office, agency: null, username: o.id, name: `Petugas ${o.id} (contoh)` },
          ...{ password_hash: 'none', active: 1, password_changed_at: 0, email: null, employee_number: null },
        })),
      )
      .execute(),
  )
  const roles = all.map((o, i) => ({ staff_id: o.id, role: i < people ? ('officer' as const) : ('manager' as const) }))
  await inParts(roles, part => db.kysely.insertInto('staff_roles').values(part).execute())
  await inParts(all, part =>
    db.kysely
      .insertInto('sessions')
      .values(part.map(o => ({ ...session, hash: sha(o.session), staff_id: o.id, roles: null, device: null })))
      .execute(),
  )
  return { officers: all.slice(0, people), manager: all[people]! }
}

/** Ratings of officers over days, each under circumstances of its own; an officer's own way with people shifts the marks. */
export async function ratingsOf(
  db: Database,
  officers: readonly RatedOfficer[],
  of: {
    readonly from: LocalDate
    readonly to: LocalDate
    readonly random: Random
    readonly many: (i: number) => number
  },
): Promise<number> {
  const { from, to, random, many } = of
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (weekday(day) % 6 !== 0) days.push(day)
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const rows = officers.flatMap(({ id, office }, i) => {
    const [way, counter] = [(random() - 0.5) * 0.8, `${(i % 8) + 1}`]
    return Array.from({ length: many(i) }, () => {
      const at = {
        service_id: one(SERVICES),
        channel: one(BANDS.channel),
        hour: one(BANDS.hour),
        wait: one(BANDS.wait),
      }
      const less = (at.wait === '>30' ? 0.5 : 0) + (at.service_id === 'legalisir' ? 0.3 : 0)
      const rating = Math.max(1, Math.min(4, Math.round(3.4 + way - less + (random() + random() - 1) * 1.6)))
      const where = { id: randomUUID(), office, date: one(days), counter_id: counter, officer_id: id }
      return { ...where, ...at, rating, reasons: '[]', left_out: null }
    })
  })
  await inParts(rows, part => db.kysely.insertInto('ratings').values(part).execute())
  return rows.length
}

async function inParts<T>(rows: readonly T[], write: (part: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS) await write(rows.slice(at, at + ROWS))
}

const sha = (secret: string) => createHash('sha256').update(secret).digest('base64url')
