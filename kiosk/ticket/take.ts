import { sent } from '../../shared/web/act.ts'
import type { Act, Taken } from '../parts/flow.ts'

/** Pauses between the attempts of one act, in milliseconds: three repeats with the same key, then a person decides. */
const PAUSES_MS = [600, 1_500, 3_000] as const

/** Takes a number, or checks a booking in, with one key; what comes of it is told as acts of the flow, the last of them `taken`, `refused` or `unsaved`. */
export async function takeNumber(
  key: string,
  ask: (key: string) => Promise<Taken>,
  tell: (act: Act) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<void> {
  const told = await sent(key, ask, step => step.do !== 'done' && tell(step), { pauses: PAUSES_MS, sleep }).catch(
    () => undefined,
  )
  if (told) tell({ do: 'taken', key, taken: told })
}
