import type { Contest } from '../../../services/contest/contest-views.ts'
import type { ContestWaits } from '../../../services/contest/contest-waits.ts'
import type { Contests } from '../../../services/contest/contests.ts'
import type { Reminders } from '../../../services/contest/reminders.ts'
import type { Staff } from '../../../services/identity/access.ts'
import type { Readings } from '../../../services/oversight/readings.ts'
import type { Scores } from '../../../services/score/scores.ts'
import { mount, type Door } from '../../mount.ts'

/** Objections of officers to the figures of a closed period. */
export function mountContest(
  door: Door,
  deps: {
    readonly contests: Contests
    readonly reminders: Pick<Reminders, 'of'>
    readonly waits: Pick<ContestWaits, 'undecided'>
    readonly scores: Pick<Scores, 'ofOne'>
    readonly readings: Pick<Readings, 'note'>
  },
): void {
  const { contests, reminders, waits, scores, readings } = deps

  /** All versions beside a decision; the reading of somebody else is on record before they are handed out. */
  async function versionsOf({ officer, period, decision }: Contest, { id, officeId: office }: Staff) {
    if (!decision) return []
    const reader = officer.id === id ? 'own' : 'other'
    const versions = await scores.ofOne(office, officer.id, period, reader)
    if (versions.length > 0) await readings.note({ office, officerId: officer.id, readerId: id, what: 'score', period })
    return [...versions]
  }

  // The right asks for a member of staff, so there is one.
  mount(door, 'GET /api/me/contests', async a => ({
    contests: await contests.of(a.caller.staff!),
    reminders: [...(await reminders.of(a.caller.staff!))],
  }))
  mount(door, 'GET /api/offices/:office/undecided', async a => ({
    cases: [...(await waits.undecided(a.params.office))],
  }))
  mount(door, 'GET /api/me/contests/:contest', async a => {
    const contest = await contests.one(a.caller.staff!, a.params.contest)
    return { contest, versions: await versionsOf(contest, a.caller.staff!) }
  })
  mount(door, 'POST /api/me/contests/meant', async a => contests.asked(a.caller.staff!, a.body.period, a.body.excluded))
  mount(door, 'POST /api/me/contests', async a => ({
    contest: await contests.object(a.caller.staff!, a.body, a.key),
  }))
  mount(door, 'POST /api/me/contests/:contest/answer', async a => ({
    contest: await contests.answer(a.caller.staff!, a.params.contest, a.body.words, a.key),
  }))
  mount(door, 'POST /api/me/contests/:contest/evidence', async a => ({
    contest: await contests.add(a.caller.staff!, a.params.contest, a.body.line, a.key),
  }))
  mount(door, 'POST /api/me/contests/:contest/withdraw', async a => ({
    contest: await contests.withdraw(a.caller.staff!, a.params.contest),
  }))
  mount(door, 'POST /api/me/contests/:contest/part', async a =>
    contests.partly(a.caller.staff!, a.params.contest, a.body.part),
  )
  mount(door, 'POST /api/me/contests/:contest/decide', async a => ({
    contest: await contests.decide(a.caller.staff!, a.params.contest, a.body, a.key),
  }))
}
