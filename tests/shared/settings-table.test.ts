import { readdirSync, readFileSync } from 'node:fs'
import { bookingSettings } from '../../shared/office/settings/booking-settings.ts'
import { serviceSettings } from '../../shared/office/settings/service-settings.ts'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { typedOf, valueProblems, valuesOf } from '../../console/admin/draft-values.ts'
import { rowOf, withSettings } from '../../scripts/docs/settings-docs.ts'
import { planOf } from '../../server/services/office/offices.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { shapeOf } from '../../shared/contracts/schemas.ts'
import type { SettingTable } from '../../shared/office/settings/setting.ts'
import { SETTING_TABLES } from '../../shared/office/settings/tables.ts'
import { defaultsOf, onlyOf, plannedOf } from '../../shared/office/settings/values.ts'
import { wholePlan } from '../../shared/queue/whole-plan.ts'
import { openHall } from '../helpers/days.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(ROOT + file, 'utf8')

/** One row of each kind, which no office has. */
const table = {
  quietMinutes: {
    kind: 'minutes',
    min: 2,
    max: 40,
    default: 10,
    plan: 'quietMs',
    pane: 'rest',
    label: ['Waktu tenang', 'Quiet time'],
    hint: ['Antara {min} dan {max}.', 'Between {min} and {max}.'],
  },
  quietSeconds: {
    kind: 'seconds',
    min: 0,
    max: 90,
    default: 60,
    plan: 'heardMs',
    pane: 'rest',
    label: ['Jeda', 'Pause'],
  },
  quietShare: { kind: 'share', min: 0.05, max: 0.5, default: 0.25, pane: 'rest', label: ['Bagian', 'Share'] },
  quietMost: { kind: 'count', min: 1, max: 9, default: null, plan: 'most', pane: 'rest', label: ['Batas', 'Most'] },
  quietFrom: { kind: 'clockTime', default: '13:00', pane: 'rest', label: ['Mulai', 'From'] },
  quietFor: {
    kind: 'choice',
    of: { all: ['semua', 'all'], few: ['sebagian', 'a few'] },
    default: 'few',
    pane: 'rest',
    label: ['Untuk', 'For'],
  },
  quiet: { kind: 'flag', default: true, plan: 'quiet', pane: 'rest', label: ['Tenang', 'Quiet'] },
} as const satisfies SettingTable

const standard = {
  quietMinutes: 10,
  quietSeconds: 60,
  quietShare: 0.25,
  quietMost: null,
  quietFrom: '13:00',
  quietFor: 'few',
  quiet: true,
} as const

describe('a row of a table, and nothing else,', () => {
  const schema = z.object(shapeOf(table))

  it('gives the value with which an office starts', () => {
    expect(defaultsOf(table)).toEqual(standard)
  })

  it('gives the schema by which the server takes it', () => {
    expect(schema.parse(standard)).toEqual(standard)
    for (const change of [
      { quietMinutes: 1 },
      { quietMinutes: 2.5 },
      { quietSeconds: 91 },
      { quietShare: 0.6 },
      { quietMost: 10 },
      { quietFrom: '24:00' },
      { quietFor: 'none' },
      { quiet: 1 },
    ]) {
      expect(schema.safeParse({ ...standard, ...change }).success, JSON.stringify(change)).toBe(false)
    }
  })

  it('gives what leaves the office, and lets nothing else out', () => {
    expect(onlyOf(table, Object.assign({ secret: 1 }, standard))).toEqual(standard)
  })

  it('gives what stands in the plan of a day: minutes and seconds as milliseconds, nothing for what is empty', () => {
    expect(plannedOf(table, standard)).toEqual({ quietMs: 600_000, heardMs: 60_000, quiet: true })
    expect(plannedOf(table, { ...standard, quietMost: 4 })).toEqual({
      quietMs: 600_000,
      heardMs: 60_000,
      most: 4,
      quiet: true,
    })
  })

  it('gives the value that is typed in the form, and what comes out of it', () => {
    const typed = typedOf(table, standard)
    expect(typed).toEqual({ ...standard, quietMinutes: '10', quietSeconds: '60', quietShare: '25', quietMost: '' })
    expect(valuesOf(table, typed)).toEqual(standard)
    expect(valuesOf(table, { ...typed, quietMost: '4', quietShare: '12,5' })).toEqual({
      ...standard,
      quietMost: 4,
      quietShare: 0.125,
    })
  })

  it('says what is wrong with what is typed, by the same bounds', () => {
    const typed = { ...typedOf(table, standard), quietMinutes: '41', quietShare: '4', quietMost: '0', quietFrom: '' }
    expect(valueProblems(table, typedOf(table, standard), 'rest.')).toEqual({})
    expect(valueProblems(table, typed, 'rest.')).toEqual({
      'rest.quietMinutes': { word: 'wrong.number', values: { min: 2, max: 40 } },
      'rest.quietShare': { word: 'wrong.percent', values: { min: 5, max: 50 } },
      'rest.quietMost': { word: 'wrong.number', values: { min: 1, max: 9 } },
      'rest.quietFrom': { word: 'wrong.time' },
    })
  })

  it('gives its line in the document', () => {
    expect(rowOf('rest.quietMinutes', table.quietMinutes)).toBe(
      '| `rest.quietMinutes` | 10 | 2 to 40 min | Quiet time. Between 2 and 40. |',
    )
  })
})

