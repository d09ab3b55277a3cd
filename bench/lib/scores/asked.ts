import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { officeKey } from '../../../server/compose/office-key.ts'
import { createSigner } from '../../../server/services/identity/secrets.ts'
import type { Database } from '../../../server/store/open/database.ts'
import { keptConnections } from '../client.ts'
import { run, type Running } from '../program.ts'
import type { RatedOfficer } from './rated-offices.ts'

/** The program on a file of its own, and whoever asks it by the cookie of their session. */
export async function asked(now: () => number, seed: (db: Database) => Promise<unknown>) {
  const running: Running = await run({ now, seed })
  const signer = createSigner(await officeKey(running.dir, running.db), 'session')
  const agent = keptConnections(64)
  const ask = (who: RatedOfficer, path: string, body?: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      const cookie = { Cookie: `tanggap_session=${signer.sign(who.session)}` }
      const json = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), Origin: running.url }
      const how = body === undefined ? { headers: cookie } : { method: 'POST', headers: { ...cookie, ...json } }
      const sent = request(new URL(path, running.url), { agent, ...how }, answer => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          if (answer.statusCode === 200) resolve(JSON.parse(text))
          else reject(new Error(`${path}: ${answer.statusCode} ${text}`))
        })
      })
      sent.on('error', reject)
      sent.end(body === undefined ? undefined : JSON.stringify(body))
    })
  const close = async () => {
    agent.destroy()
    await running.close()
  }
  return { running, ask, close }
}
