import { seeded } from '../../shared/kit/random.ts'
import {
  addDays,
  atClock,
  DAY,
  MINUTE,
  officeDate,
  weekday,
  type Instant,
  type LocalDate,
} from '../../shared/kit/time.ts'
import { scoredBy } from '../../shared/officer/score/versions.ts'
import { compose, type Program } from '../compose/compose.ts'
import type { Surroundings } from '../compose/ground.ts'
import { demoOffice } from '../demo/samarinda.ts'
import { workThrough } from './hall.ts'
import { signedIn, type Acting } from './people.ts'
import { beginProgramme, fillIn } from './programmes.ts'

const SEED = 20_260_101
/** So long before the office begins its last quarter was told: open to others than its officer, and still open to objections. */
const TOLD = 4 * DAY
/**
 * Days of the quarter on which six officers take turns at six counters, so that enough rate each. Two more are there on every other
 * day: too few rate them, and yet together, and in every week, so many that nobody else is held back beside them.
 */
const [DAYS, ENOUGH, ALL] = [6, 6, 8]
const [QUARTER_VISITS, DAY_VISITS] = [12, 5]
/** Sheets of a programme survey that come on a day. */
const SHEETS = 9
/** Whom `atasan` assesses; the last two nobody does, as somebody who tries it may want to say. */
const ASSESSED = 8

/** Jobs have their turn by hand here: the clock jumps. */
const byHand = () => ({ stop: async () => {} })

/**
 * Gives a trial office that was just made a past, on a clock of its own and by what people did: who assesses whom, a quarter that
 * closed and was told four days before `begins`, an objection to it, and a working day with reports, a leave and what was said.
 */
export async function playPast(around: Surroundings, begins: Instant): Promise<void> {
  let now = begins
  const itIs = (at: Instant) => void (now = at)
  const { play: _, finished: __, ...rest } = around
  // Each citizen has a phone of their own.
  const config = { ...around.config, trustProxy: true }
  const program = await compose({ ...rest, config, now: () => now, every: byHand })
  try {
    await past(program, begins, itIs)
  } finally {
    await program.leave()
  }
}

async function past(program: Program, begins: Instant, itIs: (at: Instant) => void): Promise<void> {
  const { zone } = demoOffice
  const told = begins - TOLD
  const quarter = scoredBy(officeDate(told, zone))
    .filter(({ kind }) => kind === 'quarter')
    .at(-1)!
  const random = seeded(SEED)
  const days = workdaysUntil(quarter.to, DAYS)
  itIs(atClock(days[0]!, '07:00', zone))
  await assess(program, quarter.from)
  await as(program, 'manajer', who => beginProgramme(who, 'imunisasi', days[0]!, quarter.to))
  for (const [i, date] of days.entries()) {
    const counters = i % 2 === 0 ? ALL : ENOUGH
    await workThrough(program, { date, counters, further: i, visits: QUARTER_VISITS }, { itIs, random })
    await fillIn(program, 'imunisasi', SHEETS, random)
    itIs(atClock(addDays(date, 1), '00:05', zone))
    await program.endDays()
  }
  itIs(told)
  await program.settled()
  await program.scores.pass()
  await object(program, quarter.key, days[1]!)
  const today = officeDate(told, zone)
  await as(program, 'manajer', async who => {
    await beginProgramme(who, 'sampah', today, addDays(today, 27))
    await beginProgramme(who, 'sekolah', addDays(today, 14), addDays(today, 41))
  })
  const last = workdaysUntil(addDays(officeDate(begins, zone), -1), 1)[0]!
  await workThrough(program, { date: last, counters: ENOUGH, further: 0, visits: DAY_VISITS }, { itIs, random })
  await fillIn(program, 'sampah', SHEETS, random)
  await report(program, last, itIs)
  itIs(atClock(addDays(last, 1), '00:05', zone))
  await program.endDays()
  await program.settled()
}

