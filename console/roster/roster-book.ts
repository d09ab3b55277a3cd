import { compareNames } from '../../shared/kit/by-name.ts'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Reply } from '../../shared/contracts/api.ts'
import { addDays, officeDate, weekOf, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { findingsOn, type Finding } from '../../shared/roster/findings.ts'
import { PATTERN_WEEK, withCell, type Shift } from '../../shared/roster/roster.ts'
import { rosterText } from '../../shared/text/roster.ts'
import { actOf } from '../../shared/web/act.ts'
import { codeOf } from '../../shared/web/client.ts'
import { t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import { begun, changesOf, decided, edited, rebased, undone, type Clash, type Draft } from './roster-draft.ts'
import { fillFrom, restsFor, type Fill } from './roster-fill.ts'

export type Week = Reply<'GET /api/offices/:office/roster/:week'>
const READ = 'GET /api/offices/:office/roster/:week'
const SAVE = 'POST /api/offices/:office/roster/:week'

/** Whose week it is. */
interface Host extends ReactiveControllerHost {
  readonly office: OfficeInfo
  readonly live: LiveDay
}

/** A week that is open: as it is saved, as it is being changed, and every act on it. */
export class RosterBook implements ReactiveController {
  draft: Draft = begun([])
  /** What became of the last act, in words. */
  said = ''
  readonly read: Fetched<Week>
  readonly act
  private readonly host: Host
  private chosen: LocalDate | undefined
  private seen: Week | undefined
  private again = 0

  constructor(host: Host) {
    this.host = host
    this.read = new Fetched(host)
    this.act = actOf(() => host.requestUpdate())
    host.addController(this)
  }

  hostUpdate(): void {
    const params = { office: this.host.office.id, week: this.week }
    const fresh = this.read.value?.week !== this.week
    this.read.want(`${this.week} ${this.again}`, () => ask(READ, { params }), fresh)
    const { value } = this.read
    if (!value || value === this.seen) return
    this.draft = this.seen?.week === value.week ? rebased(this.draft, value.shifts) : begun(value.shifts)
    this.seen = value
  }

  get today(): LocalDate {
    return officeDate(this.host.live.now(), this.host.office.zone)
  }
  get week(): LocalDate {
    return this.chosen ?? weekOf(this.today)
  }
  get isUsual(): boolean {
    return this.week === PATTERN_WEEK
  }
  get changes() {
    return changesOf(this.draft)
  }

  /** Who sits at counters first, then the front desk and those who lead; Petugas 2 before Petugas 10. */
  get people(): Week['people'] {
    const people = this.read.value?.people ?? []
    return [...people].sort((a, b) => Number(a.front) - Number(b.front) || compareNames(a.name, b.name))
  }

  /** Every day on which the office usually opens, or on which somebody is planned. */
  get dates(): readonly LocalDate[] {
    const all = Array.from({ length: 7 }, (_, i) => addDays(this.week, i))
    const planned = new Set(this.draft.shifts.map(s => s.date))
    return all.filter((date, i) => this.host.office.hours[(i + 1) % 7] !== null || planned.has(date))
  }

  get roster() {
    return { shifts: this.draft.shifts, leaves: this.isUsual ? [] : (this.read.value?.leaves ?? []) }
  }

  get findings(): readonly Finding[] {
    return this.ahead.flatMap(date => findingsOn(this.roster, this.host.office, date, this.people))
  }

  /** The days that can still be planned. */
  get ahead(): readonly LocalDate[] {
    return this.dates.filter(date => this.mayPlan(date))
  }

  mayPlan(date: LocalDate): boolean {
    return this.isUsual || date >= this.today
  }

  turnTo(week: LocalDate): void {
    this.said = ''
    this.act.rest()
    this.chosen = week
  }

  put({ staffId, date }: Clash, cell: readonly Shift[]): void {
    if (!this.mayPlan(date)) return
    const own = cell.map(shift => ({ ...shift, staffId, date }))
    this.edit(withCell(this.draft.shifts, staffId, date, own))
  }

  edit(shifts: readonly Shift[], said = ''): void {
    this.said = said
    this.draft = edited(this.draft, shifts)
    this.host.requestUpdate()
  }

  readonly undo = (): void => {
    this.said = ''
    this.draft = undone(this.draft)
    this.host.requestUpdate()
  }

  decide(clash: Clash, side: 'mine' | 'theirs'): void {
    this.draft = decided(this.draft, clash, side)
    this.host.requestUpdate()
  }

  throwAway(): void {
    this.draft = begun(this.draft.base)
  }

  rests(): void {
    const { shifts, said } = restsFor(this.roster, this.host.office, this.ahead, this.read.value!.people)
    this.edit(shifts, said)
  }

  async fill(from: LocalDate): Promise<void> {
    const params = { office: this.host.office.id, week: from }
    const other = await this.act.run<Week>(['fill', from], () => ask(READ, { params }))
    if (!other) return
    const { shifts, said } = fillFrom(other, this.into())
    const over = this.draft.shifts.filter(s => !this.mayPlan(s.date))
    this.edit(shifts.length > 0 ? [...over, ...shifts] : this.draft.shifts, said)
  }

  async makeUsual(): Promise<void> {
    const params = { office: this.host.office.id, week: PATTERN_WEEK }
    const into = { ...this.into(), week: PATTERN_WEEK, leaves: [] }
    const { shifts } = fillFrom({ week: this.week, shifts: this.draft.shifts }, into)
    const done = await this.act.run('usual', async () => {
      const usual = await ask(READ, { params })
      const cells = changesOf({ ...begun(usual.shifts), shifts })
      return cells.length > 0 ? ask(SAVE, { params, body: { cells } }) : usual
    })
    if (done) this.said = t(rosterText['usual.said'])
    this.host.requestUpdate()
  }

  async save(): Promise<void> {
    const params = { office: this.host.office.id, week: this.week }
    const cells = this.changes
    const saved = await this.act.run<Reply<typeof SAVE>>('save', () => ask(SAVE, { params, body: { cells } }))
    if (saved) {
      this.draft = begun(saved.shifts)
      this.said = t(rosterText.saved)
    }
    // Also after a no: what somebody else saved meanwhile is laid beside the own changes.
    if (saved || codeOf(this.act.error) === 'ROSTER_CHANGED') this.reread()
  }

  reread(): void {
    this.again++
    this.host.requestUpdate()
  }

  private into(): Fill {
    const { people, leaves } = this.read.value!
    return { week: this.week, office: this.host.office, leaves, people, today: this.today }
  }
}
