import { mountOversight } from '../http/api/administration/oversight.ts'
import type { Door } from '../http/mount.ts'
import { createObservers } from '../services/oversight/observers.ts'
import { createSupervisions } from '../services/oversight/supervisions.ts'
import type { Ground } from './ground.ts'

/** Observers of the offices, and who assesses whom. */
export function composeOversight(
  { db, now, record }: Ground,
  deps: Pick<Parameters<typeof createObservers>[0], 'offices' | 'figures' | 'quality'>,
) {
  const observers = createObservers({ db, now, ...deps })
  const supervisions = createSupervisions({ db, now, offices: deps.offices })
  return { mount: (door: Door) => mountOversight(door, { observers, supervisions, record }) }
}
