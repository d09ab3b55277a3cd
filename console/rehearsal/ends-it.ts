import { isRehearsal } from '../../shared/web/rehearsal.ts'
import type { StaffView } from '../parts/page.ts'

/** Whether somebody sees how far a rehearsal is: while there is one, whoever may end it. */
export function endsIt({ permissions }: Pick<StaffView, 'permissions'>): boolean {
  return isRehearsal() && permissions.includes('office.configure')
}
