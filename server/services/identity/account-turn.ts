import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../../shared/kit/errors.ts'
import { permissionsOf, type OwnRole } from '../../../shared/office/permissions.ts'
import { accountById, type Account } from '../../store/accounts/accounts.ts'
import type { Database } from '../../store/open/database.ts'
import type { Staff } from './access.ts'

/**
 * Acts upon accounts of the installation, one after another: what an act was decided by still holds when it is written, so that
 * of two administrators who let each other go one stays, and no link is given of somebody who has more rights by then.
 */
export interface AccountTurn {
  /** Nothing inside asks for a turn of its own. */
  inTurn<T>(act: () => Promise<T>): Promise<T>
  /**
   * Lets somebody take a counter while nobody acts upon accounts: one is done with the other known, whichever comes first. Throws
   * `NOT_SIGNED_IN` for who is off, elsewhere or in other roles by now, or may not call any more.
   */
  taking<T>(who: Taker, act: () => Promise<T>): Promise<T>
}

type Taker = Pick<Staff, 'id' | 'officeId' | 'agency' | 'roles'>

export function createAccountTurn(
  db: Database,
  /** The roles that an office has made for itself. */
  ownRoles: (office: string) => readonly OwnRole[],
): AccountTurn {
  let turn: Promise<unknown> = Promise.resolve()
  /** Whoever takes a counter now; they do not wait for each other. */
  const taking = new Set<Promise<unknown>>()

  const stands = (account: Account, { officeId, agency, roles }: Taker) =>
    account.active &&
    account.agency === agency &&
    // In a further office they are its administrator, as they are of their own.
    (account.officeId === officeId
      ? isDeepStrictEqual([...account.roles].sort(), [...roles].sort())
      : account.roles.includes('administrator')) &&
    permissionsOf(roles, ownRoles(officeId)).has('queue.call')

  return {
    inTurn(act) {
      const done = turn.then(async () => {
        await Promise.allSettled(taking)
        return act()
      })
      turn = done.catch(() => undefined)
      return done
    },
    async taking(who, act) {
      for (let seen: unknown; seen !== turn;) await (seen = turn)
      const mine = accountById(db, who.id).then(account => {
        if (!account || !stands(account, who)) throw new AppError('NOT_SIGNED_IN')
        return act()
      })
      taking.add(mine)
      return mine.finally(() => taking.delete(mine))
    },
  }
}
