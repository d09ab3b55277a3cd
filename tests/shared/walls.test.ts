import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { HOUSES } from '../../scripts/walls/map.mjs'
import { reachOf, refusal, roomOf } from '../../scripts/walls/rooms.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

describe('the walls', () => {
  it.each([
    ['shared/queue/decide.ts', './day.ts'],
    ['shared/queue/decide.ts', '../kit/time.ts'],
    ['shared/contracts/api.ts', 'zod'],
    ['shared/web/live-day.ts', '../queue/evolve.ts'],
    ['shared/web/ui/ui-button.ts', 'lit'],
    ['shared/web/ui/ui-button.ts', 'lit/decorators.js'],
    ['kiosk/kiosk-app.ts', './kiosk-home.ts'],
    ['kiosk/kiosk-app.ts', '../shared/web/ui/ui-button.ts'],
    ['kiosk/kiosk-app.ts', '../shared/queue/decide.ts'],
    ['gallery/gallery-app.ts', '../kiosk/kiosk-home.ts'],
    ['server/services/queue/queue.ts', '../../store/tickets.ts'],
    ['server/services/queue/queue.ts', '../../journal/journal.ts'],
    ['server/services/queue/queue.ts', '../../../shared/queue/decide.ts'],
    ['server/http/app.ts', '../services/queue/queue.ts'],
    ['server/http/app.ts', '../../shared/contracts/api.ts'],
    ['server/http/app.ts', 'hono'],
    ['server/http/app.ts', 'node:path'],
    ['server/services/gate/proof.ts', 'altcha-lib'],
    ['server/store/open/database.ts', 'pg'],
    ['server/realtime/hub.ts', '../services/queue/queue.ts'],
    ['server/store/schema/tables.ts', 'kysely'],
    ['server/store/schema/tables.ts', '../../journal/journal.ts'],
    ['server/compose/compose.ts', '../store/schema/tables.ts'],
    ['server/compose/compose.ts', '../http/app.ts'],
    ['tests/shared/queue.test.ts', '../../server/compose/compose.ts'],
    ['shared/queue/decide.ts', './commands/recall.ts'],
    ['shared/queue/commands/recall.ts', '../day.ts'],
    ['shared/web/ui/ui-button.ts', '../lang.ts'],
    ['server/services/queue/queue.ts', '../office/offices.ts'],
    ['server/services/booking/bookings.ts', '../queue/queue.ts'],
    ['server/http/api/queue.ts', '../mount.ts'],
    ['server/http/pages/ticket/mount.ts', '../html.ts'],
    ['server/store/tickets.ts', './open/database.ts'],
    ['console/desk/desk.ts', '../parts/names.ts'],
    ['console/frame/page-table.ts', '../desk/console-desk.ts'],
    ['kiosk/low/low-view.ts', '../parts/flow.ts'],
  ])('let %s import %s', (file, source) => {
    expect(refusal(file, source)).toBeUndefined()
  })

  it.each([
    ['shared/queue/decide.ts', '../../server/journal/journal.ts'],
    ['shared/queue/decide.ts', '../web/live-day.ts'],
    ['shared/queue/decide.ts', '../../kiosk/kiosk-app.ts'],
    ['shared/queue/decide.ts', 'node:fs'],
    ['shared/queue/decide.ts', 'fs'],
    ['shared/queue/decide.ts', 'lit'],
    ['shared/contracts/api.ts', 'zodiac'],
    ['shared/web/live-day.ts', '../../server/main.ts'],
    ['shared/web/live-day.ts', '../../kiosk/kiosk-app.ts'],
    ['shared/web/live-day.ts', 'node:crypto'],
    ['shared/web/live-day.ts', 'zod'],
    ['shared/web/client.ts', '../contracts/api.ts'],
    ['kiosk/kiosk-app.ts', '../display/board.ts'],
    ['kiosk/kiosk-app.ts', '../server/main.ts'],
    ['kiosk/kiosk-app.ts', '../shared/contracts/schemas.ts'],
    ['kiosk/kiosk-app.ts', '../shared/contracts/schemas/parts.ts'],
    ['kiosk/kiosk-app.ts', 'zod'],
    ['kiosk/kiosk-app.ts', 'node:path'],
    ['kiosk/kiosk-app.ts', 'fs'],
    ['kiosk/kiosk-app.ts', '/server/main.ts'],
    ['server/http/app.ts', 'kysely'],
    ['server/services/queue/queue.ts', 'pg'],
    ['server/compose/compose.ts', 'kysely'],
    ['server/jobs/every.ts', 'node:fs'],
    ['gallery/gallery-app.ts', '../server/main.ts'],
    ['server/http/app.ts', '../store/schema/tables.ts'],
    ['server/http/app.ts', '../journal/journal.ts'],
    ['server/realtime/hub.ts', '../store/schema/tables.ts'],
    ['server/realtime/hub.ts', '../http/app.ts'],
    ['server/services/queue/queue.ts', '../../http/app.ts'],
    ['server/services/queue/queue.ts', '../../realtime/hub.ts'],
    ['server/services/queue.ts', 'hono'],
    ['server/services/queue.ts', 'kysely'],
    ['server/services/queue.ts', 'socket.io'],
    ['server/store/schema/tables.ts', '../../services/queue/queue.ts'],
    ['server/journal/sqlite.ts', '../store/schema/tables.ts'],
    ['server/compose/compose.ts', '../../shared/web/live-day.ts'],
    ['server/compose/compose.ts', '../../kiosk/kiosk-app.ts'],
    ['shared/queue/day.ts', './decide.ts'],
    ['shared/queue/commands/recall.ts', '../decide.ts'],
    ['shared/survey/ikm.ts', '../officer/record.ts'],
    ['shared/messages/message.ts', '../text/messages.ts'],
    ['shared/web/lang.ts', './ui/icons.ts'],
    ['server/services/office/offices.ts', '../queue/queue-days.ts'],
    ['server/services/queue/queue.ts', '../booking/bookings.ts'],
    ['server/http/mount.ts', './api/queue.ts'],
    ['server/http/api/queue.ts', '../pages/html.ts'],
    ['server/store/schema/tables.ts', '../open/database.ts'],
    ['console/desk/desk.ts', '../admin/admin-draft.ts'],
    ['console/parts/names.ts', '../desk/desk.ts'],
    ['kiosk/parts/flow.ts', '../ticket/take.ts'],
  ])('refuse %s the import of %s', (file, source) => {
    expect(refusal(file, source)).toMatch(/may (not|use only|import only)/)
  })

  it('let a screen take the types of the contract, and only those', () => {
    expect(refusal('kiosk/kiosk-app.ts', '../shared/contracts/api.ts', true)).toBeUndefined()
    expect(refusal('kiosk/kiosk-app.ts', '../shared/contracts/api.ts', false)).toMatch('only types')
  })

  it('do not know a room that has no line on the map', () => {
    expect(refusal('shared/reports/report.ts', '../kit/time.ts')).toMatch(
      'shared/reports may not be used: it has no line',
    )
    expect(refusal('shared/queue/decide.ts', './more/deep.ts')).toMatch('shared/queue/more may not be used')
  })

  it('are not slipped through by a folder whose name begins alike', () => {
    expect(refusal('shared/queue/decide.ts', '../../shared-server/main.ts')).toBeDefined()
    expect(refusal('kiosk/kiosk-app.ts', '../kiosk-admin/app.ts')).toBeDefined()
  })
})

