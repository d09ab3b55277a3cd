import { afterEach, expect, it, vi } from 'vitest'
import { every } from '../../server/jobs/every.ts'

afterEach(() => void vi.useRealTimers())

it('a job is never at work twice at once, and comes again once it is done', async () => {
  vi.useFakeTimers()
  let begun = 0
  let done = () => {}
  const work = () => new Promise<void>(resolve => (begun++, (done = resolve)))
  const job = every(1_000, work, () => {})
  await vi.advanceTimersByTimeAsync(5_000)
  expect(begun).toBe(1)
  done()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(begun).toBe(2)
  done()
  await job.stop()
})
