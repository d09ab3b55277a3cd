import type { Instant } from '../../../shared/kit/time.ts'
import { contestState } from '../../../shared/officer/contest/contest.ts'
import { contestReminders, type Reminder } from '../../../shared/officer/contest/reminders.ts'
import { contestPeople, contestReminded } from '../../../shared/oversight/contest-people.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { contestsOpen, reminderRow, remindersOf } from '../../store/record/contests.ts'
import type { ContestsTable } from '../../store/schema/record/contest-tables.ts'
import { ofEach } from '../office/of-each.ts'
import type { Offices } from '../office/offices.ts'
import type { Reader, Team } from '../oversight/team.ts'
import { periodOf, timesOf } from './contest-rights.ts'

/** A reminder of an objection that still waits. */
export interface ToldReminder extends Reminder {
  readonly contest: string
}

/** Reminders of objections: on disk before anybody is told, of each day and person once, also after a kill. */
export interface Reminders {
  /** Reminds of what today asks for and nobody was reminded of. */
  pass(): Promise<void>
  /** Of what somebody was reminded and still has to be done, of each the latest. */
  of(reader: Reader): Promise<readonly ToldReminder[]>
}

export function createReminders(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly team: Pick<Team, 'chain'>
  /** Whoever of an office is at work and may lead. */
  readonly able: (office: string) => Promise<ReadonlySet<string>>
  readonly now: () => Instant
  /** Tells the screens of somebody that there is news. */
  readonly tell: (staffId: string) => void
}): Reminders {
  const { db, offices, team, able, now, tell } = deps

  async function dueOf(row: ContestsTable) {
    const times = timesOf(row)
    const { office, officer_id: officer } = row
    const [today, { zone }, chain] = [offices.today(office), offices.get(office), await team.chain(office)]
    const about = { officer, about: periodOf(row), raised: contestState(times, today, zone) === 'raised' }
    const { wentUp } = contestPeople(chain, officer, about, today)
    return { today, about, chain, due: contestReminders(times, today, zone, wentUp === true) }
  }

  async function remind(row: ContestsTable): Promise<void> {
    const { office, id: contest } = row
    const { today, about, chain, due } = await dueOf(row)
    const whom = contestReminded(chain, about, today, await able(office))
    for (const { kind, day } of due)
      for (const person of whom[kind]) {
        const at = now()
        const first = reminderRow(db, { contest, kind, day, person_id: person, at })
        const detail = { office, contest, reminder: kind, day, person }
        const entry = { at, who: 'system', what: 'contest.remind', detail }
        if (await onRecord(db, { first, then: [] }, entry)) tell(person)
      }
  }

  return {
    async pass() {
      await ofEach(await contestsOpen(db), remind)
    },

    async of({ id, officeId }) {
      const told = await remindersOf(db, id)
      const due: ToldReminder[] = []
      for (const row of await contestsOpen(db, officeId))
        for (const { kind } of (await dueOf(row)).due) {
          const latest = told.find(r => r.contest === row.id && r.kind === kind)
          if (latest) due.push({ contest: row.id, kind, day: latest.day })
        }
      return due
    },
  }
}