describe('the map of the walls', () => {
  it('lets every house reach only houses above it, and every room only rooms above it', () => {
    const houses = Object.keys(HOUSES)
    for (const [h, house] of houses.entries()) {
      for (const other of HOUSES[house]!.may.split(' ').filter(Boolean)) expect(houses.slice(0, h)).toContain(other)
      const rooms = Object.keys(HOUSES[house]!.rooms)
      for (const [r, room] of rooms.entries())
        for (const other of reachOf(house, room)) expect(rooms.slice(0, r), `${house}: ${room}`).toContain(other)
    }
  })

  it('has a line for every room of the product, and no line more', () => {
    const lines = Object.entries(HOUSES).flatMap(([house, { rooms }]) => Object.keys(rooms).map(r => join(house, r)))
    const files = lines.filter(line => line.endsWith('.ts'))
    const built = filesOf('shared', 'server', 'kiosk', 'console', 'display', 'survey', 'setup', 'booking', 'gallery')
    const folders = new Set(built.filter(f => /\.(ts|css)$/.test(f)).map(f => (files.includes(f) ? f : dirname(f))))
    // Styles alone: nobody imports a script from there.
    folders.delete('shared/web/ui/fonts')
    expect([...folders].sort()).toEqual(lines.sort())
    for (const file of built.filter(f => f.endsWith('.ts'))) expect(lines).toContain(roomOf(file))
  })

  it('stands for rooms in which one finds a file: none holds more than 25', () => {
    const many = new Map<string, number>()
    for (const file of filesOf(...Object.keys(HOUSES), 'bench', 'scripts'))
      many.set(dirname(file), (many.get(dirname(file)) ?? 0) + 1)
    const full = [...many].filter(([, n]) => n > 25).map(([folder]) => folder)
    // Texts are looked up by key, elements by tag, clips by the word they speak.
    const lookedUp = /^(shared\/(text|web\/ui)|display\/public\/.+)$/
    expect(full.filter(folder => !lookedUp.test(folder))).toEqual([])
  })
})

