import { DEFAULT_BOOKING, DEFAULT_SERVICE_BOOKING } from '../defaults.ts'
import { OWN_KINDS } from '../../messages/own-words.ts'
import type { OfficeInfo, ServiceInfo } from '../office.ts'
import { queueSettings } from '../settings/queue-settings.ts'
import { documentSettings } from '../settings/service-settings.ts'
import { defaultsOf } from '../settings/values.ts'
import type { Words } from '../../kit/words.ts'
import { hoursText, WEEKDAYS } from './hours-text.ts'
import type { StaffEntry } from './office-file.ts'
import { HEAD_SETTINGS, OTHER_SETTINGS } from './parts.ts'

/** A value of the file as it is written down. */
export type Written = string | number | boolean | null | readonly Written[] | { readonly [key: string]: Written }
type WrittenMap = { readonly [key: string]: Written }

/** Whether two values are written alike. */
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const wordsOf = ([id, en]: Words): Written => (id === en ? id : { id, en })

/** Nothing for words that say nothing, which need not be written. */
const saidOf = (words: Words | null): Written | undefined =>
  words === null || same(words, ['', '']) ? undefined : wordsOf(words)

/** What differs from its default; `undefined` is not written. */
function map(values: object, standard: object = {}): WrittenMap {
  const known = standard as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.entries(values).filter(([key, v]) => v !== undefined && !(key in known && same(v, known[key]))),
  ) as WrittenMap
}

const only = (values: object, table: object) =>
  Object.fromEntries(Object.keys(table).map(key => [key, (values as Readonly<Record<string, unknown>>)[key]]))

/** The whole office as its file has it, in the order in which people read it; only what differs from the defaults is said. */
export function writtenOf(office: OfficeInfo, staff: readonly StaffEntry[] = [], logo = ''): WrittenMap {
  const { defaults, services } = withDefaults(office.services.map(serviceOf))
  const parts = Object.entries(plainOf(office, staff)).flatMap(([key, part]): readonly (readonly [string, unknown])[] =>
    // The common part stands before the services.
    key === 'services'
      ? [
          ['defaults', filled(defaults)],
          ['services', services],
        ]
      : [[key, key === 'messages' ? filled(part as WrittenMap) : part]],
  )
  return map({ ...Object.fromEntries(parts), ...(logo === '' ? {} : { logo }) })
}

/** The same, each service with all that it says itself. */
export function plainOf(office: OfficeInfo, staff: readonly StaffEntry[] = []): WrittenMap {
  return map({
    office: {
      id: office.id,
      name: office.name,
      city: office.city,
      zone: office.zone,
      ...map(only(office, HEAD_SETTINGS), defaultsOf(HEAD_SETTINGS)),
      ...map({ runningText: saidOf(office.runningText) }),
    },
    hours: weekOf(office.hours),
    holidays: office.holidays,
    specialHours: office.specialHours.map(s => ({ ...s, name: wordsOf(s.name), hours: weekOf(s.hours) })),
    settings: map({
      ...map(only(office, OTHER_SETTINGS), defaultsOf(OTHER_SETTINGS)),
      rules: filled(map(office.rules, defaultsOf(queueSettings))),
      booking: filled(map(office.booking, DEFAULT_BOOKING)),
    }),
    agencies: office.agencies.map(({ id, code, name, detail, where, weekdays, active }) =>
      map({
        id,
        code,
        name: wordsOf(name),
        detail: saidOf(detail),
        where: saidOf(where),
        weekdays: weekdays?.map(d => WEEKDAYS[d]!),
        ...map({ active }, { active: true }),
      }),
    ),
    areas: office.areas.map(a => ({ id: a.id, name: wordsOf(a.name) })),
    services: office.services.map(serviceOf),
    counters: office.counters.map(({ id, name, services, agency, area }) => ({
      ...{ id, name, services },
      ...map({ agency, area }, { agency: null, area: null }),
    })),
    lifeEvents: office.lifeEvents.map(({ id, name, detail, keywords, parts }) => ({
      ...map({ id, name: wordsOf(name), detail: saidOf(detail) }),
      keywords,
      parts: parts.map(p => ({
        service: p.serviceId,
        ...map({ case: p.caseId ?? undefined, optional: p.optional || undefined }),
      })),
    })),
    elsewhere: office.elsewhere.map(e => ({ name: wordsOf(e.name), where: wordsOf(e.where), keywords: e.keywords })),
    messages: map(Object.fromEntries(OWN_KINDS.map(kind => [kind, saidOf(office.messages[kind])]))),
    roles: filledList(
      (office.roles ?? []).map(({ id, name, permissions }) => ({ id, name: wordsOf(name), permissions })),
    ),
    staff:
      staff.length > 0
        ? staff.map(({ username, name, roles, ...rest }) =>
            map({ username, name, ...rest, roles }, { email: null, nip: null, agency: null }),
          )
        : undefined,
  })
}

