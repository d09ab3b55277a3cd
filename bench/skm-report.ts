import { randomUUID } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'kysely'
import readXlsx from 'read-excel-file/node'
import { getDocumentProxy } from 'unpdf'
import { demoOffice } from '../server/demo/samarinda.ts'
import { seedDemo } from '../server/seed.ts'
import type { Database } from '../server/store/open/database.ts'
import { quantile } from '../shared/kit/stats.ts'
import { seeded } from '../shared/kit/random.ts'
import { addDays, atClock, weekday, type LocalDate } from '../shared/kit/time.ts'
import { fixedPeriod } from '../shared/survey/fixed-periods.ts'
import { BODY_ORDER } from '../shared/survey/instruments.ts'
import { NOTHING_DECIDED } from '../shared/survey/report/draft.ts'
import { deskAtWork } from './lib/desk-at-work.ts'
import { atMost, known, median, type Figure } from './lib/figures.ts'
import { pause } from './lib/pause.ts'
import { createProgress } from './lib/progress.ts'
import { asked } from './lib/scores/asked.ts'
import { officeOf } from './lib/scores/rated-offices.ts'

const [OFFICE, PERIOD] = ['unit', '2025-Q4']
const REPORT = `/api/offices/${OFFICE}/reports/${PERIOD}`
const NOW = atClock('2026-01-12', '09:00', 'WITA')
const [SERVICES, VISITS_EACH, ROUNDS, NANO] = [12, 4, 5, 1e6]
const FILES = [{ format: 'pdf' }, { format: 'xlsx' }, { format: 'html' }, { format: 'pdf', attached: true }]
const TURNS = 6
type File = { readonly content: string }

/** The official report of a quarter of `n` answers over twelve services: the same figures as SQL of its own in every format, its times, and what a desk waits beside it. */
export async function measureReport(n: number): Promise<readonly Figure[]> {
  const tell = createProgress('report')
  const began = performance.now()
  let office: Awaited<ReturnType<typeof officeOf>>
  const { running, ask, close } = await asked(
    () => NOW + performance.now() - began,
    async db => {
      await seedDemo(db, NOW)
      office = await officeOf(db, OFFICE, 8, NOW)
      await answersOf(db, n)
    },
  )
  try {
    tell(`${n} answers of ${SERVICES} services made`)
    const { manager } = office!
    const file = async (body: object) =>
      Buffer.from(((await ask(manager, `${REPORT}/file`, body)) as File).content, 'base64')
    let version = 0
    /** Something changed since the last file, so that nothing of it is remembered. */
    const rewritten = async () => {
      const draft = { ...NOTHING_DECIDED, texts: { background: `Ditulis ulang, ${version}.` } }
      version = ((await ask(manager, REPORT, { draft, version })) as { version: number }).version
    }
    const timed = async (body: object) => {
      const [times, delay] = [[] as number[], monitorEventLoopDelay({ resolution: 1 })]
      for (let i = 0; i < ROUNDS; i += 1) {
        await rewritten()
        delay.enable()
        const since = performance.now()
        await file(body)
        times.push(performance.now() - since)
        delay.disable()
      }
      return { first: times[0]!, warm: median(times.slice(1)), slowest: Math.max(...times), stop: delay.max / NANO }
    }
    const pdf = await timed({ format: 'pdf' })
    const attached = await timed({ format: 'pdf', attached: true })
    const book = await timed({ format: 'xlsx' })
    const page = await timed({ format: 'html' })
    tell('timed; now beside SQL of its own')
    const wrong = await differences(running.db, {
      pdf: await textOf(await file({ format: 'pdf' })),
      page: (await file({ format: 'html' })).toString(),
      book: await file({ format: 'xlsx' }),
    })
    for (const what of wrong) tell(what)
    const desk = await deskAtWork(running.url)
    await pause(1_000)
    /** What the desk waits while something is done. */
    const waited = async (act: () => Promise<unknown>) => {
      const from = desk.presses.length
      await act()
      return desk.presses.slice(from).map(press => press.ms)
    }
    const files = async () => {
      for (const body of FILES) {
        await rewritten()
        await file(body)
      }
    }
    const [quiet, busy] = [[] as number[], [] as number[]]
    // In turns, so that what else the machine does weighs on both.
    for (let i = 0; i < TURNS; i++) {
      const since = performance.now()
      busy.push(...(await waited(files)))
      quiet.push(...(await waited(() => pause(performance.now() - since))))
    }
    const [alone, beside] = [quantile(quiet, 0.95)!, quantile(busy, 0.95)!]
    await desk.stop()
    return [
      known('answers, over twelve services', n, ''),
      atMost('figures that are not those of SQL', wrong.length, '', 0),
      known('PDF, first', pdf.first, 'ms'),
      atMost('  whole report, warm and changed', pdf.warm, 'ms', 5_000),
      atMost('  longest stop of the program', pdf.stop, 'ms', 50),
      atMost('PDF with the answers, slowest', attached.slowest, 'ms', 5_000),
      atMost('  longest stop of the program', attached.stop, 'ms', 50),
      known('workbook, warm', book.warm, 'ms'),
      atMost('  longest stop of the program', book.stop, 'ms', 50),
      known('HTML, warm', page.warm, 'ms'),
      atMost('  longest stop of the program', page.stop, 'ms', 50),
      known('a press of the desk alone, p95', alone, 'ms'),
      known('  beside files, p95', beside, 'ms'),
      atMost('  beside / alone', beside / alone, '×', 1.5),
    ]
  } finally {
    await close()
  }
}

