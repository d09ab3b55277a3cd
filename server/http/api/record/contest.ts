import type { Contests } from '../../../services/contest/contests.ts'
import type { Reminders } from '../../../services/contest/reminders.ts'
import { mount, type Door } from '../../mount.ts'

/** Objections of officers to the figures of a closed period. */
export function mountContest(
  door: Door,
  { contests, reminders }: { readonly contests: Contests; readonly reminders: Pick<Reminders, 'of'> },
): void {
  // The right asks for a member of staff, so there is one.
  mount(door, 'GET /api/me/contests', async a => ({
    contests: await contests.of(a.caller.staff!),
    reminders: [...(await reminders.of(a.caller.staff!))],
  }))
  mount(door, 'GET /api/me/contests/:contest', async a => ({
    contest: await contests.one(a.caller.staff!, a.params.contest),
  }))
  mount(door, 'POST /api/me/contests/meant', async a => contests.asked(a.caller.staff!, a.body.period, a.body.excluded))
  mount(door, 'POST /api/me/contests', async a => ({
    contest: await contests.object(a.caller.staff!, a.body, a.key),
  }))
  mount(door, 'POST /api/me/contests/:contest/answer', async a => ({
    contest: await contests.answer(a.caller.staff!, a.params.contest, a.body.words, a.key),
  }))
  mount(door, 'POST /api/me/contests/:contest/decide', async a => ({
    contest: await contests.decide(a.caller.staff!, a.params.contest, a.body, a.key),
  }))
}
