import { statfs } from 'node:fs/promises'
import { MINUTE, type Instant } from '../../../shared/kit/time.ts'
import type { Database } from '../../store/open/database.ts'
import { setMeta } from '../../store/open/meta.ts'

/** What is wrong: nothing can be written, little disk is left, the clock jumped, the data are not this process's own. */
export type Ill = 'writes' | 'disk' | 'clock' | 'data'

/** How long one look serves all who ask: a probe cannot be used to wear the disk out. */
const LOOK_MS = 1_000
const LEAST_FREE = 64 * 1024 * 1024
const JUMP = MINUTE
/** How long after a jump of the clock somebody should look at the queue. */
const JUMP_TOLD = 10 * MINUTE

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
  let last = { wall: now(), at: elapsed() }
  let jumped = -Infinity
  let looked: { readonly at: number; readonly ills: Promise<readonly Ill[]> } | undefined

  function clockJumped(): boolean {
    const seen = { wall: now(), at: elapsed() }
    if (Math.abs(seen.wall - last.wall - (seen.at - last.at)) > JUMP) jumped = seen.at
    last = seen
    return seen.at - jumped < JUMP_TOLD
  }

  async function look(): Promise<readonly Ill[]> {
    const clock = clockJumped()
    const [writes, disk, data] = await Promise.all([
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
    const bad: Record<Ill, boolean> = { writes: !writes, disk: !disk, clock, data: !data }
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