/** What the three formats print that SQL of its own does not give: sums, means and the IKM, and how many answered of each service. */
async function differences(
  { kysely }: Database,
  { pdf, page, book }: { readonly pdf: string; readonly page: string; readonly book: Buffer },
): Promise<readonly string[]> {
  const own = kysely.selectFrom('skm_answers').where('office', '=', OFFICE)
  const row = await own
    .select(
      BODY_ORDER.flatMap(u => [
        sql<number>`sum(${sql.ref(u)})`.as(`s_${u}`),
        sql<number>`count(${sql.ref(u)})`.as(`n_${u}`),
      ]),
    )
    .executeTakeFirstOrThrow()
  const got = row as unknown as Record<string, number>
  const means = BODY_ORDER.map(u => got[`s_${u}`]! / got[`n_${u}`]!)
  const written = (value: number, digits: number) => halfUp(value, digits).replace('.', ',')
  const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '.')
  const services = await own
    .select(['service_id', q => q.fn.countAll<number>().as('n')])
    .groupBy('service_id')
    .execute()
  const ikm = (means.reduce((sum, mean) => sum + mean, 0) / BODY_ORDER.length) * 25
  const expected = [
    ...BODY_ORDER.map(u => grouped(got[`s_${u}`]!)),
    ...means.map(mean => written(mean, 3)),
    ...means.map(mean => written(mean / 9, 4)),
    written(ikm, 2),
    ...services.map(service => grouped(service.n)),
  ]
  const cells = (await readXlsx(book)).flatMap(sheet => sheet.data.flat())
  const numbers = new Set(cells.filter(cell => typeof cell === 'number').map(cell => cell.toFixed(4)))
  const numeric = (text: string) => Number(text.replaceAll('.', '').replace(',', '.')).toFixed(4)
  const plain = page.replace(/<[^>]*>/g, ' ')
  return expected.flatMap(text => [
    ...(pdf.includes(text) ? [] : [`PDF lacks ${text}`]),
    ...(plain.includes(text) ? [] : [`HTML lacks ${text}`]),
    ...(numbers.has(numeric(text)) ? [] : [`workbook lacks ${text}`]),
  ])
}

/** As a hand rounds, away from what binary fractions leave out. */
function halfUp(value: number, digits: number): string {
  return (Math.floor(value * 10 ** digits + 0.5 + 1e-9) / 10 ** digits).toFixed(digits)
}

async function textOf(pdf: Buffer): Promise<string> {
  const doc = await getDocumentProxy(new Uint8Array(pdf))
  const pages: string[] = []
  for (let page = 1; page <= doc.numPages; page++) {
    const { items } = await (await doc.getPage(page)).getTextContent()
    pages.push(items.map(item => ('str' in item ? item.str : '')).join(' '))
  }
  return pages.join(' ')
}

/** Questionnaires of a quarter with the visits and profiles beside them, each service with its own way with people. */
async function answersOf(db: Database, n: number): Promise<void> {
  const { from, to } = fixedPeriod(PERIOD)!
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (weekday(day) % 6 !== 0) days.push(day)
  const random = seeded(26)
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const services = demoOffice.services.slice(0, SERVICES).map(service => service.id)
  const places = Array.from({ length: n * VISITS_EACH }, () => {
    const counter = 1 + Math.floor(random() * 8)
    return {
      ...{ office: OFFICE, date: one(days), service_id: services[Math.floor(SERVICES * random() * random())]! },
      ...{ counter_id: String(counter), officer_id: `${OFFICE}-p${counter}` },
    }
  })
  const invitations = places.map(place => {
    const minted = atClock(place.date, '10:00', 'WITA')
    return {
      ...place,
      ticket_id: randomUUID(),
      minted_at: minted,
      rated_key: null,
      answered_key: null,
      chosen: 1 as const,
    }
  })
  const mark = (place: { readonly service_id: string }) => {
    if (random() < 0.04) return null
    return Math.max(1, Math.min(4, Math.round(3.3 - services.indexOf(place.service_id) / 20 + (random() - 0.5) * 2.2)))
  }
  const answers = places.slice(0, n).map(({ officer_id: _, ...place }) => {
    const marks = Object.fromEntries(BODY_ORDER.map(u => [u, mark(place)])) as Record<
      (typeof BODY_ORDER)[number],
      number | null
    >
    return { id: randomUUID(), ...place, ...marks, suggestion: null, marks: null, left_out: 0 as const }
  })
  const profiles = places.slice(0, n).map(({ date, service_id }) => ({
    ...{ id: randomUUID(), office: OFFICE, date: `${date.slice(0, 7)}-01`, service_id },
    ...{ sex: one(['L', 'P', null]), age_group: one(['20-29', '30-39', '40-49', null]) },
    ...{
      education: one(['SMA', 'S1', 'D1-D3', null]),
      work: one(['PNS', 'SWASTA', 'LAINNYA', null]),
      brought: 0 as const,
    },
  }))
  const parts = <T>(rows: readonly T[]) =>
    Array.from({ length: Math.ceil(rows.length / 300) }, (_, i) => rows.slice(300 * i, 300 * (i + 1)))
  for (const part of parts(invitations)) await db.kysely.insertInto('invitations').values(part).execute()
  for (const part of parts(answers)) await db.kysely.insertInto('skm_answers').values(part).execute()
  for (const part of parts(profiles)) await db.kysely.insertInto('skm_profiles').values(part).execute()
}