const filled = (values: WrittenMap): WrittenMap | undefined => (Object.keys(values).length > 0 ? values : undefined)

const weekOf = (hours: OfficeInfo['hours']): Written =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 0].map(d => [WEEKDAYS[d]!, hoursText(hours[d] ?? null)]))

const SERVICE = { icon: 'sheet', free: false, open: true, advises: false, retired: false, agency: null, next: null }

function serviceOf(s: ServiceInfo): WrittenMap {
  const { icon, free, open, advises, retired, agency, next } = s
  return map({
    id: s.id,
    letter: s.letter,
    name: wordsOf(s.name),
    detail: saidOf(s.detail),
    ...map({ icon, agency }, SERVICE),
    papers: filledList(
      s.requirements.map(p => map({ id: p.id, name: wordsOf(p.name), note: p.note ? wordsOf(p.note) : undefined })),
    ),
    cases: filledList(
      s.cases.map(c =>
        map({
          id: c.id,
          label: wordsOf(c.label),
          detail: c.detail ? wordsOf(c.detail) : undefined,
          papers: c.papers,
          spare: c.spare ? wordsOf(c.spare) : undefined,
        }),
      ),
    ),
    procedure: filledList(s.procedure.map(wordsOf)),
    product: saidOf(s.product),
    fee: saidOf(s.fee),
    ...map({ free }, SERVICE),
    complaints: saidOf(s.complaints),
    standard: filled(map(Object.fromEntries(Object.entries(s.standard).map(([key, words]) => [key, saidOf(words)])))),
    typicalMinutes: s.typicalMinutes,
    standardMinutes: s.standardMinutes,
    waitPromiseMinutes: s.waitPromiseMinutes,
    keywords: filledList(s.keywords),
    ...map({ open, advises, retired, next }, SERVICE),
    booking: s.booking === null ? null : filled(map(s.booking, DEFAULT_SERVICE_BOOKING)),
    document: s.document
      ? { name: wordsOf(s.document.name), ...map(only(s.document, documentSettings), defaultsOf(documentSettings)) }
      : undefined,
  })
}

const filledList = (list: readonly Written[]): readonly Written[] | undefined => (list.length > 0 ? list : undefined)

/** What every service says alike is said once, before them. */
function withDefaults(services: readonly WrittenMap[]): { defaults: WrittenMap; services: readonly WrittenMap[] } {
  if (services.length < 2) return { defaults: {}, services }
  const standards = services.map(s => (s['standard'] ?? {}) as WrittenMap)
  const standard = alike(standards, () => true)
  const defaults = alike(services, key => !OWN.has(key))
  return {
    defaults: map({ ...defaults, standard: filled(standard) }),
    services: services.map((s, i) =>
      map({ ...without(s, defaults), standard: filled(without(standards[i]!, standard)) }),
    ),
  }
}

/** What each service says for itself, even where two say the same. */
const OWN = new Set(['id', 'letter', 'name', 'papers', 'cases', 'standard'])

function alike(all: readonly WrittenMap[], may: (key: string) => boolean): WrittenMap {
  const [first, ...rest] = all
  return Object.fromEntries(
    Object.entries(first!).filter(([k, v]) => may(k) && rest.every(s => k in s && same(s[k], v))),
  )
}

function without(service: WrittenMap, common: WrittenMap): WrittenMap {
  return Object.fromEntries(Object.entries(service).filter(([key]) => !(key in common)))
}
