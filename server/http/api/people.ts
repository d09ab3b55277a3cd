import type { Reply } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { currentAt, type QueueDay } from '../../../shared/queue/day.ts'
import { counterOf } from '../../../shared/queue/guards.ts'
import type { AccountLinks, NewLink } from '../../services/identity/account-links.ts'
import { crowdOf, networkOf } from '../../services/gate/network.ts'
import type { Guesses } from '../../services/identity/guesses.ts'
import type { Ahead } from '../../services/roster/roster.ts'
import type { Manager, People, Person } from '../../services/identity/people.ts'
import { addressOf, type Ctx } from '../context.ts'
import { mount, type Asked, type Door } from '../mount.ts'

/** What the people of an office are made of. */
export interface PeopleDoor {
  readonly people: People
  readonly links: AccountLinks
  /** The address that people type, as far as it is known. */
  readonly originOf: (c: Ctx) => string
  readonly officeName: (office: string) => string
  readonly guesses: Guesses
  readonly trustProxy: boolean
  /** The day of an office that is now: who is at which counter. */
  readonly todayOf: (office: string) => Promise<QueueDay>
  readonly ahead: Ahead
}

/** An act on people of an office. */
export type OnPeople = Pick<Asked<'GET /api/offices/:office/people'>, 'params' | 'caller' | 'scope'>

/** The people of an office, and the links by which they choose a password. */
export function mountPeople(
  door: Door,
  { people, links, originOf, officeName, guesses, trustProxy, todayOf, ahead }: PeopleDoor,
): void {
  const by = ({ params, caller, scope }: OnPeople): Manager => ({ staff: caller.staff!, office: params.office, scope })
  // Behind the #, which no server and no log ever sees.
  const linkView = (c: Ctx, { kind, secret, until }: NewLink) => ({
    ...{ kind, until },
    url: `${originOf(c)}/console/#/tautan/${secret}`,
  })

  const counterIdOf = async ({ params }: OnPeople & { params: { person: string } }) =>
    counterOf(await todayOf(params.office), params.person)?.id

  /** Whoever is at a counter is signed out there: that is read before. */
  const readOf = (a: OnPeople & { params: { person: string } }, seen: string | undefined) => async () => {
    const counterId = await counterIdOf(a)
    if (counterId !== undefined && counterId !== seen) throw new AppError('PERSON_AT_COUNTER', { counterId })
  }

  mount(door, 'GET /api/offices/:office/people', async a => {
    const [today, planned] = await Promise.all([todayOf(a.params.office), ahead(a.params.office)])
    return {
      people: (await people.list(by(a))).map(one => ({
        ...{ ...personView(one, a), atWork: workOf(today, one.id) },
        planned: [...(planned.get(one.id) ?? [])],
      })),
      roles: [...people.roles(by(a))],
    }
  })
  mount(door, 'POST /api/offices/:office/people', async a => {
    const { person, link } = await people.invite(by(a), a.body, a.key)
    return { person: personView(person, a), link: linkView(a.c, link) }
  })
  mount(door, 'POST /api/offices/:office/people/:person/link', async a => {
    const { person, link } = await people.link(by(a), a.params.person)
    return { person: personView(person, a), link: linkView(a.c, link) }
  })
  mount(door, 'POST /api/offices/:office/people/:person/correct', async a => ({
    person: personView(await people.correct(by(a), a.params.person, a.body), a),
  }))
  mount(door, 'POST /api/offices/:office/people/:person/deactivate', async a => ({
    person: personView(await people.deactivate(by(a), a.params.person, a.body.takes, readOf(a, a.body.foreseen)), a),
  }))
  mount(door, 'POST /api/offices/:office/people/:person/reactivate', async a => ({
    person: personView(await people.reactivate(by(a), a.params.person), a),
  }))
  mount(door, 'POST /api/offices/:office/people/:person/roles', async a => ({
    person: personView(await people.setRoles(by(a), a.params.person, a.body.roles, readOf(a, a.body.foreseen)), a),
  }))
  mount(door, 'POST /api/offices/:office/people/:person/agency', async a => {
    // From their new agency they could neither finish at the counter nor close it.
    const atNone = async () => {
      const counterId = await counterIdOf(a)
      if (counterId !== undefined) throw new AppError('COUNTER_ATTENDED', { counterId })
    }
    return { person: personView(await people.move(by(a), a.params.person, a.body.agency, atNone), a) }
  })
  mount(door, 'POST /api/offices/:office/people/:person/second-factor/reset', async a => ({
    person: personView(await people.resetSecond(by(a), a.params.person), a),
  }))
  mount(door, 'GET /api/offices/:office/people/:person/sessions', async a => ({
    sessions: [...(await people.sessions(by(a), a.params.person))],
  }))
  mount(door, 'POST /api/offices/:office/people/:person/sessions/end', async a => {
    await people.endSessions(by(a), a.params.person, a.body.session)
    return { ok: true as const }
  })
  mount(door, 'POST /api/account-links/look', async a => {
    const { name, username, officeId, link } = await links.look(a.body.secret)
    return { kind: link.kind, name, username, office: officeName(officeId), until: link.expiresAt }
  })
  mount(door, 'POST /api/account-links/use', async a => {
    const { secret, password } = a.body
    // Only who has a link that lives comes into the line of those whose password takes a core for a while.
    const { id } = await links.look(secret)
    const network = networkOf(addressOf(a.c, trustProxy))
    const guess = { network, crowd: crowdOf(network), username: `link:${id}`, browser: undefined }
    const { username } = await guesses.attempt(guess, () => links.use(secret, password))
    return { username }
  })
}

function workOf(today: QueueDay, person: string) {
  const at = counterOf(today, person)
  return at ? { counterId: at.id, number: currentAt(today, at.id)?.number ?? null } : null
}

function personView(person: Person, { caller }: OnPeople): Reply<'POST /api/offices/:office/people'>['person'] {
  const { id, username, name, email, employeeNumber, roles, agency, link, lastSignInAt } = person
  return {
    ...{ id, username, name, email, employeeNumber, roles: [...roles], agency, lastSignInAt },
    state: !person.active ? 'off' : person.invited ? 'invited' : 'active',
    linkUntil: link?.expiresAt ?? null,
    secondFactor: person.secondFactorSince !== null,
    owesSecond: person.owesSecond,
    own: id === caller.staff!.id,
  }
}
