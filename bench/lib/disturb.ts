import { execFileSync } from 'node:child_process'
import type { Random } from '../../shared/kit/random.ts'
import { pause } from './pause.ts'
import type { Spawned } from './spawned.ts'

/** What was done to a server meanwhile. */
export interface Disturbed {
  readonly kills: number
  readonly pauses: number
  readonly diskErrors: number
}

/** Kills, pauses and disk errors by turns for as long as the clients are at it. */
export function disturb(
  server: { now: Spawned },
  again: () => Promise<Spawned>,
  random: Random,
): { readonly did: Disturbed; stop(): Promise<void> } {
  const did = { kills: 0, pauses: 0, diskErrors: 0 }
  let over = false
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => process.kill(server.now.pid, name)
  const limit = (bytes: string) => {
    try {
      execFileSync('prlimit', ['--pid', `${server.now.pid}`, `--fsize=${bytes}:unlimited`], { stdio: 'ignore' })
      return true
    } catch {
      // Not on this system: the run goes on without disk errors, and says so by their count.
      return false
    }
  }
  async function loop(): Promise<void> {
    // The first comes soon: a short run on a quick machine shall not be over before it.
    for (let wait = 100; !over; wait = 400 + 900 * random()) {
      await pause(wait)
      const which = random()
      if (over) return
      if (which < 0.4) {
        await server.now.kill()
        server.now = await again()
        did.kills++
      } else if (which < 0.65) {
        signal('SIGSTOP')
        await pause(100 + 900 * random())
        signal('SIGCONT')
        did.pauses++
      } else if (limit('4096')) {
        await pause(50 + 250 * random())
        limit('unlimited')
        did.diskErrors++
      }
    }
  }
  const looping = loop()
  return {
    did,
    async stop() {
      over = true
      await looping
    },
  }
}
