import { statfs } from 'node:fs/promises'
import { MINUTE, type Instant } from '../../../shared/kit/time.ts'
import { newestEvent } from '../../store/newest-event.ts'
import type { Database } from '../../store/open/database.ts'
import { setMeta } from '../../store/open/meta.ts'

/** What is wrong: nothing can be written, little disk is left, the clock jumped or is slow, the data are not this process's own. */
export type Ill = 'writes' | 'disk' | 'clock' | 'data'

/** How long one look serves all who ask: a probe cannot be used to wear the disk out. */
const LOOK_MS = 1_000
const LEAST_FREE = 64 * 1024 * 1024
const JUMP = MINUTE
/** How long after a jump of the clock somebody should look at the queue; small jumps add up over as long. */
const JUMP_TOLD = 10 * MINUTE

/** A clock before what was done by it: whoever takes a number stands on a day that is over. */
export function isBehind(now: Instant, newest: Instant | undefined): boolean {
  return newest !== undefined && now < newest - JUMP
}

/** Whether the office can rely on this process now. */
export interface Health {
  ills(): Promise<readonly Ill[]>
}

/** Looks by doing: it writes, asks the disk, and holds the clock on the wall against the one that only runs forward. */
export function createHealth(deps: {
  db: Database
  folder: string
  now: () => Instant
  /** Milliseconds that only run forward. */
  elapsed: () => number
  freeBytes?: (folder: string) => Promise<number>
}): Health {
  const { db, folder, now, elapsed, freeBytes = freeOf } = deps
  /** How far the clock on the wall was ahead of the steady one, at each look of the last minutes. */
  let looks = [lookAtClock()]
  let looked: { readonly at: number; readonly ills: Promise<readonly Ill[]> } | undefined

  function lookAtClock() {
    const at = elapsed()
    return { at, ahead: now() - at }
  }

  function clockJumped(): boolean {
    const seen = lookAtClock()
    // Also after a pause of the looks there is one to compare with.
    looks = [...looks.filter((l, i) => i === looks.length - 1 || seen.at - l.at < JUMP_TOLD), seen]
    const aheads = looks.map(l => l.ahead)
    return Math.max(...aheads) - Math.min(...aheads) > JUMP
  }

  async function look(): Promise<readonly Ill[]> {
    const jumped = clockJumped()
    const [behind, writes, disk, data] = await Promise.all([
      newestEvent(db).then(
        newest => isBehind(now(), newest),
        () => false,
      ),
      setMeta(db, 'health', String(now())).then(
        () => true,
        () => false,
      ),
      freeBytes(folder).then(
        free => free >= LEAST_FREE,
        () => true,
      ),
      db.holds().catch(() => false),
    ])
    const bad: Record<Ill, boolean> = { writes: !writes, disk: !disk, clock: jumped || behind, data: !data }
    return (Object.keys(bad) as Ill[]).filter(ill => bad[ill])
  }

  return {
    ills() {
      const at = elapsed()
      if (!looked || at - looked.at >= LOOK_MS) looked = { at, ills: look() }
      return looked.ills
    },
  }
}

async function freeOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
