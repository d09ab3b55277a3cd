import type { Reply } from '../../../shared/contracts/api.ts'
import type { AccountLinks, NewLink } from '../../services/identity/account-links.ts'
import type { Manager, People, Person } from '../../services/identity/people.ts'
import type { Ctx } from '../context.ts'
import { mount, type Asked, type Door } from '../mount.ts'

/** What the people of an office are made of. */
export interface PeopleDoor {
  readonly people: People
  readonly links: AccountLinks
  /** The address that people type, as far as it is known. */
  readonly originOf: (c: Ctx) => string
  readonly officeName: (office: string) => string
  readonly record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
}

type OnPeople = Pick<Asked<'GET /api/offices/:office/people'>, 'params' | 'caller' | 'scope'>

/** The people of an office, and the links by which they choose a password. */
export function mountPeople(door: Door, { people, links, originOf, officeName, record }: PeopleDoor): void {
  const by = ({ params, caller, scope }: OnPeople): Manager => ({ staff: caller.staff!, office: params.office, scope })
  const noted = (a: OnPeople & { readonly by: string }, what: string, person: string, detail: object = {}) =>
    record(a.by, `staff.${what}`, { office: a.params.office, staff: person, ...detail })
  // Behind the #, which no server and no log ever sees.
  const linkView = (c: Ctx, { kind, secret, until }: NewLink) => ({
    ...{ kind, until },
    url: `${originOf(c)}/console/#/tautan/${secret}`,
  })

  mount(door, 'GET /api/offices/:office/people', async a => ({
    people: (await people.list(by(a))).map(one => personView(one, a)),
  }))
  mount(door, 'POST /api/offices/:office/people', async a => {
    const { person, link } = await people.invite(by(a), a.body, a.key)
    await noted(a, 'invite', person.id, { roles: person.roles })
    return { person: personView(person, a), link: linkView(a.c, link) }
  })
  mount(door, 'POST /api/offices/:office/people/:person/link', async a => {
    const { person, link } = await people.link(by(a), a.params.person)
    await noted(a, 'link', person.id, { kind: link.kind })
    return { person: personView(person, a), link: linkView(a.c, link) }
  })
  mount(door, 'POST /api/offices/:office/people/:person/deactivate', async a => {
    const person = await people.deactivate(by(a), a.params.person)
    await noted(a, 'deactivate', person.id)
    return { person: personView(person, a) }
  })
  mount(door, 'POST /api/offices/:office/people/:person/reactivate', async a => {
    const person = await people.reactivate(by(a), a.params.person)
    await noted(a, 'reactivate', person.id)
    return { person: personView(person, a) }
  })
  mount(door, 'POST /api/offices/:office/people/:person/roles', async a => {
    const person = await people.setRoles(by(a), a.params.person, a.body.roles)
    await noted(a, 'roles', person.id, { roles: person.roles })
    return { person: personView(person, a) }
  })
  mount(door, 'POST /api/offices/:office/people/:person/second-factor/reset', async a => {
    const person = await people.resetSecond(by(a), a.params.person)
    await noted(a, 'secondFactor', person.id, { set: false })
    return { person: personView(person, a) }
  })
  mount(door, 'GET /api/offices/:office/people/:person/sessions', async a => ({
    sessions: [...(await people.sessions(by(a), a.params.person))],
  }))
  mount(door, 'POST /api/offices/:office/people/:person/sessions/end', async a => {
    await people.endSessions(by(a), a.params.person, a.body.session)
    await noted(a, 'sessions', a.params.person)
    return { ok: true as const }
  })
  mount(door, 'POST /api/account-links/look', async a => {
    const { name, username, officeId, link } = await links.look(a.body.secret)
    return { kind: link.kind, name, username, office: officeName(officeId), until: link.expiresAt }
  })
  mount(door, 'POST /api/account-links/use', async a => {
    const { id, username, link } = await links.use(a.body.secret, a.body.password)
    await record(`staff:${id}`, 'account.link', { staff: id, kind: link?.kind })
    return { username }
  })
}

function personView(person: Person, { caller }: OnPeople): Reply<'GET /api/offices/:office/people'>['people'][number] {
  const { id, username, name, email, employeeNumber, roles, agency, link, lastSignInAt } = person
  return {
    ...{ id, username, name, email, employeeNumber, roles: [...roles], agency, lastSignInAt },
    state: !person.active ? 'off' : person.passwordHash === '' && lastSignInAt === null ? 'invited' : 'active',
    linkUntil: link?.expiresAt ?? null,
    secondFactor: person.secondFactorSince !== null,
    owesSecond: person.owesSecond,
    own: id === caller.staff!.id,
  }
}
