import type { Database } from '../../server/store/open/database.ts'

/** A moment of a write at which a process may die: `before` nothing of it is on disk, `after` all of it is. */
export interface Death {
  /** Which write, counted from now, from 0. */
  readonly write: number
  readonly when: 'before' | 'after'
}

/** A database of a process that dies at a write of its choosing: from then on nothing can be read or written. */
export interface Mortal {
  readonly db: Database
  /** Dies at that write of those to come; `undefined`: lives on. */
  dies(at: Death | undefined): void
  readonly dead: boolean
}

/** Lets the writes of units and of the journal fail from a moment on, as they do once the process is gone. */
export function mortal(real: Database): Mortal {
  let death: Death | undefined
  let left = 0
  let dead = false
  async function write<T>(act: () => Promise<T>): Promise<T> {
    if (dead) throw new Error('the process has died')
    const fatal = death !== undefined && left-- === 0
    if (fatal) dead = true
    if (fatal && death?.when === 'before') throw new Error('the process dies')
    const done = await act()
    if (fatal) throw new Error('the process dies')
    return done
  }
  const { journal } = real
  const db: Database = {
    ...real,
    atomic: (...given) => write(() => real.atomic(...given)),
    claim: (...given) => write(() => real.claim(...given)),
    journal: {
      read: (...given) => (dead ? Promise.reject(new Error('the process has died')) : journal.read(...given)),
      append: entries => write(() => journal.append(entries)),
    },
  }
  return {
    db,
    dies(at) {
      death = at
      left = at?.write ?? 0
    },
    get dead() {
      return dead
    },
  }
}
