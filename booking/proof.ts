import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { Challenge } from 'altcha-lib/types'

/** So many tries are under way at once: they hide the way into the browser's crypto threads and use more than one core. */
const LANES = 4

/** Whether this page may use the browser's own crypto; over plain HTTP it may not, and patience takes the place of work. */
export function canSolve(): boolean {
  return globalThis.isSecureContext && crypto.subtle !== undefined
}

/**
 * Solves the challenge of a 428 and gives the text to send back as `proof`. The work runs on the browser's crypto threads, so the
 * page stays alive. `progress` hears a share from 0 to 1 that may end early: the solution lies anywhere before the end.
 */
export async function solve(challenge: Challenge, progress: (share: number) => void = () => {}): Promise<string> {
  const controller = new AbortController()
  const most = Number(challenge.parameters.data?.['most'] ?? Infinity)
  let tries = 0
  const counted: typeof deriveKey = (...given) => {
    tries++
    if (tries % 50 === 0) progress(Math.min(1, tries / most))
    return deriveKey(...given)
  }
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    solveChallenge({ challenge, controller, counterStart: lane, counterStep: LANES, deriveKey: counted }),
  )
  try {
    // A lane ends with the solution, or with nothing after a minute and a half; the first solution ends the others.
    const solution = await Promise.race(lanes)
    if (!solution) throw new Error('no solution in time')
    progress(1)
    return btoa(JSON.stringify({ challenge, solution }))
  } finally {
    controller.abort()
  }
}
