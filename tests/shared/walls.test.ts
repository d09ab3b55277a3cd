import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { refusal } from '../../scripts/lint-walls.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

describe('the walls between the floors', () => {
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
    ['server/realtime/hub.ts', '../services/queue/queue.ts'],
    ['server/store/schema/tables.ts', 'kysely'],
    ['server/store/schema/tables.ts', '../../journal/journal.ts'],
    ['server/compose/compose.ts', '../store/schema/tables.ts'],
    ['server/compose/compose.ts', '../http/app.ts'],
    ['tests/shared/queue.test.ts', '../../server/compose/compose.ts'],
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
    ['kiosk/kiosk-app.ts', 'zod'],
    ['kiosk/kiosk-app.ts', 'node:path'],
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
  ])('refuse %s the import of %s', (file, source) => {
    expect(refusal(file, source)).toMatch(/may (not|use only|import only)/)
  })

  it('let a screen take the types of the contract, and only those', () => {
    expect(refusal('kiosk/kiosk-app.ts', '../shared/contracts/api.ts', true)).toBeUndefined()
    expect(refusal('kiosk/kiosk-app.ts', '../shared/contracts/api.ts', false)).toMatch('only types')
  })

  it('are not slipped through by a folder whose name begins alike', () => {
    expect(refusal('shared/queue/decide.ts', '../../shared-server/main.ts')).toBeDefined()
    expect(refusal('kiosk/kiosk-app.ts', '../kiosk-admin/app.ts')).toBeDefined()
  })
})

const PLANTS = [
  ['shared/queue', "import '../../server/journal/journal.ts'", 'shared may not reach server/journal/journal.ts'],
  ['shared/queue', "export * from '../../server/journal/journal.ts'", 'shared may not reach server'],
  ['shared/queue', "export const later = () => import('../../server/main.ts')", 'shared may not reach server'],
  ['kiosk', "import '../display/board.ts'", 'kiosk may not reach display/board.ts'],
] as const

describe('a planted forbidden import', () => {
  it.each(PLANTS)('in %s (%s) is refused by the linter', async (folder, line, why) => {
    await planted(folder, line, async file => {
      const [result] = await new ESLint({ cwd: ROOT }).lintFiles([file])
      const found = result!.messages.filter(m => m.ruleId === 'tanggap/walls')
      expect(found.map(m => [m.severity, m.message])).toEqual([[2, expect.stringContaining(why)]])
    })
  })

  it('makes `npm run check` fail and say why', async () => {
    const [folder, line, why] = PLANTS[0]
    await planted(folder, line, file => {
      const run = spawnSync(process.execPath, ['scripts/check.mjs', '--only', 'lint'], {
        cwd: ROOT,
        encoding: 'utf8',
      })
      expect(run.status).not.toBe(0)
      expect(run.stdout + run.stderr).toContain(why)
      expect(run.stdout + run.stderr).toContain(file.slice(file.lastIndexOf('/') + 1))
      return Promise.resolve()
    })
  }, 120_000)

  it('is written down as what `npm run check` runs', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { check: string } }
    expect(scripts.check).toBe('node scripts/check.mjs')
  })
})

/** Puts a file with one line into the tree for as long as `look` lasts. */
async function planted(folder: string, line: string, look: (file: string) => Promise<void>): Promise<void> {
  const file = join(ROOT, folder, `planted-${crypto.randomUUID()}.ts`)
  writeFileSync(file, `${line}\n`)
  try {
    await look(file)
  } finally {
    rmSync(file, { force: true })
  }
}