/** The last working days up to one of them, the first first. */
function workdaysUntil(to: LocalDate, many: number): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let date = to; days.length < many; date = addDays(date, -1)) if (weekday(date) % 6 !== 0) days.unshift(date)
  return days
}

async function as(program: Program, username: string, act: (who: Acting) => Promise<void>): Promise<void> {
  const who = await signedIn(program, username)
  await act(who)
  await who.leaves()
}

function assess(program: Program, from: LocalDate): Promise<void> {
  return as(program, 'admin', async admin => {
    const says = (officerId: string, assessorId: string) =>
      admin.post(`/api/offices/${demoOffice.id}/supervisions`, { officerId, assessorId, from, to: null })
    for (let i = 1; i <= ASSESSED; i++) await says(`p${i}`, 'atasan')
    await says('atasan', 'manajer')
  })
}

function object(program: Program, period: string, date: LocalDate): Promise<void> {
  return as(program, 'petugas2', async officer => {
    await officer.post('/api/me/contests', {
      ...{ period, causes: ['outage'], evidence: ['Berita acara gangguan pencetak (contoh)'] },
      excluded: { from: date, to: date, hours: [], counters: [] },
      words: 'Pencetak rusak sepanjang hari itu, warga menunggu lama dan gangguannya tidak ditandai.',
    })
  })
}

/** The reports of a day: one accepted, one sent back, one that waits; a leave that waits, and what was said. */
async function report(program: Program, date: LocalDate, itIs: (at: Instant) => void): Promise<void> {
  const at = atClock(date, '15:00', demoOffice.zone)
  const activity = (what: string, quantity: string) => ({
    ...{ id: 'a1', what, from: '14:00', to: '14:45', quantity },
    ...{ output: '', skp: '', link: '', files: [] },
  })
  const send = (officer: Acting, what: string, quantity: string) =>
    officer.post(`/api/me/reports/${date}/send`, {
      ...{ device: 'komputer-contoh', rev: 1, begunAt: at - 5 * MINUTE, writtenAt: at, seen: 0 },
      text: { activities: [activity(what, quantity)], note: '' },
    })
  itIs(at + 10 * MINUTE)
  await as(program, 'petugas1', async officer => {
    await officer.post(`/api/me/skp/${date.slice(0, 4)}`, { line: 'Pelayanan administrasi kependudukan di loket' })
    await send(officer, 'Jemput bola perekaman KTP-el di kelurahan', '12 warga')
  })
  await as(program, 'petugas3', async officer => {
    await send(officer, 'Menata arsip', '')
    await officer.post('/api/me/thanks', { officerId: 'p4', text: 'Terima kasih sudah menggantikan saya di loket 4.' })
  })
  await as(program, 'petugas4', async officer => {
    await send(officer, 'Mengantar dokumen ke rumah sakit', '7 akta')
    const [from, to] = [addDays(date, 7), addDays(date, 8)]
    await officer.post('/api/me/absences', { kind: 'annual', from, to, part: null })
  })
  const about = { kind: 'report', ref: date, from: date, to: date }
  itIs(at + 25 * MINUTE)
  await as(program, 'atasan', async assessor => {
    const answer = (officer: string, kind: 'accept' | 'fix', text: string) =>
      assessor.post(`/api/me/team/reports/${officer}/${date}/answer`, { kind, version: 1, text })
    await answer('p1', 'accept', '')
    await answer('p3', 'fix', 'Berapa map yang ditata?')
    await assessor.post('/api/me/team/p1/feedback', {
      ...{ kind: 'feedback', about, tags: [], corrects: null },
      text: 'Perekaman di kelurahan berjalan rapi. Apa yang Anda perlukan untuk minggu depan?',
    })
  })
  itIs(at + 40 * MINUTE)
  await as(program, 'petugas1', async officer => {
    const text = 'Satu alat perekam cadangan, dan tinta untuk kartu antrean.'
    await officer.post('/api/me/feedback', { kind: 'reply', about, text, corrects: null })
  })
}
