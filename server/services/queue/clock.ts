import { AppError } from '../../../shared/kit/errors.ts'
import { DAY, type Instant } from '../../../shared/kit/time.ts'

/** A stretch of the past that is played again, `speed` times as fast as it was. */
export interface Replay {
  readonly from: Instant
  readonly to: Instant
  readonly speed: number
}

/** The office's clock: the real one, but for a past day that a trial office plays in fast motion. */
export interface Clock {
  now(): Instant
  /** Plays a past stretch of at most a day from now on; `null` ends it. It ends by itself at `to`. */
  play(replay: Replay | null): void
}

export function createClock(real: () => Instant): Clock {
  let playing: (Replay & { readonly began: Instant }) | undefined
  return {
    now() {
      const at = real()
      if (!playing) return at
      const played = Math.round(playing.from + (at - playing.began) * playing.speed)
      if (played < playing.to) return played
      playing = undefined
      return at
    },
    play(replay) {
      const began = real()
      // Only the past: what happens on the real clock afterwards must come later than everything that was played.
      if (replay && (replay.to > began || replay.to <= replay.from || replay.to - replay.from > DAY))
        throw new AppError('BAD_REQUEST', { where: 'body', field: 'play' })
      playing = replay ? { ...replay, began } : undefined
    },
  }
}
