import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { createAccountLinks } from '../../server/services/identity/account-links.ts'
import { createAccountTurn } from '../../server/services/identity/account-turn.ts'
import { createOidc } from '../../server/services/identity/oidc/oidc.ts'
import { createPasswords } from '../../server/services/identity/passwords.ts'
import { createPeople } from '../../server/services/identity/people.ts'
import { createSealer } from '../../server/services/identity/secrets.ts'
import type { Sessions } from '../../server/services/identity/sessions.ts'
import { accountsOf } from '../../server/store/accounts/accounts.ts'
import type { Database } from '../../server/store/open/database.ts'
import { insertStaff } from '../../server/store/staff.ts'
import { overDialects } from '../helpers/dialects.ts'

const PAGE = new URL('https://antrean.example/console/oidc')
const now = () => 1_000
const admin = { id: 'admin', officeId: 'timur', username: 'admin', name: 'Ada', roles: ['administrator'], active: true }
const rani = { name: 'Rani Contoh', email: 'Rani@kantor.example', employeeNumber: '198703122010011001' }

/** An office that takes whoever the provider names, known by one of the two, and whoever is invited to it. */
async function office(db: Database, link: 'email' | 'employeeNumber') {
  await insertStaff(db, { ...admin, passwordChangedAt: 1, passwordHash: '' })
  const [ownRoles, sessions] = [() => [], {} as Sessions]
  const { inTurn } = createAccountTurn(db, ownRoles)
  const oidc = createOidc({
    ...{ db, now, inTurn, sealer: createSealer(randomBytes(32), 'attempt'), hasOffice: () => true },
    rules: { name: 'Kota', link, newcomer: { role: 'officer', office: 'timur' } },
    provider: {
      address: async (redirect, { state }) => new URL(`${redirect.href}?state=${state}`),
      claims: async () => ({ ...rani, emailVerified: true }),
    },
    staff: { admit: async id => ({ half: id, seconds: 1 }) },
    failed: () => undefined,
  })
  const links = createAccountLinks({ db, now, sessions, passwords: createPasswords(), namesOf: () => [] })
  const people = createPeople({
    ...{ db, now, sessions, links, inTurn, ownRoles, mustHaveSecond: () => false },
    ...{ agenciesOf: () => [], nameOf: () => '' },
  })
  const by = {
    staff: { ...admin, agency: null, permissions: new Set(), at: 'timur' },
    ...{ office: 'timur', scope: null },
  } as unknown as Parameters<typeof people.invite>[0]
  const whoIs = (error: unknown) => (error as { code?: string }).code ?? error
  const signIn = async () => {
    const { address, attempt } = await oidc.begin(PAGE)
    return oidc.finish(address, attempt, null).then(entered => ('half' in entered ? entered.half : entered), whoIs)
  }
  const invite = (key: string, of: object = {}) =>
    people
      .invite(by, { ...rani, email: 'rani@kantor.example', username: 'rani', roles: ['officer'], ...of }, key)
      .then(({ person }) => person.id, whoIs)
  const accounts = async () => (await accountsOf(db, 'timur')).filter(a => a.id !== 'admin')
  return { signIn, invite, accounts }
}

overDialects('somebody new at the provider', store => {
  it.each(['email', 'employeeNumber'] as const)(
    'who signs in twice at once gets one account, by %s [A31]',
    async link => {
      const { signIn, accounts } = await office(store.db, link)
      const entered = await Promise.all([signIn(), signIn(), signIn()])
      const [one] = await accounts()
      expect([await accounts(), entered]).toMatchObject([{ length: 1 }, [one!.id, one!.id, one!.id]])
      const record = await store.db.kysely.selectFrom('audit').select('what').execute()
      expect(record).toEqual([{ what: 'staff.newcomer' }])
    },
  )

  it.each(['email', 'employeeNumber'] as const)(
    'who is invited at the same moment gets one account, by %s, and whoever comes second is told [A31]',
    async link => {
      const { signIn, invite, accounts } = await office(store.db, link)
      const [first, invited, second] = await Promise.all([signIn(), invite('undangan-1'), signIn()])
      const [one] = await accounts()
      expect(await accounts()).toHaveLength(1)
      expect([first, second]).toEqual([one!.id, one!.id])
      expect([one!.id, 'EMAIL_TAKEN', 'EMPLOYEE_NUMBER_TAKEN']).toContain(invited)
      // Whose e-mail is known without the number, or the number without the e-mail, is refused by the word for it.
      expect(await invite('undangan-2', { username: 'lain', name: 'Lain', email: null })).toBe('EMPLOYEE_NUMBER_TAKEN')
    },
  )
})
