import type { CompiledQuery } from 'kysely'
import {
  DEFAULT_BOOKING,
  DEFAULT_SERVICE_BOOKING,
  PLAIN_COUNTER,
  PLAIN_OFFICE,
  PLAIN_SERVICE,
} from '../../shared/office/defaults.ts'
import type { Words } from '../../shared/kit/words.ts'
import type { CounterInfo, OfficeInfo, ServiceInfo } from '../../shared/office/office.ts'
import type { Paper } from '../../shared/office/papers.ts'
import { hallSettings } from '../../shared/office/settings/hall-settings.ts'
import { queueSettings } from '../../shared/office/settings/queue-settings.ts'
import { documentSettings } from '../../shared/office/settings/service-settings.ts'
import { surveySettings } from '../../shared/office/settings/survey-settings.ts'
import { defaultsOf } from '../../shared/office/settings/values.ts'
import type { Database, Rows } from './open/database.ts'
import type { CountersTable } from './schema/tables.ts'

/** What an office sets for itself, without its services and counters. */
type OfficeSettings = Omit<OfficeInfo, 'id' | 'services' | 'counters'>

/** Every office with its services and counters, by id. */
export async function listOffices({ kysely }: Database): Promise<readonly OfficeInfo[]> {
  const [offices, services, counters] = await Promise.all([
    kysely.selectFrom('offices').selectAll().orderBy('id').execute(),
    kysely.selectFrom('services').selectAll().orderBy('position').execute(),
    kysely.selectFrom('counters').selectAll().orderBy('position').execute(),
  ])
  return offices.map(({ id, settings }) => ({
    ...settingsOf(settings),
    id,
    services: services.filter(s => s.office === id).map(s => serviceOf(s.info)),
    counters: counters.filter(c => c.office === id).map(counterOf),
  }))
}

/** An office as one version of it was written; what a later program added has its default. */
export function writtenOffice(body: string): OfficeInfo {
  const { id, services, counters, ...settings } = JSON.parse(body) as OfficeInfo
  return {
    ...settingsOf(JSON.stringify(settings)),
    id,
    services: services.map(s => serviceOf(JSON.stringify(s))),
    counters: counters.map(c => ({ ...PLAIN_COUNTER, ...c })),
  }
}

/** Writes an office whole, new or known. */
export async function saveOffice(db: Database, office: OfficeInfo): Promise<void> {
  await db.atomic(officeQueries(db, office))
}

/** The rows of an office, new or known. */
export function officeQueries(db: Database, office: OfficeInfo): Rows {
  const { id, services, counters, ...settings } = office
  return [
    settingsQuery(db, id, settings),
    ...serviceQueries(db, id, services),
    db.kysely.deleteFrom('counters').where('office', '=', id).compile(),
    ...counters.map((c, position) =>
      db.kysely
        .insertInto('counters')
        .values(rowOf(id, c, position))
        .compile(),
    ),
  ]
}

function settingsQuery({ kysely }: Database, id: string, settings: OfficeSettings): CompiledQuery {
  const row = { settings: JSON.stringify(settings) }
  return kysely
    .insertInto('offices')
    .values({ id, ...row })
    .onConflict(known => known.column('id').doUpdateSet(row))
    .compile()
}

function serviceQueries({ kysely }: Database, office: string, services: readonly ServiceInfo[]): CompiledQuery[] {
  return [
    kysely.deleteFrom('services').where('office', '=', office).compile(),
    ...services.map((s, position) =>
      kysely
        .insertInto('services')
        .values({ office, id: s.id, position, info: JSON.stringify(s) })
        .compile(),
    ),
  ]
}

/** Settings as they were written; one that a later version added has its default. */
function settingsOf(json: string): OfficeSettings {
  const written = JSON.parse(json) as OfficeSettings &
    Partial<Pick<OfficeSettings, 'booking' | 'specialHours' | 'elsewhere' | 'messages'>>
  return {
    ...PLAIN_OFFICE,
    ...defaultsOf(hallSettings),
    ...defaultsOf(surveySettings),
    ...written,
    specialHours: written.specialHours ?? [],
    elsewhere: written.elsewhere ?? [],
    messages: { ...PLAIN_OFFICE.messages, ...written.messages },
    rules: { ...defaultsOf(queueSettings), ...written.rules },
    booking: { ...DEFAULT_BOOKING, ...written.booking },
  }
}

function serviceOf(json: string): ServiceInfo {
  const written = JSON.parse(json) as Omit<ServiceInfo, 'advises' | 'booking' | 'document' | 'requirements' | 'cases'> &
    Partial<Omit<ServiceInfo, 'requirements'>> & { requirements: readonly (Paper | Words)[] }
  const { booking, document, requirements } = written
  return {
    ...PLAIN_SERVICE,
    ...written,
    standard: { ...PLAIN_SERVICE.standard, ...written.standard },
    requirements: requirements.map((r, i) => ('name' in r ? r : { id: `p${i + 1}`, name: r, note: null })),
    cases: written.cases ?? [],
    advises: written.advises ?? false,
    booking: booking === null ? null : { ...DEFAULT_SERVICE_BOOKING, ...booking },
    document: document ? { ...defaultsOf(documentSettings), ...document } : null,
  }
}

function counterOf({ id, name, services, agency, area }: CountersTable): CounterInfo {
  return { id, name, services: JSON.parse(services) as string[], agency, area }
}

function rowOf(office: string, { id, name, services, agency, area }: CounterInfo, position: number): CountersTable {
  return { office, id, position, name, services: JSON.stringify(services), agency, area }
}
