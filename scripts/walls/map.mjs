/**
 * Who may import whom. A house is a top folder with the houses whose every room it may reach; a room is a folder of it, or one
 * file where that stands apart from its folder, with the rooms of the same house that it may import. Read from the top down: a
 * room may name only rooms above it, so nothing runs in a circle. `.` is the house's own folder, `x/*` is `x` and all above that
 * lies in it, `*` all above.
 */
export const HOUSES = {
  shared: {
    may: '',
    rooms: {
      kit: '',
      'office/settings': 'kit',
      office: 'kit office/settings',
      survey: 'kit office/settings',
      voice: 'kit',
      messages: 'kit',
      documents: 'kit office',
      booking: 'kit office',
      search: 'kit office',
      queue: 'kit office office/settings booking',
      'queue/commands': 'kit queue',
      'queue/commands/booking': 'kit booking queue',
      'queue/decide.ts': 'kit queue queue/commands/*',
      'queue/estimate': 'kit office queue',
      officer: 'kit office queue survey documents',
      contracts: 'kit office office/settings queue queue/estimate survey documents messages officer',
      text: 'kit queue documents messages',
      chat: 'kit search text',
      ticket: 'kit office queue queue/estimate documents voice text contracts',
    },
  },
  'shared/web': {
    may: 'shared',
    rooms: { '.': '', ui: '.' },
  },
  server: {
    may: 'shared',
    rooms: {
      journal: '',
      'store/schema': 'journal',
      'store/open': 'journal store/schema',
      store: 'journal store/*',
      'config.ts': 'store/open',
      'services/identity': 'store/*',
      'services/health': 'store/*',
      'services/office': 'store/*',
      'services/gate': 'services/identity',
      'services/survey': 'store/* services/identity services/office',
      'services/officer': 'journal store/* services/identity services/office',
      'services/queue': 'journal store/* services/identity services/office services/survey',
      'services/booking': 'store/* services/identity services/office services/gate services/survey services/queue',
      'services/messages': 'store/* services/identity services/office services/survey services/queue services/booking',
      'services/documents':
        'store/* services/identity services/office services/officer services/queue services/messages',
      'services/retention': 'store/* services/office services/booking services/messages',
      gateways: 'services/*',
      jobs: 'services/*',
      turnstile: '',
      realtime: 'services/* turnstile',
      http: 'services/*',
      'http/api': 'http services/*',
      'http/pages': 'http services/*',
      'http/pages/home': 'http http/pages services/*',
      'http/pages/booking': 'http http/pages services/*',
      'http/pages/ticket': 'realtime http http/pages http/pages/booking services/*',
      demo: '',
      compose: '*',
      '.': '*',
    },
  },
  kiosk: {
    may: 'shared shared/web',
    rooms: { parts: '', ticket: 'parts', 'check-in': 'parts', low: 'parts check-in', '.': '*' },
  },
  console: {
    may: 'shared shared/web',
    rooms: {
      parts: '',
      'desk/sheets': 'parts',
      desk: 'parts desk/sheets',
      front: 'parts',
      documents: 'parts',
      record: 'parts',
      manager: 'parts',
      admin: 'parts',
      frame: '*',
      '.': 'parts frame',
    },
  },
  display: { may: 'shared shared/web', rooms: { '.': '' } },
  survey: { may: 'shared shared/web', rooms: { '.': '' } },
  booking: { may: 'shared shared/web', rooms: { styles: '', '.': 'styles' } },
  gallery: { may: 'shared shared/web kiosk console display survey booking', rooms: { '.': '' } },
}

/** Packages: the folder nearest to a file decides, and what its line does not name it may not use; `node:` is all of Node. */
export const PACKAGES = {
  shared: '',
  'shared/contracts': 'zod',
  'shared/web': 'lit socket.io-client chart.js qrcode',
  server: 'node: zod pino',
  'server/journal': 'kysely better-sqlite3',
  'server/store': 'node: kysely',
  'server/store/open': 'node: kysely better-sqlite3 pg',
  'server/services': 'node: zod rate-limiter-flexible',
  'server/services/identity': 'node: @node-rs/argon2 rate-limiter-flexible',
  'server/services/gate': 'node: zod altcha-lib rate-limiter-flexible',
  'server/gateways': 'node: web-push',
  'server/jobs': '',
  'server/turnstile': 'node:',
  'server/realtime': 'node: zod socket.io',
  'server/http': 'node: zod hono @hono/node-server rate-limiter-flexible prom-client qrcode',
  'server/demo': '',
  'server/compose': 'node: @hono/node-server',
  kiosk: 'lit',
  console: 'lit',
  display: 'lit',
  survey: 'lit',
  booking: 'lit altcha-lib',
  gallery: 'lit',
}

/** Schemas stay on the server: a screen takes only the types of the contract, so no Zod reaches a phone. */
export const SCHEMAS = /^shared\/contracts\/(api|schemas|route|\w+-routes)\.ts$/
