import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { mustsOf, openingCheck, type Finding } from '../../../shared/office/opening/check.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { accountsOf } from '../../store/accounts/accounts.ts'
import { guestsOf } from '../../store/people/administrations.ts'
import { hasWayIn } from '../../store/people/coming-in.ts'
import { devicesOf } from '../../store/devices.ts'
import type { Database } from '../../store/open/database.ts'
import type { Offices } from '../office/offices.ts'

/** The check before an office opens, and the opening. */
export interface Opening {
  /** Throws `NOT_FOUND`. */
  check(office: string): Promise<readonly Finding[]>
  /** Since when it serves people; opened a second time it stays as it is. Throws `OPENING_MUST` with how many things are missing. */
  open(office: string, by: string): Promise<Instant>
}

export function createOpening(deps: {
  readonly db: Database
  readonly offices: Offices
  readonly now: () => Instant
  readonly publicUrl: boolean
  readonly clockWrong: () => Promise<boolean>
  /** The office serves people from now on: its days are planned anew, and every screen hears of it. */
  readonly opened: (office: string) => Promise<unknown>
}): Opening {
  const { db, offices, now } = deps

  async function findingsOf(office: OfficeInfo): Promise<readonly Finding[]> {
    const [accounts, guests, devices, clockWrong] = await Promise.all([
      accountsOf(db, office.id),
      guestsOf(db, office.id),
      devicesOf(db, office.id),
      deps.clockWrong(),
    ])
    const facts = {
      staff: [
        ...accounts.map(a => ({
          roles: a.roles,
          active: a.active,
          invited: !hasWayIn(a),
          secondFactor: a.secondFactorSince !== null,
        })),
        ...guests.map(({ secondFactor }) => ({ roles: ['administrator'], active: true, invited: false, secondFactor })),
      ],
      devices: devices.map(d => d.kind),
      displays: devices.filter(d => d.kind === 'display').map(d => d.area),
      publicUrl: deps.publicUrl,
      backupAt: null,
      clockWrong,
    }
    return openingCheck(office, facts, now())
  }

  return {
    check: async id => findingsOf(offices.get(id)),
    async open(id, by) {
      await offices.open(id, by, async office => {
        const count = mustsOf(await findingsOf(office))
        if (count > 0) throw new AppError('OPENING_MUST', { count })
      })
      // Also the second time: the first one may have died before its days were planned.
      await deps.opened(id)
      return offices.get(id).openedAt!
    },
  }
}
