import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api, type RouteKey } from '../../shared/contracts/api.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'
import { ACCESS, WHO, type Who } from './access.matrix.ts'

let app: TestApp
const callers = {} as Record<Who, Visitor>
beforeAll(async () => {
  app = await testApp()
  callers.nobody = app.visitor()
  callers.kiosk = await app.device('kiosk')
  callers.display = await app.device('display')
  callers.tablet = await app.device('tablet')
  callers.officer = await app.as('petugas1')
  callers.frontDesk = await app.as('meja')
  callers.supervisor = await app.as('atasan')
  callers.manager = await app.as('manajer')
  callers.administrator = await app.as('admin')
  callers.observer = await app.as('pemantau')
})
afterAll(() => app.close())

/** Asks a route with harmless values; what matters is only whether the door opens. */
async function refusedAt(who: Who, key: RouteKey): Promise<boolean> {
  const [method, path] = key.split(' ') as [string, string]
  const place = path
    .replace(':office', 'samarinda')
    .replace(':counter', '8')
    .replace(':token', 'x'.repeat(24))
    .replace(':service', 'ktp-el')
    .replace(':date', '2026-06-10')
    .replace(':week', '2026-06-08')
    .replace(':month', '2026-06')
    .replace(':version', '1')
    .replace(':seq', '1')
    .replace(':period', '2026-Q1')
    .replace(':year', '2026')
    .replace(/:(ticket|device|application|session|person|observation|supervision|officer|absence)/, 'none')
    .concat(key === 'GET /api/devices/me' ? '?kind=kiosk' : '')
    .concat(key.endsWith('/compare') ? '?with=1' : '')
  const caller = callers[who]
  const answer =
    method === 'GET'
      ? await caller.get(place)
      : method === 'PATCH'
        ? await caller.patch(place, {})
        : await caller.post(place, {})
  const code = answer.body?.error?.code
  return code === 'NOT_SIGNED_IN' || code === 'FORBIDDEN'
}

describe('every route asked as every role', () => {
  it('is in the matrix', () => {
    expect(Object.keys(ACCESS).sort()).toEqual(Object.keys(api).sort())
  })

  const routes = Object.keys(ACCESS).filter(r => !/login|logout/.test(r)) as RouteKey[]
  it.each(routes)('%s opens for exactly those of the matrix [A1]', async key => {
    const opened: Who[] = []
    for (const who of WHO) if (!(await refusedAt(who, key))) opened.push(who)
    expect(opened).toEqual(WHO.filter(w => ACCESS[key].includes(w)))
  })

  it('is closed to the staff and devices of another office [A1]', async () => {
    const answer = await callers.administrator.get('/api/offices/lain/devices')
    expect(answer.status).toBe(403)
    expect((await callers.kiosk.post('/api/offices/lain/tickets', { serviceId: 'ktp-el' })).status).toBe(403)
  })
})
