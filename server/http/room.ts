import { AppError } from '../../shared/kit/errors.ts'

/** So long is somebody told to wait when there was no room. */
const RETRY_SECONDS = 2

/** Room for what is on its way and must be kept until it is whole: so much in all, and so much of one network. */
export interface Room {
  /** Takes that much until the answer is called; throws `TOO_MANY_REQUESTS` where it is not free. */
  enter(network: string, size: number): () => void
}

export function createRoom(most: { readonly all: number; readonly ofNetwork: number }): Room {
  const held = new Map<string, number>()
  let all = 0
  const move = (network: string, size: number) => {
    all += size
    const own = (held.get(network) ?? 0) + size
    if (own === 0) held.delete(network)
    else held.set(network, own)
  }
  return {
    enter(network, size) {
      if (all + size > most.all || (held.get(network) ?? 0) + size > most.ofNetwork)
        throw new AppError('TOO_MANY_REQUESTS', { retryAfter: RETRY_SECONDS })
      move(network, size)
      return () => move(network, -size)
    },
  }
}
