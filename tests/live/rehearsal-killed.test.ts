import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { endRehearsals } from '../../server/rehearsal/rehearsals.ts'
import { seedDemo } from '../../server/seed.ts'
import { saveOffice } from '../../server/store/offices.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { contentsOf } from '../helpers/on-stage.ts'
import { freshFolder, start, type Started } from '../helpers/served.ts'
import { TICKETS } from '../helpers/test-app.ts'

const REHEARSAL = '/api/offices/samarinda/rehearsal'
let server: Started | undefined
let remove = () => {}
afterEach(async () => {
  await server?.stop('SIGKILL')
  remove()
})

it('a rehearsal that was killed in the middle has never been but for its two lines in the audit log, and the office is in preparation as before [A65]', async () => {
  const { folder, ...data } = freshFolder()
  remove = data.remove
  const file = path.join(folder, 'tanggap.db')
  const made = await openSqlite(file)
  await seedDemo(made, Date.now())
  await saveOffice(made, { ...demoOffice, openedAt: null })
  await made.close()
  server = await start({ DATA_DIR: folder })
  const cookies: string[] = []
  const ask = async (method: string, place: string, body?: object) => {
    const headers = { cookie: cookies.join('; '), 'content-type': 'application/json', 'idempotency-key': `k${place}` }
    const answer = await fetch(server!.url + place, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    cookies.push(...answer.headers.getSetCookie().map(cookie => cookie.split(';')[0]!))
    return { status: answer.status, body: await answer.json() }
  }
  await ask('POST', '/api/login', { username: 'admin', password: 'tanggap-demo' })
  await ask('POST', '/api/devices/demo', { kind: 'kiosk' })
  expect((await ask('POST', REHEARSAL, {})).body).toEqual({ ok: true })
  const taken = await ask('POST', TICKETS, { serviceId: 'ktp-el' })
  expect(taken.status).toBe(201)
  await expect.poll(async () => (await ask('GET', REHEARSAL)).body.running.came, { timeout: 10_000 }).toBeGreaterThan(0)
  await server.stop('SIGKILL')

  server = await start({ DATA_DIR: folder })
  expect((await ask('GET', REHEARSAL)).body).toEqual({ running: null })
  expect((await ask('GET', `/api/tickets/${taken.body.token}`)).body.error.code).toBe('TICKET_UNKNOWN')
  expect((await ask('POST', TICKETS, { serviceId: 'ktp-el' })).body.error.code).toBe('OFFICE_PREPARING')
  expect(existsSync(path.join(folder, 'rehearsal'))).toBe(false)
  expect(await server.stop()).toBe(0)
  const left = await openSqlite(file)
  // Whatever starts after that finds nothing to end.
  await endRehearsals({ db: left, dataDir: folder, now: Date.now })
  const contents = await contentsOf(left)
  await left.close()
  for (const table of ['tickets', 'visits', 'invitations', 'ratings', 'holders'])
    expect([table, contents[table]]).toEqual([table, []])
  const lines = contents['audit']!.map(entry => JSON.parse(entry as string))
  expect(lines.filter(l => /rehearsal/.test(l.what)).map(l => [l.who, l.what, l.detail])).toEqual([
    ['staff:admin', 'rehearsal.begin', '{"office":"samarinda"}'],
    ['system', 'rehearsal.end', '{"office":"samarinda"}'],
  ])
  expect(readdirSync(folder).filter(name => /rehearsal|geladi/.test(name))).toEqual([])
})
