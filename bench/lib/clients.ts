import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Work } from './worker.ts'

/** The clients of a measurement, in a process of their own. */
export interface Clients {
  ask<K extends keyof Work>(name: K, ...args: Parameters<Work[K]>): Promise<Awaited<ReturnType<Work[K]>>>
  end(): void
}

export function startClients(): Clients {
  const file = fileURLToPath(new URL('./worker.ts', import.meta.url))
  const child = fork(file, { execArgv: ['--import', import.meta.resolve('tsx')] })
  const open = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  let jobs = 0
  child.on('message', (answer: { id: number; result?: never; error?: string }) => {
    const asker = open.get(answer.id)!
    open.delete(answer.id)
    if (answer.error === undefined) asker.resolve(answer.result as never)
    else asker.reject(new Error(answer.error))
  })
  child.on('exit', () => open.forEach(asker => asker.reject(new Error('the clients are gone'))))
  return {
    ask(name, ...args) {
      const id = jobs++
      return new Promise((resolve, reject) => {
        open.set(id, { resolve: resolve as never, reject })
        child.send({ id, name, args })
      })
    },
    end: () => void child.kill(),
  }
}
