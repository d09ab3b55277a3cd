import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { mountSetup } from '../http/api/setup.ts'
import { langOf, sendPage } from '../http/pages/html.ts'
import { notOpenPage } from '../http/pages/not-open-page.ts'
import { errorReply } from '../http/errors.ts'
import { mount } from '../http/mount.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { createHealth } from '../services/health/health.ts'
import type { StaffService } from '../services/identity/staff.ts'
import { createOffices } from '../services/office/offices.ts'
import { createFirstStart } from '../services/opening/first-start.ts'
import { composeDoor } from './door.ts'
import { createGround, type Surroundings } from './ground.ts'
import { composeIdentity } from './identity.ts'

/** The program of an installation that nobody administers yet: its health and the set-up page, and nothing else. */
export async function composeSetup(
  around: Surroundings,
  deps: {
    readonly standing: Parameters<typeof createFirstStart>[0]['standing']
    /** There is an administrator: gives the staff of the office's own program, once it is on stage. */
    readonly opened: () => Promise<StaffService>
  },
) {
  const ground = createGround(around)
  const { config, db, key, now } = ground
  const offices = await createOffices(db, now)
  const identity = composeIdentity(ground, offices)
  const { app, door, originOf } = composeDoor(ground, identity, offices, () => '')
  const health = createHealth({ db, folder: around.dataDir, now, elapsed: () => performance.now() })
  mount(door, 'GET /api/health', async ({ c }) => {
    const wrong = [...(await health.ills())]
    if (wrong.length > 0) c.status(503)
    return {
      ...{ ok: wrong.length === 0, wrong, version: config.version, now: now(), demo: false },
      ...{ database: db.dialect, followers: [] },
    }
  })
  mountSetup(door, {
    first: createFirstStart({
      ...{ db, key, now },
      passwords: identity.passwords,
      second: identity.second,
      standing: deps.standing,
    }),
    identity: identity.identity,
    now,
    originOf,
    opened: deps.opened,
  })
  app.get('/favicon.ico', c => c.redirect('/mark.svg'))
  app.get('/setup', c => c.redirect('/setup/'))
  app.get('/setup/', async c => sendPage(c, await around.web.page('setup')))
  app.on('GET', ['/assets/*', '/mark.svg'], async (c, next) => {
    c.set('route', 'file')
    return (await around.web.file(c.req.path.slice(1), c.req.raw)) ?? next()
  })
  app.all('*', async c => {
    const { status, body } = errorReply(new AppError('NOT_SET_UP'), c.get('requestId'))
    const wants = c.req.header('accept')?.includes('text/html')
    return wants
      ? c.html(notOpenPage(langOf(c), await around.web.ticketAssets(langOf(c))), status)
      : c.json(body, status)
  })
  return {
    app,
    server: createServer(getRequestListener(app.fetch)),
    leave: identity.stop,
    close: async () => {},
  }
}
