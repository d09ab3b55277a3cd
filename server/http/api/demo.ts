import { AppError } from '../../../shared/kit/errors.ts'
import type { Clock } from '../../services/queue/clock.ts'
import { isDirect } from '../context.ts'
import { mount, type Door } from '../mount.ts'

/** What only a trial office on this very machine may do. */
export function mountDemo(door: Door, deps: { clock: Clock; demo: boolean }): void {
  mount(door, 'POST /api/demo/clock', a => {
    if (!deps.demo || !isDirect(a.c)) throw new AppError('DEMO_ONLY')
    deps.clock.play(a.body.play)
    return { now: deps.clock.now() }
  })
}