describe('the settings of an office', () => {
  const all = SETTING_TABLES.flatMap(({ at, table }) =>
    Object.entries(table).map(([key, setting]) => ({ at, key, setting })),
  )

  it.each(SETTING_TABLES.map(({ at, table }, i) => [at || `of its own, ${i}`, table] as const))(
    '(%s) start with values that the server takes',
    (_, table) => {
      expect(z.object(shapeOf(table)).parse(defaultsOf(table))).toEqual(defaultsOf(table))
    },
  )

  it('are all in the tables: every table of the folder is listed', () => {
    const files = readdirSync(`${ROOT}shared/office/settings`).filter(name => name.endsWith('-settings.ts'))
    const tables = files.flatMap(name => [
      ...read(`shared/office/settings/${name}`).matchAll(/^export const \w+Settings =/gm),
    ])
    expect(SETTING_TABLES).toHaveLength(tables.length)
  })

  // Adding one touches two files: its table, and the rule that goes by it. What carries all of them names none of them.
  it.each([
    'shared/office/office.ts',
    'shared/office/defaults.ts',
    'shared/contracts/schemas/office.ts',
    'shared/contracts/schemas/service.ts',
    'shared/contracts/office-routes.ts',
    'shared/contracts/office-view.ts',
    'shared/contracts/views.ts',
    'shared/queue/day.ts',
    'shared/queue/whole-plan.ts',
    'shared/text/admin.ts',
    'shared/text/admin-booking.ts',
    'server/store/offices.ts',
    'console/admin/admin-draft.ts',
    'console/admin/services/draft-service.ts',
    'console/admin/draft-values.ts',
    'console/admin/settings-booking.ts',
    'console/admin/settings-form.ts',
    'console/admin/settings-office.ts',
    'console/admin/settings-table.ts',
  ])('are not named by %s, which carries them all', file => {
    const words = new Set(read(file).match(/\w+/g))
    const names = all.flatMap(({ key, setting: { plan } }) => [key, ...(plan === undefined ? [] : [plan])])
    // A name of one plain word, `voice`, means other things too.
    const own = names.filter(name => /[A-Z]/.test(name))
    expect(own.filter(name => words.has(name))).toEqual([])
  })

  it('are each read by some rule', () => {
    const sources = ['shared', 'server', 'console', 'display'].flatMap(folder =>
      readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
        .filter(file => file.endsWith('.ts') && !file.startsWith('office/settings') && !file.startsWith('demo'))
        .map(file => new Set(read(`${folder}/${file}`).match(/\w+/g))),
    )
    const unread = all.filter(
      ({ key, setting: { plan } }) => !sources.some(words => words.has(key) || (plan && words.has(plan))),
    )
    expect(unread.map(({ key }) => key)).toEqual([])
  })

  it('stand in the document as they are now: `npm run docs` writes them', () => {
    const document = read('docs/operations.md')
    expect(withSettings(document)).toBe(document)
  })
})

describe('the plan of a day that an earlier version wrote', () => {
  const plan = planOf(demoOffice, '2026-06-09', '2026-06-09')

  it('has the settings that it could not know, at their defaults', () => {
    const { returnPlaces: _p, slots, ...earlier } = plan
    const { graceMs: _g, ...times } = slots!
    expect(wholePlan({ ...earlier, slots: times })).toEqual(plan)
  })

  it('keeps what it says, and takes no bookings where it knew of none', () => {
    const { slots: _s, ...earlier } = { ...plan, returnPlaces: 7 }
    expect(wholePlan(earlier)).toEqual(earlier)
  })

  it('is the same as a new plan with the same values, so that a day is not planned twice', () => {
    const { slots, ...rules } = plan
    const { creditMs, ...times } = slots!
    const hall = openHall({}, { slots: { creditMs, ...times }, ...rules })
    expect(hall.ask('system', { verb: 'planDay', plan })).toEqual([])
    expect(hall.ask('system', { verb: 'planDay', plan: { ...plan, returnPlaces: 9 } })).toHaveLength(1)
  })
})

it.each([
  ['the length of a slot', bookingSettings.slotMinutes],
  ['the numbers of a day', serviceSettings.dailyQuota],
])('says beside %s that bookings that are there stay', (_, { hint }) => {
  expect(hint[0]).toContain('Reservasi yang sudah ada tetap.')
})
