import { officeDate, type Instant } from '../../../shared/kit/time.ts'
import { mustBeWithin, type Deciding } from '../../../shared/office/roles.ts'
import type { Database } from '../../store/open/database.ts'
import { officesBeyond } from '../../store/people/administrations.ts'
import type { StaffMember } from '../../store/staff.ts'

/** Whether somebody may do anything to this account, by all that it may do in every office. Throws `RIGHT_NOT_HELD`. */
export async function mustReach(db: Database, by: Deciding, account: StaffMember, now: Instant): Promise<void> {
  mustBeWithin(by, account.roles, await officesBeyond(db, account, dayOf(now)))
}

/** The day that is not over in any office: it ends last in the west. */
export const dayOf = (now: Instant) => officeDate(now, 'WIB')
