import { mountDevices } from '../http/api/devices.ts'
import { mountStaff, type StaffDoor } from '../http/api/staff.ts'
import { createIdentity } from '../http/identity.ts'
import type { Door } from '../http/mount.ts'
import { createDevices } from '../services/identity/devices.ts'
import { createGuesses } from '../services/identity/guesses.ts'
import { createHasher, createSigner } from '../services/identity/secrets.ts'
import { createStaffService } from '../services/identity/staff.ts'
import type { Offices } from '../services/office/offices.ts'
import type { Ground } from './ground.ts'

const HOURLY = 3_600_000

/** Who is who: staff with their sessions, paired devices. */
export function composeIdentity({ config, db, key, now, secure, record, every, failed }: Ground) {
  const staff = createStaffService(db, now)
  const devices = createDevices(db, now)
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
    staff,
    devices,
    callerOf: identity.callerOf,
    atWork: identity.atWork,
    knowsBrowser: identity.knowsBrowser,
    mount(door: Door, { offices, signedIn }: { offices: Offices; signedIn: StaffDoor['signedIn'] }) {
      mountStaff(door, { staff, identity, guesses: createGuesses(), trustProxy: config.trustProxy, signedIn })
      mountDevices(door, { devices, offices, identity, demo: config.demo, record })
    },
    stop: sweeper.stop,
  }
}