const PLANTS = [
  ['shared/queue', "import '../../server/journal/journal.ts'", 'shared may not reach server/journal/journal.ts'],
  ['shared/queue', "export * from '../../server/journal/journal.ts'", 'shared may not reach server'],
  ['shared/queue', "export const later = () => import('../../server/main.ts')", 'shared may not reach server'],
  ['shared/queue', "export type Later = import('../../server/config.ts').Config", 'shared may not reach server'],
  ['kiosk', "import '../display/board.ts'", 'kiosk may not reach display/board.ts'],
  ['console/desk', "import '../admin/admin-draft.ts'", 'console/desk may not reach console/admin/admin-draft.ts'],
  [
    'server/services/office',
    "import '../queue/queue.ts'",
    'server/services/office may not reach server/services/queue',
  ],
  ['shared/queue/commands', "import '../decide'", '../decide names no file'],
  ['shared/queue/commands', "import '../decide.js'", '../decide.js names no file'],
  ['shared/queue', 'export const later = () => import(`../../server/main.ts`)', 'in one plain string'],
  ['shared/queue', "export const later = (name: string) => import('/server/' + name)", 'in one plain string'],
  [
    'shared/queue',
    "declare const require: (id: string) => unknown\nrequire('../../server/main.ts')",
    'may not reach server',
  ],
  [
    'server/services/office',
    "import { createRequire } from 'node:module'\ncreateRequire(import.meta.url)('../../http/app.ts')",
    'server/services/office may not reach server/http/app.ts',
  ],
  ['kiosk', "new URL('../console/index.html', import.meta.url)", 'kiosk may not reach console/index.html'],
  ['kiosk', "import.meta.glob('/console/*.ts')", 'Of import.meta only its url'],
  ['kiosk', "/* eslint-disable */\nimport '../display/board.ts'", 'kiosk may not reach display/board.ts'],
] as const

