import { html, type TemplateResult } from 'lit'
import { boardOf, type Board } from '../../display/board.ts'
import type { ShownCode } from '../../display/check-in-code.ts'
import { projectDay } from '../../shared/contracts/views.ts'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import { PLAIN_COUNTER } from '../../shared/office/defaults.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { InHall } from '../../shared/survey/publication/publication.ts'
import type { DayPlan } from '../../shared/queue/day.ts'
import { aPlan, OPENING, openHall, type Hall } from './days.ts'
import { anOffice, aService } from './display-office.ts'
import { DEFAULT_TIMES } from '../../shared/queue/whole-plan.ts'

const NAMES = ['KTP-el', 'Kartu Keluarga', 'Akta Kelahiran', 'KIA', 'Pindah Datang', 'Akta Kematian'] as const
const MORE = [
  'Akta Perkawinan',
  'Akta Perceraian',
  'Identitas Digital',
  'Perubahan Data',
  'Konsultasi',
  'Legalisir',
] as const

/** An office with twelve services and as many counters as asked for. */
export function aBigOffice(counters = 8): OfficeInfo {
  return anOffice({
    services: [...NAMES, ...MORE].map((name, i) => aService(`s${i}`, 'ABCDEFGHJKLM'[i]!, name)),
    counters: Array.from({ length: counters }, (_, i) => ({
      id: `${i + 1}`,
      name: `Loket ${i + 1}`,
      services: ['s0'],
      ...PLAIN_COUNTER,
    })),
  })
}

/** The hall of that office in the middle of its morning: every counter has somebody, eight of them were called. */
export function aBusyHall(counters = 8, calls = counters, change: Partial<DayPlan> = {}): Hall {
  const services = aBigOffice().services.map(({ id, letter }) => ({ id, letter, typicalMs: 6 * MINUTE, open: true }))
  const ids = Array.from({ length: counters }, (_, i) => `${i + 1}`)
  const plan = aPlan({
    doors: { from: OPENING, to: OPENING + 7 * HOUR, breaks: [{ from: OPENING + 4 * HOUR, to: OPENING + 4.5 * HOUR }] },
    services,
    counters: ids.map(id => ({ id, services: [services[(Number(id) - 1) % 12]!.id] })),
    ...change,
  })
  const hall = openHall(Object.fromEntries(ids.map(id => [id, `officer${id}`])), plan)
  hall.wait(60)
  for (let i = 0; i < Math.max(40, counters * 3); i++) hall.take(services[i % 12]!.id)
  for (const id of ids.slice(0, calls)) {
    hall.wait(1)
    hall.next(`officer${id}`, id)
    if (Number(id) < calls) hall.staff(`officer${id}`, { verb: 'start', counterId: id })
  }
  return hall
}

/** The busy hall of an office that takes bookings, in which Kartu Keluarga was just closed for half an hour. */
export function aBookedHall(): Hall {
  const slots = { ...DEFAULT_TIMES, starts: [OPENING + 2 * HOUR], slotMs: HOUR, creditMs: 0, earlyMs: 0, graceMs: 0 }
  const booking = { places: [4], priorityPlaces: [0], openings: [] }
  const services = aBigOffice().services.map(({ id, letter }) => ({
    id,
    letter,
    typicalMs: 6 * MINUTE,
    open: true,
    booking,
  }))
  const hall = aBusyHall(8, 8, { slots, services })
  hall.staff('officer1', {
    verb: 'closeService',
    serviceId: 's1',
    reason: 'systemDown',
    until: hall.now + 30 * MINUTE,
  })
  return hall
}

export interface Picture {
  readonly office?: OfficeInfo
  /** Milliseconds after the hall's own clock. */
  readonly later?: number
  readonly stale?: boolean
  readonly sounding?: boolean
  readonly behind?: boolean
  /** The check-in code; it is shown where the day takes bookings. */
  readonly code?: ShownCode
  /** What the office published last. */
  readonly published?: InHall
}

/** The board of a hall. */
export function boardFor(hall: Hall, { office = aBigOffice(), later = 0, stale = false }: Picture = {}): Board {
  const now = hall.now + later
  const range = { from: now + 20 * MINUTE, to: now + 35 * MINUTE }
  const services = Object.fromEntries(office.services.map((s, i) => [s.id, i === 3 ? null : range]))
  return boardOf({
    day: projectDay(hall.day, 'hall'),
    estimates: { at: now, services, tickets: {} },
    office,
    now,
    stale,
  })
}

/** The whole picture of a hall, as the display draws it. */
export function aPicture(hall: Hall, picture: Picture = {}): TemplateResult {
  const { office = aBigOffice(), later = 0, stale = false, sounding = true, behind = false, code, published } = picture
  return html`<display-hall
    .board=${boardFor(hall, picture)}
    .office=${office}
    .now=${hall.now + later}
    .staleSince=${stale ? hall.now : undefined}
    .sounding=${sounding}
    .behind=${behind}
    .code=${code}
    .published=${published}
    .demo=${true}
  ></display-hall>`
}
