import { AppError } from '../../shared/kit/errors.ts'
import { codeOf } from '../../shared/web/client.ts'
import type { Act, Taken } from '../parts/flow.ts'

/** Pauses between the attempts of one act, in milliseconds: three repeats with the same key, then a person decides. */
const PAUSES_MS = [600, 1_500, 3_000] as const

/**
 * Takes a number, or checks a booking in, with one key. An answer that never came is asked for again with the same key; what comes of it is told
 * as acts of the flow, the last of them `taken`, `refused` or `unsaved`.
 */
export async function takeNumber(
  key: string,
  ask: (key: string) => Promise<Taken>,
  tell: (act: Act) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return tell({ do: 'taken', key, taken: await ask(key) })
    } catch (error) {
      const code = codeOf(error)
      const pause = PAUSES_MS[attempt - 1]
      if (code === 'UNREACHABLE' && pause !== undefined) {
        await sleep(pause)
        tell({ do: 'retrying', key, attempt: attempt + 1 })
        // Without a clear no the number may exist already, so only the same key may ask again.
      } else if (code === 'UNREACHABLE' || code === 'UNAVAILABLE' || code === 'INTERNAL') {
        return tell({ do: 'unsaved', key })
      } else {
        const data = error instanceof AppError ? error.data : undefined
        return tell({ do: 'refused', key, code, ...(data ? { data } : {}) })
      }
    }
  }
}
