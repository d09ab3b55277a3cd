import type { Instant } from '../../../shared/kit/time.ts'

/** Remembers what was handed in, so that one paper buys one act; in bounded memory. */
export interface Once {
  /** Hands in the paper `id`, issued at `issued`, for an act. The same act may repeat itself, another one may not. */
  use(id: string, issued: Instant, act: string): 'ok' | 'spent' | 'expired'
  readonly size: number
}

/** A memory of papers that live for `life` milliseconds; it never holds more than `most` of them. */
export function createOnce(now: () => Instant, life: number, most: number): Once {
  let recent = new Map<string, string>()
  let older = new Map<string, string>()
  let turned = now()
  let floor = -Infinity

  function sweep(at: Instant): void {
    // A clock that is set back must not bring old papers to life again.
    floor = Math.max(floor, at - life)
    if (at - turned >= life) {
      older = at - turned >= 2 * life ? new Map() : recent
      recent = new Map()
      turned = at
    }
    if (recent.size + older.size < most) return
    // Full: forgetting alone would let papers be used again, so all papers issued until now end with it.
    recent = new Map()
    older = new Map()
    floor = at
  }

  return {
    use(id, issued, act) {
      sweep(now())
      const by = recent.get(id) ?? older.get(id)
      if (by !== undefined) return by === act ? 'ok' : 'spent'
      if (issued <= floor) return 'expired'
      recent.set(id, act)
      return 'ok'
    },
    get size() {
      return recent.size + older.size
    },
  }
}