describe('a planted forbidden import', () => {
  it.each(PLANTS)('in %s (%s) is refused by the linter', async (folder, line, why) => {
    await planted([[folder, line]], async ([file]) => {
      const [result] = await new ESLint({ cwd: ROOT }).lintFiles([file!])
      const found = result!.messages.filter(m => m.ruleId === 'tanggap/walls')
      expect(found.map(m => [m.severity, m.message])).toEqual([[2, expect.stringContaining(why)]])
    })
  })

  it('makes `npm run check` fail and say why, between houses and between rooms', async () => {
    const both = [PLANTS[0], PLANTS[5]] as const
    await planted(
      both.map(([folder, line]) => [folder, line]),
      files => {
        const run = check('lint')
        expect(run.status).not.toBe(0)
        for (const [i, [, , why]] of both.entries()) {
          expect(run.said).toContain(why)
          expect(run.said).toContain(basename(files[i]!))
        }
        return Promise.resolve()
      },
    )
  }, 480_000)

  it('is written down as what `npm run check` and the checks of a clean clone run', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { check: string } }
    expect(scripts.check).toBe('node scripts/check.mjs')
    expect(readFileSync(join(ROOT, '.ci/run'), 'utf8')).toContain('npm run check -- --only format,lint,cycles,types')
  })
})

describe('a planted circle', () => {
  it('of files or of rooms makes `npm run check` fail and say which circle, and by which imports', async () => {
    const kinds = [(b: string) => `import { b } from '${b}'`, (b: string) => `import type { b } from '${b}'`]
    const late = (b: string) => `export const later = () => import('${b}')`
    const name = () => `planted-${crypto.randomUUID()}.ts`
    const pairs = [...kinds, late].map(line => ({ line, a: name(), b: name() }))
    const circles = pairs.flatMap(({ line, a, b }) => [
      ['shared/kit', line(`./${b}`), a] as const,
      ['shared/kit', `export * from './${a}'\nexport const b = 1`, b] as const,
    ])
    const bare = name()
    const nameless = ['shared/kit', `import './${bare.replace(/\.ts$/, '')}'`, bare] as const
    await planted([...circles, nameless, ['shared/kit', "import '../queue/day.ts'"]], files => {
      const run = check('cycles')
      expect(run.status).not.toBe(0)
      for (const { a, b } of pairs) {
        const [from, to] = [`shared/kit/${a}`, `shared/kit/${b}`]
        const ways = [`${from} → ${to} → ${from}`, `${to} → ${from} → ${to}`]
        expect(ways.some(way => run.said.includes(`These files import each other in a circle: ${way}`))).toBe(true)
      }
      expect(run.said).toContain(`shared/kit/${bare} imports shared/kit/${bare.slice(0, -3)}, which is no file`)
      expect(run.said).toMatch(/These rooms import each other in a circle: .*shared\/kit → shared\/queue/)
      expect(run.said).toContain(`shared/kit/${basename(files.at(-1)!)} imports shared/queue/day.ts`)
      return Promise.resolve()
    })
  }, 120_000)
})

/** Runs a step of `npm run check`. */
function check(step: string): { status: number | null; said: string } {
  const run = spawnSync(process.execPath, ['scripts/check.mjs', '--only', step], { cwd: ROOT, encoding: 'utf8' })
  return { status: run.status, said: run.stdout + run.stderr }
}

/** Every file in these folders, as a path from the project's root. */
function filesOf(...folders: readonly string[]): string[] {
  const found = folders.flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => relative(ROOT, join(entry.parentPath, entry.name))),
  )
  return [...new Set(found)]
}

/** Puts files of some lines into the tree for as long as `look` lasts. */
async function planted(
  plants: readonly (readonly [folder: string, lines: string, name?: string])[],
  look: (files: readonly string[]) => Promise<void>,
): Promise<void> {
  const files = plants.map(([folder, , name]) => join(ROOT, folder, name ?? `planted-${crypto.randomUUID()}.ts`))
  for (const [i, file] of files.entries()) writeFileSync(file, `${plants[i]![1]}\n`)
  try {
    await look(files)
  } finally {
    for (const file of files) rmSync(file, { force: true })
  }
}
