import type { LocalDate } from '../../../../shared/kit/time.ts'
import { fixedPeriod } from '../../../../shared/survey/fixed-periods.ts'
import type { Figures } from '../../../services/officer/figures.ts'
import type { Delegations } from '../../../services/oversight/delegations.ts'
import type { Readings } from '../../../services/oversight/readings.ts'
import type { Superiors } from '../../../services/oversight/superiors.ts'
import type { Team } from '../../../services/oversight/team.ts'
import { mount, type Door } from '../../mount.ts'

/** Whom somebody leads, who decides over assessments, and who stands in for whom. */
export function mountTeam(
  door: Door,
  deps: {
    readonly team: Team
    readonly superiors: Superiors
    readonly delegations: Delegations
    readonly figures: Pick<Figures, 'workOf'>
    readonly readings: Pick<Readings, 'noteAll'>
    readonly today: (office: string) => LocalDate
  },
): void {
  const { team, superiors, delegations, figures, readings } = deps
  const by = (a: { by: string; params: { readonly office: string } }) => ({ who: a.by, office: a.params.office })

  // The rights ask for a member of staff, so there is one.
  mount(door, 'GET /api/me/team', async a => {
    const me = a.caller.staff!
    const members = (await team.today(me)).map(({ id, name, behalf }) => ({ id, name, behalf }))
    return {
      ...{ date: deps.today(me.officeId), leads: await team.leads(me), members },
      below: [...(await team.below(me))],
      colleagues: [...(await team.colleagues(me))],
      delegations: [...(await delegations.of(me.officeId, me.id))],
    }
  })
  mount(door, 'GET /api/me/team/within', async a => ({
    members: (await team.within(a.caller.staff!, a.query)).map(m => ({ ...m, days: [...m.days] })),
  }))
  mount(door, 'GET /api/me/team/work', async a => {
    const me = a.caller.staff!
    const office = me.officeId
    const { period } = a.query
    const days = fixedPeriod(period)!
    const members = await team.within(me, days)
    await readings.noteAll(
      members.map(({ id, days }) => {
        const forId = days.some(d => !d.onBehalf) ? undefined : days[0]!.of
        return { office, officerId: id, readerId: me.id, forId, what: 'record', period }
      }),
    )
    const work = await figures.workOf(office, days, members)
    return { rows: members.map(({ id, name }) => ({ officerId: id, name, ...work.get(id)! })) }
  })
  mount(door, 'POST /api/me/delegations', async a => {
    const { id, officeId, agency } = a.caller.staff!
    const wanted = { personId: id, ...a.body }
    return { delegation: await delegations.add({ who: a.by, office: officeId }, wanted, a.key, agency) }
  })
  mount(door, 'POST /api/me/delegations/:delegation/end', async a => {
    const { id, officeId } = a.caller.staff!
    return { delegation: await delegations.end({ who: a.by, office: officeId }, a.params.delegation, id) }
  })
  mount(door, 'GET /api/offices/:office/superiors', async a => ({
    superiors: [...(await superiors.of(a.params.office))],
  }))
  mount(door, 'POST /api/offices/:office/superiors', async a => {
    const { ends, ...wanted } = a.body
    return { superior: await superiors.add(by(a), wanted, ends, a.key) }
  })
  mount(door, 'POST /api/offices/:office/superiors/:superior/end', async a => ({
    superior: await superiors.end(by(a), a.params.superior, a.body.to),
  }))
  mount(door, 'GET /api/offices/:office/delegations', async a => ({
    delegations: [...(await delegations.of(a.params.office))],
  }))
  mount(door, 'POST /api/offices/:office/delegations', async a => ({
    delegation: await delegations.add(by(a), a.body, a.key),
  }))
  mount(door, 'POST /api/offices/:office/delegations/:delegation/end', async a => ({
    delegation: await delegations.end(by(a), a.params.delegation),
  }))
}
