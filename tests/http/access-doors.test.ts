import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DOORS, ROOMS } from '../../scripts/docs/access-doors.ts'
import { api } from '../../shared/contracts/api.ts'
import { ROLES } from '../../shared/office/permissions.ts'
import { agencyApp } from '../helpers/agencies.ts'
import { listener } from '../helpers/listeners.ts'
import type { TestApp, Visitor } from '../helpers/test-app.ts'
import { WHO, type Who } from './access.matrix.ts'

const NAMES = {
  officer: 'petugas1',
  frontDesk: 'meja',
  supervisor: 'atasan',
  manager: 'manajer',
  administrator: 'admin',
  observer: 'pemantau',
}

let app: TestApp
let url: string
const callers = {} as Record<Who, Visitor>
beforeAll(async () => {
  app = await agencyApp()
  url = await app.listen()
  callers.nobody = app.visitor()
  for (const kind of ['kiosk', 'display', 'tablet'] as const) callers[kind] = await app.device(kind)
  for (const role of ROLES) callers[role] = await app.as(NAMES[role])
})
afterAll(() => app.close())

async function joins(who: Visitor, room: keyof typeof ROOMS): Promise<boolean> {
  const heard = await listener(url, room, who)
  heard.close()
  return heard.reply.ok
}

describe('the live rooms of an office', () => {
  it.each(['staff', 'hall'] as const)('%s opens for exactly those of the matrix [A1]', async room => {
    const opened: Who[] = []
    for (const who of WHO) if (await joins(callers[who], room)) opened.push(who)
    expect([...opened].sort()).toEqual([...ROOMS[room]].sort())
  })

  it('open for nobody of another office, and for an agency’s people by their role [A1 A20]', async () => {
    for (const role of ROLES)
      for (const room of ['staff', 'hall'] as const) {
        const name = role.toLowerCase()
        expect(await joins(await app.as(`${name}-timur`), room), `${role} of the east, ${room}`).toBe(false)
        expect(await joins(await app.as(`${name}-sipil`), room), `${role}, ${room}`).toBe(ROOMS[room].includes(role))
      }
  })
})

describe('every door that is no route of the contract', () => {
  const doors = () =>
    [...new Map(app.app.routes.map(r => [`${r.method} ${r.path}`, r])).values()].filter(
      r => r.method !== 'ALL' && !(`${r.method} ${r.path}` in api) && r.path !== '/*',
    )
  const opens = (path: string) => DOORS.find(([fits]) => fits.test(path))?.[1]

  it('is in the matrix', () => {
    expect(doors().filter(r => opens(r.path) === undefined)).toEqual([])
  })

  it('opens for a link that was never given to nobody [A7]', async () => {
    for (const { method, path } of doors().filter(r => opens(r.path) === 'holder' && !r.path.startsWith('/s/'))) {
      const place = path.replace(':token', 'x'.repeat(48)).replace(':act', 'here')
      const answer = method === 'GET' ? await callers.nobody.get(place) : await callers.nobody.post(place, '')
      expect([answer.status, ...(answer.status < 300 ? [path] : [])], `${method} ${path}`).toEqual([answer.status])
    }
  })

  it('opens to everybody where it is public, and a scan to the desk alone [A1]', async () => {
    for (const { method, path } of doors().filter(r => opens(r.path) === 'everybody' && r.method === 'GET')) {
      const place = path
        .replace(':office', 'samarinda')
        .replace(':service', 'ktp-el')
        .replace(':date', '2026-06-10')
        .replace(/:file.*/, 'swagger-ui.css')
      expect([401, 403], `${method} ${path}`).not.toContain((await callers.nobody.get(place)).status)
    }
    const opened: Who[] = []
    for (const who of WHO) {
      const { status } = await callers[who].post('/api/offices/samarinda/files/none', 'reason=prepare')
      if (status !== 401 && status !== 403) opened.push(who)
    }
    expect(opened).toEqual(['officer', 'frontDesk', 'supervisor', 'manager'])
  })

  it('opens evidence of reports to staff alone, and to send it to whoever writes reports [A1]', async () => {
    const opened = async (path: string) => {
      const found: Who[] = []
      for (const who of WHO) {
        const { status } = await callers[who].post(path, '')
        if (status !== 401 && status !== 403) found.push(who)
      }
      return found
    }
    expect(await opened('/api/me/reports/2026-06-09/files')).toEqual(['officer', 'frontDesk', 'supervisor'])
    const staff = ['officer', 'frontDesk', 'supervisor', 'manager', 'administrator', 'observer']
    expect(await opened('/api/me/report-files/none')).toEqual(staff)
  })

  it('opens a scan to nobody of another office, and of an agency only for its own tickets [A1 A20]', async () => {
    for (const name of ['officer-timur', 'officer-sipil']) {
      const answer = await (await app.as(name)).post('/api/offices/samarinda/files/none', 'reason=prepare')
      expect(answer.status, name).toBe(403)
    }
  })
})
