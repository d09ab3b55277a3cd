import { flood, hail, takes } from './floods.ts'
import { callToLast, gather, scatter } from './herd.ts'
import { load } from './load.ts'
import { gatherPhones, scatterPhones } from './streams.ts'

/** What the process of the clients can do; it is another one, so that the server has its own core. */
const WORK = { load, gather, scatter, callToLast, flood, hail, takes, gatherPhones, scatterPhones }
export type Work = typeof WORK

process.on('message', (job: { id: number; name: keyof Work; args: never[] }) => {
  Promise.resolve()
    .then(() => (WORK[job.name] as (...args: never[]) => unknown)(...job.args))
    .then(
      result => process.send!({ id: job.id, result }),
      (error: unknown) => process.send!({ id: job.id, error: String(error) }),
    )
})
