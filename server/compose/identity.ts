import { mountDevices } from '../http/api/devices.ts'
import { mountOwnAccount } from '../http/api/own-account.ts'
import { mountRoles } from '../http/api/roles.ts'
import { mountStaff, type StaffDoor } from '../http/api/staff.ts'
import { mountPeople, type PeopleDoor } from '../http/api/people.ts'
import { createOidcGateway } from '../gateways/oidc-gateway.ts'
import { createIdentity } from '../http/identity.ts'
import type { Door } from '../http/mount.ts'
import { createAccountLinks } from '../services/identity/account-links.ts'
import { createAccountTurn, type AccountTurn } from '../services/identity/account-turn.ts'
import { createDevices } from '../services/identity/devices.ts'
import { CODES_OF_NAME, createGuesses } from '../services/identity/guesses.ts'
import { createOidc } from '../services/identity/oidc/oidc.ts'
import { createTries } from '../services/identity/oidc/tries.ts'
import { createOwnAccount } from '../services/identity/own-account.ts'
import { createPasswords } from '../services/identity/passwords.ts'
import { createPeople } from '../services/identity/people.ts'
import { createSecondFactors } from '../services/identity/second-factor.ts'
import { createHasher, createSealer, createSigner } from '../services/identity/secrets.ts'
import { createStaffService, type StaffService } from '../services/identity/staff.ts'
import { createRoles } from '../services/office/roles.ts'
import { permissionsOf } from '../../shared/office/permissions.ts'
import type { Offices } from '../services/office/offices.ts'
import type { StaffMember } from '../store/staff.ts'
import type { Ground } from './ground.ts'

const HOURLY = 3_600_000

/** Signing in at the provider of the staff's accounts, where the installation has one. */
function composeOidc(
  { config, accounts: db, key, realNow, failed }: Ground,
  of: { readonly offices: Offices; readonly staff: StaffService; readonly inTurn: AccountTurn['inTurn'] },
) {
  const { oidc } = config
  if (!oidc) return undefined
  return createOidc({
    ...{ db, now: realNow, rules: oidc, staff: of.staff, inTurn: of.inTurn },
    provider: createOidcGateway(oidc, realNow),
    sealer: createSealer(key, 'oidc attempt'),
    hasOffice: id => of.offices.all().some(office => office.id === id),
    failed: error => failed(error, 'oidc'),
  })
}

/** Rights with which somebody sets the office up, by whichever role: outside a trial they ask for a second factor. */
const SETS_UP = ['office.configure', 'staff.manage', 'device.approve'] as const

/** Who is who: staff with their accounts and sessions, paired devices. */
export function composeIdentity(ground: Ground, offices: Offices) {
  const { config, key, now, secure, every, failed, accounts: db } = ground
  const passwords = createPasswords()
  const second = createSecondFactors(db, key, now)
  // The set-up makes an office while it knows none yet.
  const ownRoles = (office: string) => offices.all().find(({ id }) => id === office)?.roles ?? []
  const mustHaveSecond = ({ officeId, roles }: StaffMember) =>
    offices.get(officeId).secondFactorForAll ||
    (!config.demo && SETS_UP.some(right => permissionsOf(roles, ownRoles(officeId)).has(right)))
  const halves = createSigner(key, 'half signed in')
  const staff = createStaffService({ db, now, passwords, second, halves, mustHaveSecond, ownRoles })
  const namesOf = (id: string) => {
    const { name, city } = offices.get(id)
    return [name, city]
  }
  const own = createOwnAccount({ db, now, passwords, second, sessions: staff, mustHaveSecond, namesOf })
  const links = createAccountLinks({ db, now, passwords, sessions: staff, namesOf })
  const agenciesOf = (office: string) => offices.all().find(({ id }) => id === office)?.agencies ?? []
  const nameOf = (office: string) => offices.all().find(({ id }) => id === office)?.name ?? office
  const { inTurn, taking } = createAccountTurn(db, ownRoles)
  const people = createPeople({ db, now, sessions: staff, links, inTurn, mustHaveSecond, ownRoles, agenciesOf, nameOf })
  const devices = createDevices(ground.db, now)
  const oidc = composeOidc(ground, { offices, staff, inTurn })
  const identity = createIdentity({
    staff,
    devices,
    signer: createSigner(key, 'session'),
    marks: createSigner(key, 'at work'),
    browsers: { signer: createSigner(key, 'browser'), hash: createHasher(key, 'browser') },
    now,
    secure,
  })
  const sweeper = every(HOURLY, staff.sweep, error => failed(error, 'sweep'))
  return {
    identity,
    staff,
    passwords,
    second,
    links,
    inTurn,
    taking,
    devices,
    callerOf: identity.callerOf,
    atWork: identity.atWork,
    knowsBrowser: identity.knowsBrowser,
    mount(
      door: Door,
      {
        signedIn,
        originOf,
        todayOf,
        ahead,
      }: Pick<StaffDoor, 'signedIn'> & Pick<PeopleDoor, 'originOf' | 'todayOf' | 'ahead'>,
    ) {
      const base = { staff, identity, guesses: createGuesses(), trustProxy: config.trustProxy }
      const codeGuesses = createGuesses(Math.random, CODES_OF_NAME)
      mountStaff(door, { ...base, codeGuesses, signedIn, oidc, tries: createTries(), originOf })
      mountOwnAccount(door, { ...base, own })
      mountPeople(door, { people, links, originOf, todayOf, ahead, officeName: id => offices.get(id).name, ...base })
      const renew = (staffId: string) => staff.endAll(staffId, 'changed')
      mountRoles(door, createRoles({ db, offices, inTurn, renew }))
      mountDevices(door, { devices, offices, identity, demo: config.demo, originOf })
    },
    stop: sweeper.stop,
  }
}
