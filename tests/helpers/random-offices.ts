import { demoOffice } from '../../server/demo/samarinda.ts'
import type { Words } from '../../shared/kit/words.ts'
import { HOUSE_WORDS, OWN_KINDS, PLACES, type OwnMessages } from '../../shared/messages/own-words.ts'
import { PLAIN_COUNTER, PLAIN_OFFICE, PLAIN_SERVICE } from '../../shared/office/defaults.ts'
import type { DayHours, OfficeInfo, Release, ServiceInfo } from '../../shared/office/office.ts'
import { hallSettings } from '../../shared/office/settings/hall-settings.ts'
import { bookingSettings } from '../../shared/office/settings/booking-settings.ts'
import { queueSettings } from '../../shared/office/settings/queue-settings.ts'
import { documentSettings, serviceSettings } from '../../shared/office/settings/service-settings.ts'
import { surveySettings } from '../../shared/office/settings/survey-settings.ts'
import type { Setting, SettingTable, ValuesOf } from '../../shared/office/settings/setting.ts'
import { INNER_COMPONENTS, type ServiceStandard } from '../../shared/office/standard.ts'
import { fc } from './property.ts'

/** Texts that a careless writer of files would break: signs of YAML, numbers, dates, words that mean something. */
const AWKWARD = [
  ...[
    'yes',
    'no',
    'null',
    'true',
    '~',
    '0123',
    '08:00',
    '2026-01-01',
    '- a',
    'a: b',
    '# a',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
  ],
  ...['"a"', "it's", '{a}', '[a]', 'a, b', '|', '>', '?', '1e3', '0x1F', '.5', 'é ñ 你', 'a  b', 'a\nb', 'a\n\nb\n'],
]
const text = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc.string({ maxLength: 40 }).filter(t => !/\p{Cc}/u.test(t)),
)
const some = text.map(t => t || 'isi').filter(t => t.trim() !== '')
const line = some.map(t => t.replace(/\s+/g, ' ').trim()).filter(t => t !== '')
const words: fc.Arbitrary<Words> = fc.oneof(
  text.map((t): Words => [t, t]),
  fc.tuple(text, text),
)
const named: fc.Arbitrary<Words> = fc.tuple(some, text)

const clock = fc.integer({ min: 0, max: 1439 }).map(m => new Date(m * 60_000).toISOString().slice(11, 16))
const hours: fc.Arbitrary<DayHours | null> = fc.option(
  fc
    .uniqueArray(clock, { minLength: 2, maxLength: 10 })
    .map(times => times.sort().slice(0, times.length - (times.length % 2)))
    .map(times => ({
      open: times[0]!,
      close: times.at(-1)!,
      breaks: Array.from({ length: times.length / 2 - 1 }, (_, i) => ({
        from: times[2 * i + 1]!,
        to: times[2 * i + 2]!,
      })),
    })),
)
const week = fc.array(hours, { minLength: 7, maxLength: 7 })
const date = fc.integer({ min: 0, max: 4000 }).map(d => new Date(Date.UTC(2020, 0, 1 + d)).toISOString().slice(0, 10))

/** A sentence of an office's own with all that its message knows. */
const message = (kind: keyof OwnMessages): fc.Arbitrary<Words> => {
  const sentence = line.map(t => `${t.replace(/[{}]/g, '')} ${PLACES[kind].map(place => `{${place}}`).join(' ')}`)
  return fc.oneof(
    fc.constant<Words>(['', '']),
    fc.tuple(sentence, sentence),
    sentence.map((t): Words => [t, t]),
  )
}
const messages = fc.oneof(
  fc.constant(HOUSE_WORDS),
  fc.record(Object.fromEntries(OWN_KINDS.map(kind => [kind, message(kind)]))) as fc.Arbitrary<OwnMessages>,
)

function valueOf(setting: Setting): fc.Arbitrary<unknown> {
  const own = ((): fc.Arbitrary<unknown> => {
    switch (setting.kind) {
      case 'share':
        return fc.double({ min: setting.min, max: setting.max, noNaN: true })
      case 'clockTime':
        return clock
      case 'choice':
        return fc.constantFrom(...Object.keys(setting.of))
      case 'text':
        return setting.pattern ? fc.constant(setting.default) : line.map(t => t.slice(0, setting.most).trim())
      case 'flag':
        return fc.boolean()
      default:
        return fc.integer({ min: setting.min, max: setting.max })
    }
  })()
  return fc.oneof(fc.constant(setting.default), own)
}

