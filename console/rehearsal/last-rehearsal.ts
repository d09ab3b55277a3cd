import type { Reply } from '../../shared/contracts/api.ts'

const KEY = 'tanggap.console.rehearsal'

type Counts = Pick<NonNullable<Reply<'GET /api/offices/:office/rehearsal'>['running']>, 'came' | 'waiting' | 'served'>

/** Remembers in this window how far the rehearsal was; its own data are thrown away. */
export function noteRehearsal({ came, waiting, served }: Counts): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ came, waiting, served }))
  } catch {
    return
  }
}

/** How far the last rehearsal of this window had come, if there was one. */
export function lastRehearsal(): Counts | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
