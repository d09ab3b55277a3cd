import { startFollowers, type Follower } from '../services/queue/followers.ts'
import type { Ground } from './ground.ts'
import type { Hall } from './queue.ts'

const NOTE_MS = 1_000

/** What follows from every commit. */
export async function composeFollowers(
  { db, now, every, failed }: Ground,
  { offices, days }: Hall,
  followers: readonly Follower[],
) {
  const following = await startFollowers({ db, offices, days, followers, now, failed })
  const noting = every(NOTE_MS, following.note, error => failed(error, 'followers'))
  return {
    ...following,
    async stop() {
      await noting.stop()
      await following.stop()
    },
  }
}