const settingsOf = <T extends SettingTable>(table: T) =>
  fc.record(Object.fromEntries(Object.entries(table).map(([k, s]) => [k, valueOf(s)]))) as fc.Arbitrary<ValuesOf<T>>

const release: fc.Arbitrary<Release> = fc.constantFrom<Release>(
  { kind: 'open' },
  {
    kind: 'waves',
    waves: [
      { daysAhead: 3, share: 0.25 },
      { daysAhead: 0, share: 0.75 },
    ],
  },
)

const standard = fc.record(
  Object.fromEntries(INNER_COMPONENTS.map(c => [c, fc.oneof(fc.constant<Words>(['', '']), words)])),
) as fc.Arbitrary<ServiceStandard>

const service = (base: ServiceInfo, i: number): fc.Arbitrary<ServiceInfo> =>
  fc
    .record({
      ...{ name: named, detail: words, product: words, fee: words, complaints: words, standard },
      icon: fc.constantFrom('sheet', base.icon),
      procedure: fc.array(words, { maxLength: 3 }),
      ...{ free: fc.boolean(), open: fc.boolean(), advises: fc.boolean(), retired: fc.boolean() },
      typicalMinutes: fc.constantFrom(5, 7.5, 240),
      keywords: fc.array(line, { maxLength: 4 }),
      booking: fc.option(
        fc.record({ release, own: settingsOf(serviceSettings) }).map(({ release, own }) => ({ release, ...own })),
      ),
      document: fc.option(
        fc.record({ name: named, own: settingsOf(documentSettings) }).map(({ name, own }) => ({ name, ...own })),
      ),
      next: fc.constantFrom(null, i > 0 ? demoOffice.services[0]!.id : null),
    })
    .map(own => ({ ...base, ...PLAIN_SERVICE, ...own }))
    .map(s => (i === 0 ? { ...s, retired: false, next: null } : s))

/** Offices that people could set up, with whatever texts they may type. */
export const anOffice: fc.Arbitrary<OfficeInfo> = fc
  .record({
    hall: settingsOf(hallSettings),
    survey: settingsOf(surveySettings),
    rules: settingsOf(queueSettings),
    booking: settingsOf(bookingSettings),
    name: line,
    zone: fc.constantFrom('WIB' as const, 'WITA' as const, 'WIT' as const),
    hours: week,
    holidays: fc.array(date, { maxLength: 5 }),
    specialHours: fc.array(
      fc.record({ name: named, from: fc.constant('2026-02-18'), to: fc.constant('2026-03-18'), hours: week }),
      { maxLength: 2 },
    ),
    ...{ runningText: words, messages },
    services: fc
      .tuple(...demoOffice.services.slice(0, 5).map(service))
      .chain(all => fc.integer({ min: 0, max: all.length }).map(n => all.slice(0, n))),
    areas: fc.constantFrom([], [{ id: 'utama', name: ['Utama', 'Main'] as Words }]),
    roles: fc.constantFrom(undefined, [
      { id: 'kasir', name: ['Kasir', 'Cashier'] as Words, permissions: ['queue.call'] as const },
    ]),
    elsewhere: fc.array(fc.record({ name: named, where: words, keywords: fc.array(line, { maxLength: 2 }) }), {
      maxLength: 2,
    }),
  })
  .map(({ hall, survey, services, areas, roles, ...own }) => ({
    ...{ id: 'kantor', city: 'Kota Contoh', ...PLAIN_OFFICE, openedAt: null },
    ...hall,
    ...survey,
    ...own,
    ...(roles ? { roles } : {}),
    areas,
    services,
    counters: services.map((s, i) => ({
      ...{ id: `${i + 1}`, name: `Loket ${i + 1}`, services: [s.id], ...PLAIN_COUNTER },
      area: i === 0 ? (areas[0]?.id ?? null) : null,
    })),
    agencies: [],
    lifeEvents:
      services.length === 0
        ? []
        : [
            {
              id: 'peristiwa',
              name: ['Peristiwa', 'Event'] as Words,
              detail: ['', ''] as Words,
              keywords: ['baru'],
              parts: [{ serviceId: services[0]!.id, caseId: services[0]!.cases[0]?.id ?? null, optional: true }],
            },
          ],
  }))
