import type { AskedBack } from '../../../services/daily/asked-back.ts'
import type { Feedback, ShownMessage } from '../../../services/feedback/feedback.ts'
import type { Team } from '../../../services/oversight/team.ts'
import type { Staff } from '../../../services/identity/access.ts'
import { mount, type Door } from '../../mount.ts'

/** How much of other things waits for somebody. */
export interface Waits {
  /** Outages of past days that they may agree to. */
  outages(me: Staff): Promise<number>
  /** Objections that they may answer or decide. */
  contests(me: Staff): Promise<number>
}

/** What officers and who assesses them say to each other. */
export function mountFeedback(
  door: Door,
  {
    feedback,
    team,
    tellings,
    askedBack,
    waits,
  }: {
    readonly feedback: Feedback
    readonly team: Pick<Team, 'leads' | 'peers'>
    readonly tellings: (staffId: string) => number
    readonly askedBack: AskedBack
    readonly waits: Waits
  },
): void {
  // The rights ask for a member of staff, so there is one.
  const writer = (a: { by: string; caller: { readonly staff?: Staff } }) => {
    const { id, officeId, agency } = a.caller.staff!
    return { id, officeId, agency, by: a.by }
  }
  const said = (all: readonly ShownMessage[]) => [...all]

  mount(door, 'GET /api/me/feedback', async a => ({
    messages: said(await feedback.own(writer(a))),
    colleagues: [...(await team.peers(writer(a)))],
  }))
  mount(door, 'POST /api/me/feedback', async a => ({
    message: await feedback.reply(writer(a), { ...a.body, tags: [] }, a.key),
  }))
  mount(door, 'POST /api/me/thanks', async a => {
    await feedback.thank(writer(a), a.body.officerId, a.body.text, a.key)
    return { ok: true as const }
  })
  mount(door, 'POST /api/me/feedback/:message/read', async a => {
    await feedback.read(writer(a), a.params.message)
    return { ok: true as const }
  })
  mount(door, 'GET /api/me/team/:person/feedback', async a => ({
    messages: said(await feedback.of(writer(a), a.params.person)),
  }))
  mount(door, 'POST /api/me/team/:person/feedback', async a => ({
    message: await feedback.write(writer(a), a.params.person, a.body, a.key),
  }))
  mount(door, 'POST /api/me/team/:person/kudos', async a => {
    await feedback.release(writer(a), a.params.person, a.body, a.key)
    return { ok: true as const }
  })
  mount(door, 'GET /api/me/news', async a => {
    const threads = await feedback.waiting(writer(a))
    return {
      ...{ waiting: threads.length, threads: [...threads] },
      reports: await askedBack(writer(a)),
      outages: await waits.outages(a.caller.staff!),
      contests: await waits.contests(a.caller.staff!),
      leads: await team.leads(writer(a)),
      told: tellings(a.caller.staff!.id),
    }
  })
}
