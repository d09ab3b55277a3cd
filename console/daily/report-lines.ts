import { html, nothing, type TemplateResult } from 'lit'
import type { Reply } from '../../shared/contracts/api.ts'
import { officeDate, type Instant, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { linkOf, wrongIn } from '../../shared/officer/daily/activity.ts'
import type { Activity } from '../../shared/officer/daily/report.ts'
import type { DayWork, WorkLine } from '../../shared/officer/daily/work.ts'
import { dailyText as words } from '../../shared/text/daily.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-tag.ts'

export type Head = Reply<'GET /api/me/team/reports'>['reports'][number]

/** Times of what belongs to a day, with their date where that is another one: `15.20`, `Selasa, 9 Juni 15.20`. */
export function timesOf(date: LocalDate, { zone }: OfficeInfo): (at: Instant) => string {
  return at => {
    const clock = timeText(at, zone, lang())
    return officeDate(at, zone) === date ? clock : `${dateText(at, zone, lang())} ${clock}`
  }
}

/** A stretch of the day as it is written: `07.55–12.00`. */
function span(from: number, to: number | null, office: OfficeInfo): string {
  const at = (ms: number) => timeText(ms, office.zone, lang())
  return `${at(from)}–${to === null ? t(words.now) : at(to)}`
}

const turnOf = ({ from, to }: Activity) =>
  [from, to]
    .filter(Boolean)
    .map(c => c.replace(':', '.'))
    .join('–')

function serviceName(office: OfficeInfo, id: string): string {
  const service = office.services.find(s => s.id === id)
  return service ? t(service.name) : id
}

/** The day's work at counters, line by line: nobody types it. */
export function workLines(work: DayWork, office: OfficeInfo): TemplateResult {
  return html`<ul class="lines">
    ${work.lines.map(line => html`<li><span class="t">${span(line.from, line.to, office)}</span>${saidOf(line, office)}</li>`)}
  </ul>`
}

function saidOf(line: WorkLine, office: OfficeInfo) {
  if (line.what === 'break') return html`<span>${t(words.break)}</span><span></span>`
  if (line.what === 'outage')
    return html`<span
        >${t(words.outage, { services: line.services.map(s => serviceName(office, s.id)).join(', ') })}</span
      >
      <span>${t(words['outage.out'])}</span><small>${t(words['outage.why'])}</small>`
  const counter = office.counters.find(c => c.id === line.counterId)?.name ?? line.counterId ?? ''
  const facts = [
    line.services.map(s => `${serviceName(office, s.id)} ${s.served}`).join(', '),
    ...(line.judged > 0 ? [t(words.within, { n: String(line.within), of: String(line.judged) })] : []),
    ...(line.priority > 0 ? [t(words.priority, { n: String(line.priority) })] : []),
  ].filter(fact => fact !== '')
  return html`<span><b>${t(words.served, { n: String(line.served), counter })}</b></span
    ><span></span> ${facts.length > 0 ? html`<small>${facts.join(' · ')}</small>` : nothing}`
}

/** One activity as a line; `acts` are the buttons beside it. */
export function activityLine(activity: Activity, files: Head['files'], acts: unknown = nothing): TemplateResult {
  const named = files.filter(f => activity.files.includes(f.id))
  const wrong = wrongIn(activity)
  const facts = [activity.quantity, activity.output, activity.skp].filter(fact => fact !== '')
  return html`<li>
    <span class="t">${turnOf(activity)}</span><span>${activity.what}</span><span>${acts}</span>
    ${
      facts.length + named.length > 0 || activity.link !== ''
        ? html`<small
            >${facts.join(' · ')}
            ${
              activity.link !== '' && linkOf(activity.link)
                ? html`<a href=${linkOf(activity.link)!} target="_blank" rel="noreferrer noopener">${activity.link}</a>`
                : activity.link
            }
            ${named.map(
              f =>
                html`<form method="post" action=${`/api/me/report-files/${f.id}`} target="_blank">
                  <button class="file">${f.name}</button>
                </form>`,
            )}</small
          >`
        : nothing
    }
    ${wrong ? html`<small class="wrong">${t(words[`${wrong}.wrong`])}</small>` : nothing}
  </li>`
}

const TONES = { open: 'line', waiting: 'go', accepted: 'go', fix: 'warn', ask: 'warn' } as const

/** Where a report stands, in a word, and that it came late. */
export function stateTags({ state, late }: Pick<Head, 'state' | 'late'>): TemplateResult {
  return html`<ui-tag tone=${TONES[state]}>${t(words[`state.${state}`])}</ui-tag>
    ${late ? html`<ui-tag tone="warn">${t(words.late)}</ui-tag>` : nothing}`
}

/** Until when a report is on time: before it is sent, and beside one that came late. */
export function dueNote({ date, due, late, versions }: Head, office: OfficeInfo): TemplateResult | typeof nothing {
  if (versions.length > 0 && !late) return nothing
  return html`<p class="note">${t(words.due, { at: timesOf(date, office)(due) })}</p>`
}

/** What was said last of the newest version, where it waits for its officer. */
export function lastWords({ date, state, entries }: Head, office: OfficeInfo): TemplateResult | typeof nothing {
  const last = entries.filter(e => e.kind === state).at(-1)
  if ((state !== 'fix' && state !== 'ask') || !last) return nothing
  const said = [state === 'fix' ? t(words['said.fix']) : '', last.text].filter(Boolean).join(' ')
  return html`<ui-banner tone="info"
    ><b>${last.by} · ${timesOf(date, office)(last.at)}</b> <span>${said}</span></ui-banner
  >`
}

/** That a marked disturbance excuses a late report. */
export function excuse(
  { date, excusedBy }: Pick<Head, 'date' | 'excusedBy'>,
  office: OfficeInfo,
): TemplateResult | typeof nothing {
  if (!excusedBy) return nothing
  const at = (ms: number | null) => (ms === null ? t(words.now) : timesOf(date, office)(ms))
  return html`<p class="note">${t(words.excused, { from: at(excusedBy.since), to: at(excusedBy.until) })}</p>`
}

/** What was sent and said, in its order; `me` is whose report it is read as. */
export function threadOf(report: Head, office: OfficeInfo, me: string): TemplateResult {
  const at = timesOf(report.date, office)
  const who = (id: string, name: string) => (id === me ? t(words.you) : name)
  const sent = report.versions.map(v => ({
    at: v.receivedAt,
    mine: report.officerId === me,
    head: t(words['line.sent'], {
      who: who(report.officerId, report.officer),
      written: at(v.writtenAt),
      received: at(v.receivedAt),
    }),
    text: [
      ...(v.version > 1 ? [t(words['line.version'], { n: String(v.version - 1) })] : []),
      ...v.text.activities.map(a => [a.what, a.quantity].filter(Boolean).join(', ')),
      ...(v.text.note ? [v.text.note] : []),
      ...(v.text.activities.length === 0 && v.text.note === '' ? [t(words['team.onlyCounter'])] : []),
    ].join(' · '),
  }))
  const said = report.entries.map(e => ({
    at: e.at,
    mine: e.byId === me,
    head: `${who(e.byId, e.by)} · ${at(e.at)}`,
    text: [e.kind === 'accept' || e.kind === 'fix' ? t(words[`said.${e.kind}`]) : '', e.text].filter(Boolean).join(' '),
  }))
  const lines = [...sent, ...said].sort((a, b) => a.at - b.at)
  return html`<ul class="thread">
    ${lines.map(line => html`<li class=${line.mine ? 'me' : ''}><span>${line.head}</span>${line.text}</li>`)}
  </ul>`
}
